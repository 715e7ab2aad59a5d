"""The formulas of an item: what was filled in as a number, what is wrong with it, and what it is worth."""

from decimal import Decimal

from ..entries.form import Form, Item
from .places import ANSWER, CHECK, VALUE, Places

NOT_APPLICABLE, PRESENT, ABSENT = "不适用", "有", "没有"
OPTIONS = "选项"
"""The hidden sheet that holds the drop-downs' choices."""


def number(value: float) -> str:
    """Write a number of the form as a formula does."""
    return f"{Decimal(str(value)):f}"


def quoted(text: str) -> str:
    """Write words as a formula does."""
    return '"' + text.replace('"', '""') + '"'


def bound(value: float | str, places: Places) -> str:
    """Give a number or the cell of the parameter that holds it."""
    return places.answer(f"parameter.{value}") if isinstance(value, str) else number(value)


def over(given: str, limit: float | str | None, places: Places) -> str:
    """Say whether a value is over a limit; a parameter of 0 is no limit."""
    if limit is None:
        return "FALSE"
    high = bound(limit, places)
    return f"AND({high}<>0,{given}>{high})" if isinstance(limit, str) else f"{given}>{high}"


def held(given: str, limit: float | str | None, places: Places) -> str:
    """Give a value or the limit it is over."""
    return given if limit is None else f"IF({over(given, limit, places)},{bound(limit, places)},{given})"


def bound_shown(value: float | str | None, form: Form) -> str:
    """Give a limit in words: a number, or its parameter's name."""
    if value is None:
        return ""
    return f"“{form.parameters[value].label}”" if isinstance(value, str) else number(value)


class ItemFormulas:
    """The formulas of one item."""

    def __init__(self, name: str, item: Item, places: Places, choices: str) -> None:
        """Take the item and, for one of fixed steps, where its choices stand on the sheet of choices."""
        self.item, self.places, self.choices = item, places, choices
        self.given = places.cell(f"item.{name}", ANSWER)
        self.value = places.cell(f"item.{name}", VALUE)
        self.checked = places.cell(f"item.{name}", CHECK)

    def range(self, column: int) -> str:
        """Give one column of the choices: 0 their labels, 1 their points, 2 the grade they stand for."""
        first, last = self.choices.split(":")
        letter = chr(ord("A") + column)
        return f"{OPTIONS}!${letter}${first}:${letter}${last}"

    def check(self) -> str:
        """Say what is wrong with what was filled in; empty if nothing."""
        given, allowed = self.given, self.item.not_applicable != "not-allowed"
        away = '""' if allowed else quoted("这一项不许选不适用")
        return f'=IF({given}="","",IF({given}={quoted(NOT_APPLICABLE)},{away},{self._wrong()}))'

    def _wrong(self) -> str:
        given, item = self.given, self.item
        if item.kind == "steps":
            return f'IF(ISNA(MATCH({given},{self.range(0)},0)),{quoted("请从下拉里选")},"")'
        if item.kind == "check":
            return f'IF(OR({given}={quoted(PRESENT)},{given}={quoted(ABSENT)}),"",{quoted("请选“有”或“没有”")})'
        outside = f'IF({self.outside()},{quoted("超出范围")},"")'
        if item.kind == "per-occurrence":
            outside = f"IF(INT({given})<>{given},{quoted('要填整数次')},{outside})"
        return f"IF(NOT(ISNUMBER({given})),{quoted('要填数')},{outside})"

    def outside(self) -> str:
        """Say whether a number is outside what the item allows."""
        given, item = self.given, self.item
        if item.kind in ("threshold", "per-occurrence"):
            return f"OR({given}<0,{given}>1000000)"
        if item.kind == "rate":
            return f"OR({given}<0,{given}>100)"
        low = number(item.minimum if item.kind == "range" else 0)
        return f"OR({given}<{low},{given}>1000000,{over(given, item.maximum, self.places)})"

    def validation(self, given: str) -> str:
        """Give the rule Excel holds against what is typed."""
        number_given = f"AND(ISNUMBER({given}),NOT({self.outside()}))"
        away = self.item.not_applicable != "not-allowed"
        return f"=OR({number_given},{given}={quoted(NOT_APPLICABLE)})" if away else f"={number_given}"

    def numbered(self) -> str:
        """Give what was filled in as a number; words where there is none."""
        given, item = self.given, self.item
        told = given
        if item.kind == "steps":
            told = f"INDEX({self.range(1)},MATCH({given},{self.range(0)},0))"
        elif item.kind == "check":
            told = f"IF({given}={quoted(PRESENT)},1,0)"
        return f'=IF(OR({given}="",{self.checked}<>""),"",IF({given}={quoted(NOT_APPLICABLE)},"na",{told}))'

    def worth(self) -> str:
        """Give the points."""
        return f'=IF(ISNUMBER({self.value}),ROUND({self._worth()},9),"")'

    def _worth(self) -> str:
        value, item = self.value, self.item
        if item.kind == "check":
            return "0"
        if item.kind == "deduct":
            return f"-{value}"
        if item.threshold:
            sign = ">=" if item.threshold.included else ">"
            limit = bound(item.threshold.reaches, self.places)
            return f"IF({value}{sign}{limit},{number(item.threshold.met)},{number(item.threshold.unmet)})"
        if item.kind == "rate":
            return f"{bound(item.maximum, self.places)}*{value}/100"
        if item.kind != "per-occurrence":
            return value
        points = f"{number(item.each or 0)}*{value}"
        return f"MAX({number(item.minimum)},{held(points, item.maximum, self.places)})"

    def best(self) -> str:
        """Give the most points the item can bring, which a redistribution goes by."""
        item = self.item
        if item.threshold:
            return "=" + number(max(item.threshold.met, item.threshold.unmet))
        return "=0" if item.kind in ("deduct", "check") else "=" + bound(item.maximum, self.places)

    def judged(self) -> str:
        """Give the number of the grade that the chosen step stands for; 0 if none."""
        return f"=IFERROR(INDEX({self.range(2)},MATCH({self.given},{self.range(0)},0)),0)"

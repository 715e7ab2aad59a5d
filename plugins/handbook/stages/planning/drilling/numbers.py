"""Where a number of a sentence can be exchanged so that who follows it breaks the rule.

A bound is only ever loosened: "at least 2" becomes "at least 1", never "at least 3", for who brings three does nothing
wrong. A number is exchanged only if a fact of the articles that the step rests on has it as well.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

UNITS = "个月|个工作日|工作日|个小时|小时|学时|周岁|周年|周|天|日|年|人|名|次|份|元|%|％"
FIGURE = re.compile(rf"(?<![\d.第])(\d+)(\s*)({UNITS})(?!\d)")
NUMERAL = re.compile(
    r"(?<![第十百千每分之一二三四五六七八九])([一两二三四五六七八九])(个月|年|名|人|次)(?![一二三四五六七八九十])"
)
SHARE = re.compile(r"三分之一|三分之二|四分之三|五分之四|半数")
PERIOD = re.compile(r"每(?:个)?(月|季度|季|半年|年)(?=[^以]|$)")
SHARES = ("三分之一", "半数", "三分之二", "四分之三", "五分之四", "十分之九")
PERIODS = {"月": "季度", "季度": "半年", "季": "半年", "半年": "年", "年": "两年"}
FEW = 12
"""Up to here a neighbour is as good a mistake as half or double."""
DIGITS = "零一二三四五六七八九"
NO_HAN = re.compile("[^\u4e00-\u9fff]+")
RANGE = re.compile(r"[至到~～—–\-、或和]\s*$")
RANGED = re.compile(r"^\s*(?:[至到~～—–\-、或]|[左右多几来])")
UPPER = re.compile(r"(?:不得?超过|不得?多于|最多|至多|最长|最迟|不高于)[^，。；]{0,6}$")
UPPER_AFTER = re.compile(r"^[^，。；]{0,2}(?:内|以下)")
LOWER = re.compile(
    r"(?:至少|不得?少于|不得?低于|不短于|最少|连续|满|提前|(?<!不)(?<!不得)(?<![没未])(?<!没有)超过|达到|达|够|(?<!超)过|须有|应有)[^，。；]{0,6}$"
)
LOWER_AFTER = re.compile(r"^[^，。；]{0,2}(?:以上|及以上|之后|以后)")
SHORT = re.compile(
    r"(?:不足|不满|(?<!不)(?<!不得)少于|不到|(?<!不)低于|(?<!满)(?:没有|没|未)(?:超过|达到|过|满))[^，。；]{0,3}$"
)
LOOSE = re.compile(
    r"回忆|例如|比如|举例|譬如|例：|样例|假如|假设|算例|旧|不是|并非|不要写|不能写|误|不再|原来|网上|大约|约|左右|上下|建议|各地|本单位|"
    r"自行|自定|参考|不一|没有统一|没有规定|未规定|没写|不必|不用|也可|可以|可多|不限|不能凑|[“”]"
)
"""Words beside which another number might be right as well: examples, what no longer holds, what is left open."""


ASKED_FIRST = re.compile(r"^[^，。；]{0,10}的，(?:先|看)")
"""After a number from which on one is only to ask first or to look further: who does so sooner breaks no rule."""


class Plant(NamedTuple):
    """A part of a sentence, from ``start`` to ``end``, and what can stand in its place to make it wrong."""

    start: int
    end: int
    instead: tuple[str, ...]
    bound: str = "exact"
    """Which way the number binds: ``lower``, ``upper``, ``exact``."""


@lru_cache(50_000)
def plants_of(sentence: str) -> tuple[Plant, ...]:
    """Give the numbers of a sentence that can be exchanged so that it becomes wrong."""
    if LOOSE.search(sentence):
        return ()
    return tuple(plant for plant in _found(sentence) if plant.instead)


def tokens_of(text: str) -> frozenset[str]:
    """Give the numbers of a text in one spelling each, to compare sentences with facts."""
    found = {f"{int(one[1])}{_unit(one[3])}" for one in FIGURE.finditer(text)}
    found |= {f"{_value(one[1])}{_unit(one[2])}" for one in NUMERAL.finditer(text)}
    found |= {one[0] for one in SHARE.finditer(text)}
    if "过半" in text or "一半" in text:
        found.add("半数")
    return frozenset(found | {f"每{one[1].removesuffix('度')}" for one in PERIOD.finditer(text)})


def is_about(line: str, fact: str) -> bool:
    """Whether two sentences share a run of three words' signs, or two runs of two."""
    line, fact = NO_HAN.sub("|", line), NO_HAN.sub("|", fact)
    return bool(_runs(line, 3) & _runs(fact, 3)) or len(_runs(line, 2) & _runs(fact, 2)) > 1


@lru_cache(20_000)
def _runs(text: str, length: int) -> frozenset[str]:
    found = (text[place : place + length] for place in range(len(text) - length + 1))
    return frozenset(run for run in found if "|" not in run)


def _found(sentence: str) -> Iterator[Plant]:
    for one in FIGURE.finditer(sentence):
        if not _is_date(one, sentence):
            yield _exchanged(sentence, one, int(one[1]), one[2], one[3])
    for one in NUMERAL.finditer(sentence):
        yield _exchanged(sentence, one, _value(one[1]), "", one[2])
    for one in SHARE.finditer(sentence):
        yield _share(sentence, one)
    for one in PERIOD.finditer(sentence):
        rarer = (one[0].replace(one[1], PERIODS[one[1]]).replace("个", ""),)
        yield Plant(one.start(), one.end(), _other(rarer, sentence))


def _is_date(found: re.Match[str], sentence: str) -> bool:
    before, unit = sentence[: found.start()].rstrip(), found[3]
    return (unit == "年" and int(found[1]) > 100) or (unit in "日" and before.endswith(("月", "号")))


def _exchanged(sentence: str, found: re.Match[str], value: int, gap: str, unit: str) -> Plant:
    bound = _bound(sentence, found)
    if unit in ("人", "名", "次", "份") and bound == "exact":
        bound = "lower"
    few = value <= FEW
    fewer = [value // 2, *([value - 1] if few else [])] if value > 1 else []
    more = [value * 2, *([value + 2] if few else [])]
    values = {"lower": fewer, "upper": more, "exact": [*more[:1], *fewer[:1]], "open": []}[bound]
    spelled = [_spelled(each, gap, unit, found[1]) for each in dict.fromkeys(values) if each > 0 and each != value]
    if unit in ("%", "％"):
        spelled = [each for each in spelled if int(re.sub(r"\D", "", each)) < 100]
    return Plant(found.start(), found.end(), _other(tuple(spelled), sentence), bound)


def _share(sentence: str, found: re.Match[str]) -> Plant:
    """A share that nothing bounds is one that has to be reached."""
    bound, place = _bound(sentence, found), SHARES.index(found[0])
    below, above = SHARES[:place][::-1][:2], SHARES[place + 1 :][:2]
    instead = {"lower": below, "upper": above, "exact": below, "open": ()}[bound]
    return Plant(found.start(), found.end(), _other(instead, sentence), bound)


def loosened(plant: Plant, number: str, facts: Iterable[str]) -> tuple[str, ...]:
    """Of what can stand instead of an exact number, only what breaks the bound that a fact sets to the same number."""
    if plant.bound != "exact" or not FIGURE.fullmatch(number):
        return plant.instead
    bounds = {
        _bound(fact, one) for fact in facts for one in FIGURE.finditer(fact) if tokens_of(one[0]) == tokens_of(number)
    }
    if "exact" in bounds:
        return plant.instead
    size = int(re.sub(r"\D", "", number))
    sizes = {each: int(re.sub(r"\D", "", each)) for each in plant.instead}
    return tuple(
        each
        for each, other in sizes.items()
        if not ("lower" in bounds and other > size) and not ("upper" in bounds and other < size)
    )


def _bound(sentence: str, found: re.Match[str]) -> str:
    """Which way a number binds: ``lower``, ``upper``, ``exact``; ``open`` if that cannot be told."""
    before, after = sentence[max(0, found.start() - 12) : found.start()], sentence[found.end() : found.end() + 6]
    if RANGE.search(before) or RANGED.search(after) or ASKED_FIRST.search(sentence[found.end() :]):
        return "open"
    short = bool(SHORT.search(before))
    upper = bool(UPPER.search(before) or UPPER_AFTER.search(after)) or short
    lower = not short and bool(LOWER.search(before) or LOWER_AFTER.search(after))
    if upper and lower:
        return "open"
    return "upper" if upper else "lower" if lower else "exact"


def _other(instead: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    """What the sentence does not say already."""
    return tuple(each for each in instead if each not in sentence and not tokens_of(each) & tokens_of(sentence))


def _spelled(value: int, gap: str, unit: str, was: str) -> str:
    if was.isdigit() or value > 9:
        return f"{value}{gap}{unit}"
    digit = "两" if value == 2 else DIGITS[value]
    return f"{digit}{unit}"


def _value(numeral: str) -> int:
    return 2 if numeral == "两" else DIGITS.index(numeral)


def _unit(unit: str) -> str:
    return {"％": "%", "名": "人", "日": "天", "个小时": "小时", "个工作日": "工作日", "周年": "年"}.get(unit, unit)

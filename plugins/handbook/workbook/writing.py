"""Writes a form's workbook: an explanation, the sheet to fill in, and the choices of its drop-downs."""

from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from ..entries.form import Form, Item, Section
from ..locale import words
from . import grades, items
from .items import NOT_APPLICABLE, ItemFormulas, number, quoted
from .notes import notes, range_of
from .places import (  # one line each would make this file too long
    ANSWER,
    AWAY,
    BEST,
    CHECK,
    JUDGED,
    NAME,
    NOTE,
    POINTS,
    RANGE,
    RESULTS,
    ROW,
    STANDARD,
    VALUE,
    Places,
    lay_out,
)
from .styles import STYLES, WIDTHS


def write_workbook(slug: str, form: Form, path: Path) -> None:
    """Write the workbook; OSError if the file cannot be written."""
    with Workbook(made := BytesIO(), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        _Writer(slug, form, book).write()
    path.write_bytes(made.getvalue())


class _Writer:
    def __init__(self, slug: str, form: Form, book: Workbook) -> None:
        self.slug, self.form, self.book = slug, form, book
        self.t: dict[str, str] = words()["forms"]["workbook"]
        self.styles = {name: book.add_format(style) for name, style in STYLES.items()}
        self.places: Places = lay_out(form)
        self.sheet = book.add_worksheet(self.t["sheet"])
        self.said = book.add_worksheet(self.t["notes"])
        self.choices = book.add_worksheet(items.OPTIONS)
        self.choice_rows = 0
        self.lines: dict[int, int] = {}  # how many lines of words a row needs

    def write(self) -> None:
        """Write all sheets."""
        self._page()
        self._who()
        self._results()
        self._statements()
        for name, section in self.form.sections.items():
            self._section(name, section)
        self._parts()
        self._names()
        self._heights()
        self.choices.hide()
        self.said.set_column(0, 0, 100)
        for row, line in enumerate(notes(self.form)):
            self.said.write_string(row, 0, line, self.styles["title" if row == 0 else "words"])

    def put(self, key: str, column: str, text: str | float, style: str = "words") -> None:
        """Write words, a number or a formula into a thing's cell."""
        place, used = f"{column}{self.places.rows[key]}", self.styles[style]
        if isinstance(text, str) and column in WIDTHS and not text.startswith("="):
            row = self.places.rows[key]
            needed = -(-sum(2 if ord(sign) > 255 else 1 for sign in text) // (WIDTHS[column] - 2))
            self.lines[row] = max(self.lines.get(row, 1), needed)
        if isinstance(text, str) and text.startswith("="):
            self.sheet.write_formula(place, text, used, "")  # no result beside it: every program works it out anew
        elif isinstance(text, str):
            self.sheet.write_string(place, text, used)
        else:
            self.sheet.write_number(place, text, used)

    def ask(self, key: str, label: str, rule: dict[str, Any] | None = None, preset: float | None = None) -> None:
        """Write a cell to be filled in, with its label and what it accepts."""
        self.put(key, NAME, label)
        place = f"{ANSWER}{self.places.rows[key]}"
        if preset is None:
            self.sheet.write_blank(place, None, self.styles["answer"])
        else:
            self.sheet.write_number(place, preset, self.styles["answer"])
        if rule:
            self.sheet.data_validation(place, {"error_title": self.t["refused"], **rule})

    def _page(self) -> None:
        sheet, form = self.sheet, self.form
        for column, width in WIDTHS.items():
            sheet.set_column(f"{column}:{column}", width)
        sheet.set_column(f"{BEST}:{ROW}", None, None, {"hidden": True})
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_landscape()
        sheet.set_footer(self.t["footer"])
        sheet.write_string("A1", form.title, self.styles["title"])
        sheet.write_string("A2", self.t["line"].format(subject=form.subject, edition=form.edition, slug=self.slug))
        sheet.freeze_panes(2, 0)

    def _who(self) -> None:
        labels = words()["forms"]["labels"]
        self.ask("unit", labels["unit"].strip())
        self.ask("period", labels["period"].strip(), {"validate": "any", "input_message": self.t["period"]})
        if self.form.posts:
            points = [(name, amount, 0) for name, amount in self.form.posts.items()]
            self.posts = self._choose(points)
            self.ask("post", labels["post"].strip(), self._list(self.posts))

    def _choose(self, options: list[tuple[str, float, int]]) -> str:
        first = self.choice_rows + 1
        for label, points, grade in options:
            self.choices.write_row(self.choice_rows, 0, [label, points, grade])
            self.choice_rows += 1
        return f"{first}:{self.choice_rows}"

    def _list(self, choices: str) -> dict[str, Any]:
        first, last = choices.split(":")
        return {"validate": "list", "source": f"={items.OPTIONS}!$A${first}:$A${last}"}

    def _results(self) -> None:
        places, t = self.places, self.t
        hidden = {"total": grades.total(places), "band": grades.band(places), "float": grades.deviation(places)}
        problems, total = places.points("problems"), places.value("total")
        grade = places.value("band")
        titles = ",".join(quoted(one.title) for one in self.form.bands.values())
        shown = {
            "total": f"={total}",
            "band": f'=IF({grade}=0,"",CHOOSE({grade},{titles}))' if titles else '=""',
            "coefficient": grades.coefficient(places),
            "pay": self._pay(),
            "float": grades.shown_float(places) or '=""',
            "missing": grades.missing(places),
        }
        for key in RESULTS:
            self.put(key, NAME, t[key], "heading")
            if hidden.get(key):
                self.put(key, VALUE, hidden[key])
            count = grades.problems(t["columns"].split("、")[-1], places)
            formula = count if key == "problems" else f'=IF({problems}>0,"",{shown[key][1:]})'
            self.put(key, POINTS, formula, "result")
        for name, action in self.form.actions.items():
            self.put(f"action.{name}", NAME, t["action"].format(title=action.title))
            self.put(f"action.{name}", STANDARD, t["not_alone"] if grades.needs_more(action) else "")
            word = t["pending"] if action.decided_by == "person" else t["applies"]
            ready = f"{problems}>0,{places.points('missing')}>0"
            self.put(
                f"action.{name}",
                POINTS,
                f'=IF(OR({ready}),"",IF({grades.follows(action, places)},{quoted(word)},""))',
                "result",
            )

    def _pay(self) -> str:
        if not self.form.posts:
            return '=""'
        first, last = self.posts.split(":")
        post, coefficient = self.places.answer("post"), self.places.points("coefficient")
        labels, amounts = (f"{items.OPTIONS}!${column}${first}:${column}${last}" for column in "AB")
        return (
            f'=IF(OR({post}="",{coefficient}=""),"",ROUND(INDEX({amounts},MATCH({post},{labels},0))*{coefficient},9))'
        )

    def _statements(self) -> None:
        for name, flag in self.form.flags.items():
            self.ask(f"flag.{name}", flag.title, {"validate": "list", "source": [grades.YES]})
        for name, one in self.form.parameters.items():
            key, given = f"parameter.{name}", self.places.answer(f"parameter.{name}")
            low, high = one.minimum, one.maximum
            tests = [f"{given}{sign}{number(end)}" for sign, end in (("<", low), (">", high)) if end is not None]
            rule: dict[str, Any] | None = {"validate": "list", "source": one.choices} if one.choices else None
            if one.choices:
                tests = ["AND(" + ",".join(f"{given}<>{number(choice)}" for choice in one.choices) + ")"]
            self.ask(key, one.label, rule, one.default)
            outside = f"OR({','.join(tests)})" if tests else "FALSE"
            self.put(
                key,
                CHECK,
                f'=IF(NOT(ISNUMBER({given})),{quoted("要填数")},IF({outside},{quoted("超出范围")},""))',
                "wrong",
            )
        self._rules()

    def _rules(self) -> None:
        for at, rule in enumerate(self.form.sums):
            names = "+".join(self.places.answer(f"parameter.{name}") for name in rule.parameters)
            labels = "、".join(self.form.parameters[name].label for name in rule.parameters)
            said = self.t["sum"].format(names=labels, equals=number(rule.equals))
            self.put(f"sum.{at}", NAME, said)
            self.put(
                f"sum.{at}", CHECK, f'=IF(ROUND({names},9)<>{number(rule.equals)},{quoted("合计不对")},"")', "wrong"
            )
        for at, largest in enumerate(self.form.largest):
            given = self.places.answer(f"parameter.{largest.parameter}")
            others = ",".join(f"{given}<={self.places.answer(f'parameter.{name}')}" for name in largest.than)
            self.put(
                f"largest.{at}", NAME, self.t["largest"].format(name=self.form.parameters[largest.parameter].label)
            )
            self.put(f"largest.{at}", CHECK, f'=IF(OR({others}),{quoted("不是最大")},"")', "wrong")

    def _section(self, name: str, section: Section) -> None:
        key, places = f"section.{name}", self.places
        heading_row = places.rows[key]
        for column, word in zip(
            (STANDARD, RANGE, ANSWER, POINTS, NOTE, CHECK), self.t["columns"].split("、"), strict=True
        ):
            self.sheet.write_string(f"{column}{heading_row - 1}", word, self.styles["heading"])
        self.sheet.write_string(f"{NAME}{heading_row - 1}", section.title, self.styles["heading"])
        self.ask(key, self.t["subtotal"])
        self.put(
            key, RANGE, f"0～{items.bound_shown(section.maximum, self.form)}" if section.maximum is not None else ""
        )
        self.put(key, STANDARD, section.note or "")
        self.put(key, VALUE, grades.raw_section(name, section, places))
        self.put(key, POINTS, grades.section_points(name, section, places), "result")
        self.put(key, CHECK, grades.section_check(name, section, places), "wrong")
        told = [one.when for one in self.form.actions.values()] + [one.when for one in self.form.overrides]
        rows = [tally for when in told for tally in grades.counted_in_row(when)]
        tally = next((one for one in rows if one.section == name), None)
        before = "0"
        for item_name, item in section.items.items():
            self._item(item_name, item)
            if tally:
                value = places.value(f"item.{item_name}")
                self.put(f"item.{item_name}", ROW, grades.row_formula(value, before, tally))
                before = places.cell(f"item.{item_name}", ROW)

    def _item(self, name: str, item: Item) -> None:
        key, bands = f"item.{name}", list(self.form.bands)
        options = [(one.label, one.points, bands.index(one.band) + 1 if one.band else 0) for one in item.options]
        labels = [label for label, _, _ in options]
        away = item.not_applicable != "not-allowed"
        if item.kind == "check":
            options, labels = [(items.PRESENT, 1, 0), (items.ABSENT, 0, 0)], [items.PRESENT, items.ABSENT]
        if away and labels:
            options.append((NOT_APPLICABLE, 0, 0))
        choices = self._choose(options) if options else ""
        known = choices
        if away and labels:
            first, last = choices.split(":")
            known = f"{first}:{int(last) - 1}"
        formulas = ItemFormulas(name, item, self.places, known)
        given = self.places.answer(key)
        rule = self._list(choices) if choices else {"validate": "custom", "value": formulas.validation(given)}
        self.ask(key, item.name, rule)
        self.put(
            key,
            STANDARD,
            "；".join(filter(None, [item.standard, item.evidence and self.t["evidence"] + item.evidence])),
        )
        self.put(key, RANGE, range_of(item, self.form))
        self.put(key, POINTS, formulas.worth(), "result")
        self.put(key, NOTE, "", "answer")
        self.put(key, CHECK, formulas.check(), "wrong")
        self.put(key, BEST, formulas.best())
        spread = item.not_applicable == "redistribute"
        away_cell = f"IF({given}={quoted(NOT_APPLICABLE)},{self.places.cell(key, BEST)},0)"
        self.put(key, AWAY, f"={away_cell}" if spread else "=0")
        self.put(key, VALUE, formulas.numbered())
        if any(one.band for one in item.options):
            self.put(key, JUDGED, formulas.judged())

    def _parts(self) -> None:
        year = self.form.year
        if not year:
            return
        first = self.places.rows[f"part.{next(iter(year.parts))}"]
        self.sheet.write_string(f"{NAME}{first - 1}", self.t["year"], self.styles["heading"])
        for name, title in year.parts.items():
            key, given = f"part.{name}", self.places.answer(f"part.{name}")
            self.ask(key, title, {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": year.maximum})
            self.put(key, RANGE, f"0～{number(year.maximum)}")
            self.put(key, VALUE, f"={items.bound(year.weights.get(name, 0), self.places)}")
            wrong = f'IF(OR({given}<0,{given}>{number(year.maximum)}),{quoted("超出范围")},"")'
            wrong = f'=IF({given}="","",IF(NOT(ISNUMBER({given})),{quoted("要填数")},{wrong}))'
            self.put(key, CHECK, wrong, "wrong")

    def _heights(self) -> None:
        for row, needed in self.lines.items():
            self.sheet.set_row(row - 1, 16 * needed + 2)
        form = self.form
        paid = bool(form.overrides) or any(band.coefficient is not None for band in form.bands.values())
        used = {"band": form.bands, "coefficient": paid, "pay": form.posts, "float": form.deviation}
        for key in (each for each, needs in used.items() if not needs):
            self.sheet.set_row(self.places.rows[key] - 1, None, None, {"hidden": True})

    def _names(self) -> None:
        """Name the cells, so that other sheets and people's own formulas can speak of them."""
        for key, row in self.places.rows.items():
            column = POINTS if key in RESULTS or key.startswith("action.") else ANSWER
            self.book.define_name(f"hb.{key.replace('-', '_')}", f"='{self.t['sheet']}'!${column}${row}")
        self.sheet.write_string(f"{NAME}{self.places.last + 2}", words()["forms"]["labels"]["sign"])
        self.sheet.print_area(0, 0, self.places.last + 1, ord(CHECK) - ord("A"))

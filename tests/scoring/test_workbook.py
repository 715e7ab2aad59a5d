"""The workbook of every form, recalculated by LibreOffice, gives what the scorer gives."""

import json
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handbook import scoring
from handbook.entries.form import Form, Item
from handbook.workbook import write_workbook
from scoring.forms import entries, form_of
from scoring.sheets import Answers, random_sheet

RANDOM_SHEETS = 3


def at_boundaries(form: Form) -> Iterator[Answers]:
    """Every boundary of a grade, and a hundredth on either side, as far as one section's subtotal can make it."""
    for band in form.bands.values():
        for limit in (band.lower, band.upper):
            if limit is None or isinstance(limit, str) or form.deviation:
                continue
            for near in ("-0.01", "0", "0.01"):
                left, sections = Decimal(str(limit)) + Decimal(near), {}
                for name, section in form.sections.items():
                    high = section.maximum if isinstance(section.maximum, int | float) else 100
                    given = max(Decimal(str(section.floor)), min(left, Decimal(str(high))))
                    if section.counts:
                        sections[name], left = float(given), left - given
                yield {"sections": sections, "items": {}, "flags": [], "parameters": {}}


def examples(form: Form) -> Iterator[Answers]:
    """The worked examples that need no earlier sheet."""
    for one in form.examples:
        if not one.earlier:
            yield {
                "items": dict(one.items),
                "sections": dict(one.sections),
                "flags": one.flags,
                "parameters": dict(one.parameters),
                **({"post": one.post} if one.post else {}),
                **({"period": one.period} if one.period else {}),
            }


def cell_value(item: Item, given: float | str) -> float | str:
    """What is typed or chosen in the sheet for an answer."""
    if given == "na":
        return "不适用"
    if item.kind == "check":
        return "有" if given == 1 else "没有"
    if item.kind == "steps":
        return next(option.label for option in item.options if option.points == given)
    return given


def fill(form: Form, blank: Path, answers: Answers, path: Path) -> None:
    """Fill in the workbook's cells."""
    from openpyxl import load_workbook

    book = load_workbook(blank)
    sheet = book["计分表"]

    def put(key: str, value: float | str) -> None:
        name = f"hb.{key.replace('-', '_')}"
        sheet[book.defined_names[name].attr_text.split("!")[1].replace("$", "")] = value

    for section in form.sections.values():
        for name, item in section.items.items():
            if name in answers["items"]:
                put(f"item.{name}", cell_value(item, answers["items"][name]))
    for name, points in answers["sections"].items():
        put(f"{'section' if name in form.sections else 'part'}.{name}", points)
    for name, points in answers["parameters"].items():
        put(f"parameter.{name}", points)
    for name in answers["flags"]:
        put(f"flag.{name}", "是")
    for key in ("post", "period"):
        if key in answers:
            put(key, answers[key])
    book.save(path)


def results(path: Path, form: Form) -> dict[str, Any]:
    """What the recalculated workbook shows."""
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=True)
    sheet = book["计分表"]

    def shown(key: str) -> Any:
        place = book.defined_names[f"hb.{key.replace('-', '_')}"].attr_text.split("!")[1].replace("$", "")
        value = sheet[place].value
        return "" if value is None else value

    keys = ("total", "band", "coefficient", "pay", "float", "missing", "problems")
    return {
        **{key: shown(key) for key in keys},
        **{f"action.{name}": shown(f"action.{name}") for name in form.actions},
    }


def agrees(shown: dict[str, Any], score: dict[str, Any], form: Form) -> bool:
    """Whether the sheet shows the scorer's results."""

    def same(given: Any, wanted: str | None) -> bool:
        if wanted is None or given == "":
            return bool((wanted or "") == given)
        return abs(Decimal(str(given)) - Decimal(wanted)) <= Decimal("0.000001")

    pairs = [(shown[key], score.get(key)) for key in ("total", "coefficient", "pay", "float")]
    title = form.bands[score["band"]].title if score["band"] else ""
    follows = dict.fromkeys(score["actions"], "适用") | dict.fromkeys(score["pending"], "待认定")
    actions = {name: follows.get(name, "") if score["complete"] else "" for name in form.actions}
    wanted = {"problems": 0, "band": title, "missing": len(score["missing"])}
    wanted |= {f"action.{name}": told for name, told in actions.items()}
    return all(same(*pair) for pair in pairs) and all(shown[key] == told for key, told in wanted.items())


def recalculate(folder: Path, profile: Path) -> None:
    """Have LibreOffice open and save every workbook of a folder."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    paths = [str(path) for path in sorted(folder.glob("*.xlsx"))]
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    for first in range(0, len(paths), 100):  # it opens no more than some hundreds at once
        batch = [*command, "--outdir", str(folder / "out"), *paths[first : first + 100]]
        subprocess.run(batch, check=True, capture_output=True, timeout=300)


@pytest.mark.parametrize("boundaries", [False, pytest.param(True, marks=pytest.mark.sweep)])
def test_every_workbook_agrees_with_the_scorer(tmp_path: Path, boundaries: bool) -> None:
    """Worked examples and random answers of every form; under ``make sweep`` its boundaries too."""
    cases: list[tuple[str, Path, Answers]] = []
    random = Random(7)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's own
        for slug in entries().forms:
            form, blank = form_of(slug), tmp_path / "blank.xlsx"
            write_workbook(slug, form, blank)
            sheets = [
                *examples(form),
                *(at_boundaries(form) if boundaries else ()),
                *(random_sheet(form, random) for _ in range(RANDOM_SHEETS if boundaries else 1)),
            ]
            for number, answers in enumerate(sheets):
                path = tmp_path / "filled" / f"{slug}-{number:02}.xlsx"
                path.parent.mkdir(exist_ok=True)
                fill(form, blank, answers, path)
                cases.append((slug, path, answers))
        recalculate(tmp_path / "filled", tmp_path / "profile")
        texts = [json.dumps({"form": slug, **answers}) for slug, _, answers in cases]
        scores = scoring.score_all(
            (scoring.form_text(slug, form_of(slug)), [text]) for (slug, _, _), text in zip(cases, texts, strict=True)
        )
        wrong = []
        for (slug, path, _), text, score in zip(cases, texts, scores, strict=True):
            shown = results(path.parent / "out" / path.name, form_of(slug))
            if "refusals" in score:
                if shown["problems"] == 0 or shown["total"] != "":
                    wrong.append((slug, text, score, shown))
            elif not agrees(shown, score, form_of(slug)):
                score.pop("trace")
                wrong.append((slug, text, score, shown))
    assert not wrong, (len(wrong), len(cases), wrong[:3])
    assert len(cases) > (8 if boundaries else 2) * len(entries().forms)

"""Filled sheets as files: read, scored, ranked and written as tables."""

import csv
import json
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from . import scoring
from .entries.form import Form
from .locale import words
from .problems import Word, reason_of

COLUMNS = (
    "rank",
    "unit",
    "post",
    "total",
    "band",
    "coefficient",
    "pay",
    "reward",
    "flag",
    "actions",
    "pending",
    "file",
)
"""The columns of a ranking, in order."""

LARGEST = 4_000_000
"""How many bytes a sheet's file may have: more is never read."""


def read_text(path: Path) -> tuple[str, dict[str, Any] | None]:
    """Give a file's text, or an empty one and why it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            return "", _refusal("too-large")
        return path.read_bytes().decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return "", _refusal("not-utf8")
    except OSError as error:
        return "", _refusal("unreadable", reason=reason_of(error))


def _refusal(code: str, **parts: Any) -> dict[str, Any]:
    return {"code": code, "path": "", "parts": parts, "line": 1, "column": 1}


def said(problem: dict[str, Any], file: str) -> dict[str, Any]:
    """Give a refusal as the command line shows it: with its file and its sentence in both languages."""
    code, parts = problem["code"], problem["parts"]
    return {
        "code": code,
        "file": file,
        "path": problem["path"],
        "line": problem["line"],
        "column": problem["column"],
        "message": _in("zh", code, parts),
        "message_en": _in("en", code, parts),
    }


def _in(language: str, code: str, parts: dict[str, Any]) -> str:
    """Say a refusal in a language; a part may be a word of the interface."""
    spoken = words(language)
    shown = {name: spoken["words"][part.key] if isinstance(part, Word) else part for name, part in parts.items()}
    return scoring.sentence(spoken["scoring"]["refusals"], code, shown)


def score_file(slug: str, form: Form, answers: Path, history: Iterable[Path]) -> dict[str, Any]:
    """Score a sheet. Gives a score with ``trace`` in sentences; one that is refused has ``problems`` and no total."""
    files = [answers, *history]
    read = [read_text(path) for path in files]
    unread = [said(problem, str(path)) for path, (_, problem) in zip(files, read, strict=True) if problem]
    if not unread:
        result = scoring.score(scoring.form_text(slug, form), [text for text, _ in read])
        if "refusals" not in result:
            reasons = words("zh")["scoring"]["reasons"]
            return {**result, "trace": [scoring.sentence(reasons, *reason) for reason in result["trace"]]}
        unread = [said(problem, str(files[problem["file"]])) for problem in result["refusals"]]
    return {"form": slug, "complete": False, "problems": unread}


def rank_files(slug: str, form: Form, paths: Iterable[Path]) -> dict[str, Any]:
    """Rank sheets. Those that are refused stand under ``problems`` with their place; the others are ranked."""
    read = {str(path): read_text(path) for path in paths}
    files = [{"name": name, "text": text} for name, (text, problem) in read.items() if not problem]
    ranked = scoring.rank(scoring.form_text(slug, form), files)
    problems = [said(problem, name) for name, (_, problem) in read.items() if problem]
    for refused in ranked.pop("refused"):
        problems += [said(problem, refused["file"]) for problem in refused["problems"]]
    reasons = words("zh")["scoring"]["reasons"]
    for row in ranked["rows"]:
        row["trace"] = [scoring.sentence(reasons, *reason) for reason in row["trace"]]
    return {**ranked, "problems": problems}


def headings() -> list[str]:
    """Give a ranking's column titles."""
    titles = words()["scoring"]["columns"]
    return [titles[column] for column in COLUMNS]


def table(form: Form, ranked: dict[str, Any]) -> list[list[str]]:
    """Give a ranking's rows in words."""
    return [[_cell(form, column, row[column]) for column in COLUMNS] for row in ranked["rows"]]


def _cell(form: Form, column: str, value: Any) -> str:
    if value is None:
        return ""
    if column in ("actions", "pending"):
        return "、".join(form.actions[name].title for name in value)
    if column == "band":
        return form.bands[value].title
    if column == "flag":
        return (form.ranking.honour or "") if value and form.ranking else ""
    return str(value)


def write_ranking(form: Form, ranked: dict[str, Any], path: Path) -> None:
    """Write a ranking as ``.json``, ``.csv`` or ``.xlsx``, by the ending; OSError if it cannot be written."""
    if path.suffix == ".json":
        path.write_text(json.dumps(ranked, ensure_ascii=False, indent=2) + "\n", "utf-8")
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([[guarded(cell) for cell in row] for row in [headings(), *table(form, ranked)]])
    else:
        _write_workbook(form, ranked, path)


def guarded(cell: str) -> str:
    """Keep a spreadsheet from taking words for a formula; a plain number stays one."""
    number = cell.lstrip("+-").replace(".", "", 1).isdigit()
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and cell and not number else cell


def _write_workbook(form: Form, ranked: dict[str, Any], path: Path) -> None:
    from xlsxwriter import Workbook  # only this ending needs it

    made = BytesIO()
    with Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.write_row(0, 0, headings(), bold)
        for number, row in enumerate(table(form, ranked), 1):
            for column, cell in zip(COLUMNS, row, strict=True):
                place = COLUMNS.index(column)
                if column in ("rank", "total", "coefficient", "pay", "reward") and cell:
                    sheet.write_number(number, place, float(cell))
                else:
                    sheet.write_string(number, place, cell)
        sheet.freeze_panes(1, 0)
    path.write_bytes(made.getvalue())

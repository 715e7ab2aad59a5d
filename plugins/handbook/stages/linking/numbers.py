"""A number that people will act on needs a basis."""

import re
from collections.abc import Iterable
from typing import Any

from ...problems import Report
from ..checking import Entries, Entry
from .references import Path

NUMBER = re.compile(
    r"\d+(\.\d+)?\s*(个月|个工作日|工作日|周岁|小时|天|日内|日前|年|人|名|次|份|元|%|％)"
    r"|[一二两三四五六七八九十百]+(分之[一二三四五六七八九十]|个月|天内|日内|年内|人以上|名以上)"
    r"|半数|过半|三分之二"
)
"""A figure, a majority or a length of time, in digits or in words."""

MAJORITY = re.compile(r"半数|过半|分之[一二三四五六七八九十]|\d\s*[%％]")
"""A share of votes or people: never for the unit to decide."""


def check_numbers(entries: Entries, report: Report) -> None:
    """Report every number in a tip or an explanation that cites nothing, and every majority left to the unit."""
    for procedure in entries.procedures.values():
        for index, hint in enumerate(procedure.model.hints):
            _need_basis(procedure, ("hints", index, "text"), hint.text, hint.basis, report)
        for id_, step in procedure.model.steps.items():
            for field in ("how", "requirements", "cautions"):
                for index, text in enumerate(getattr(step, field)):
                    _need_rule(procedure, ("steps", id_, field, index), text, step.basis, report)
    if entries.glossary:
        for id_, term in entries.terms.items():
            _need_basis(entries.glossary, ("terms", id_, "explain"), term.explain, term.basis, report)


def _need_basis(entry: Entry[Any], path: Path, text: str, basis: Iterable[str], report: Report) -> None:
    found = NUMBER.search(text)
    if found and not list(basis):
        entry.report(report, "number-without-basis", *path, number=found[0])


def _need_rule(entry: Entry[Any], path: Path, text: str, basis: Iterable[str], report: Report) -> None:
    found = MAJORITY.search(text)
    if found and all(item == "unit" for item in basis):
        entry.report(report, "number-without-basis", *path, number=found[0])

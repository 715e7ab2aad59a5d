"""Facts that papers share and checks between them name fields that are there and fit together."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ...entries.pack import CrossCheck
from ...problems import Report
from ..checking import Entries, Entry
from .papers import papers_of
from .references import Path

KINDS = {"order": "date", "sum": "number", "share": "number", "not-more-than": "number"}
"""What the fields of each kind of check must be; ``equal`` takes any."""


def check_packs(entries: Entries, report: Report) -> None:
    """Hold what procedures and papers say about fields of papers."""
    for paper in entries.papers.values():
        _check_all(_Fields(paper, entries, own=True), paper.model.crosschecks, entries, report)
    for procedure in entries.procedures.values():
        fields = _Fields(procedure, entries, own=False)
        _check_all(fields, procedure.model.crosschecks, entries, report)
        for name, fact in procedure.model.shared.items():
            kinds = [fields.kind(("shared", name, "of", place), each, report) for place, each in enumerate(fact.of)]
            if len(set(filter(None, kinds))) > 1:
                told = "、".join(dict.fromkeys(filter(None, kinds)))
                procedure.report(report, "field-kinds-differ", "shared", name, "of", kinds=told)


class _Fields:
    """The fields that an entry may name."""

    def __init__(self, entry: Entry[Any], entries: Entries, *, own: bool) -> None:
        self.entry = entry
        self._broken = entries.broken
        papers = {entry.slug} if own else papers_of(entry.model)
        self._kinds = dict(_named(papers, entries, own=own))

    def kind(self, path: Path, name: str, report: Report) -> str:
        """Give the kind of a field; empty, and a problem, if there is none of that name."""
        if name in self._kinds:
            return self._kinds[name]
        if ("paper", name.partition(".")[0]) not in self._broken:
            near = next(iter(get_close_matches(name, self._kinds, 1, 0.6)), "")
            self.entry.report(report, "paper-field-unknown", *path, name=name, nearest=near)
        return ""


def _named(papers: set[str], entries: Entries, *, own: bool) -> Iterator[tuple[str, str]]:
    for paper in sorted(papers & set(entries.papers)):
        for name, field in entries.papers[paper].model.fields.items():
            yield name if own else f"{paper}.{name}", field.kind


def _is_whole(check: CrossCheck) -> bool:
    """A share has a calculator's rule and two fields; all others have a rule and a basis of their own."""
    if check.kind == "share":
        return check.calculator is not None and len(check.of) == 2 and not check.rule and not check.basis
    return check.calculator is None and bool(check.rule and check.basis)


def _check_rule(entry: Entry[Any], path: Path, name: str, entries: Entries, report: Report) -> None:
    slug, _, _ = name.partition(".")
    rules = {
        f"{each}.{part}"
        for each, calculator in entries.calculators.items()
        for part in ("rule", "quorum", "majority")
        if hasattr(calculator.model, part)
    }
    if name not in rules and ("calculator", slug) not in entries.broken:
        near = next(iter(get_close_matches(name, sorted(rules), 1, 0.6)), "")
        entry.report(report, "crosscheck-rule-unknown", *path, name=name, nearest=near)


def _check_all(fields: _Fields, checks: list[CrossCheck], entries: Entries, report: Report) -> None:
    for index, check in enumerate(checks):
        path: Path = ("crosschecks", index)
        if not _is_whole(check):
            fields.entry.report(report, "crosscheck-shape", *path, kind=check.kind)
        if check.calculator:
            _check_rule(fields.entry, (*path, "calculator"), check.calculator, entries, report)
        for place, name in enumerate(check.of):
            kind, wanted = fields.kind((*path, "of", place), name, report), KINDS.get(check.kind, "")
            if kind and wanted and kind != wanted:
                where: Path = (*path, "of", place)
                fields.entry.report(
                    report, "crosscheck-kind", *where, name=name, kind=kind, wanted=wanted, check=check.kind
                )

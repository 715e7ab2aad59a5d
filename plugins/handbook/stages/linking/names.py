"""Names must tell one thing from another: codes, titles, what people call it, how they ask."""

from collections.abc import Iterator

from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry
from .references import Path


def check_names(entries: Entries, report: Report) -> None:
    """Report codes used twice, and names or questions that point two ways."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for slug, procedure in entries.procedures.items():
        model = procedure.model
        if model.code in codes:
            procedure.report(report, "code-repeated", "code", code_name=model.code, other=codes[model.code])
        codes.setdefault(model.code, slug)
        for path, name in _names(procedure):
            other = names.setdefault(name, slug)
            if other != slug:
                procedure.report(report, "name-shared", *path, name=name, other=other)
        _check_own_words(procedure, report)


def _names(procedure: Entry[Procedure]) -> Iterator[tuple[Path, str]]:
    yield ("title",), procedure.model.title
    for index, name in enumerate(procedure.model.also):
        yield ("also", index), name
    for index, question in enumerate(procedure.model.questions):
        for number, ask in enumerate(question.ask):
            yield ("questions", index, "ask", number), ask


def _check_own_words(procedure: Entry[Procedure], report: Report) -> None:
    seen: set[str] = set()
    for path, name in _names(procedure):
        if name in seen:
            procedure.report(report, "name-repeated", *path, name=name)
        seen.add(name)
    if procedure.model.next_review <= procedure.model.reviewed:
        procedure.report(report, "review-order", "next_review")

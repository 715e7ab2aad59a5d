"""Papers are used by someone, filed somewhere, and have no hole in their text."""

import re
from collections.abc import Iterator

from ...entries.paper import Heading, Items, Paper, Paragraph, Table
from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry
from .references import Path

HOLE = re.compile(r"\{\{\s*([^}]*?)\s*\}\}")
"""A place to fill in: the id of a field between double braces."""


def papers_of(procedure: Procedure) -> set[str]:
    """Give all papers a procedure uses, makes or files."""
    steps = {paper for step in procedure.steps.values() for paper in (*step.papers.uses, *step.papers.makes)}
    return steps | {paper for item in procedure.archive for paper in item.papers}


def check_papers(entries: Entries, report: Report) -> None:
    """Hold the papers against their text, the steps that make them and the files that keep them."""
    used: set[str] = set()
    for procedure in entries.procedures.values():
        model = procedure.model
        needed = {paper for step in model.steps.values() for paper in step.papers.uses}
        filed = {paper for item in model.archive for paper in item.papers}
        for id_, step in model.steps.items():
            for index, paper in enumerate(step.papers.makes):
                if paper not in needed | filed:
                    procedure.report(report, "paper-never-filed", "steps", id_, "papers", "makes", index, name=paper)
        used |= papers_of(model)
    sound = not any(kind == "procedure" for kind, _ in entries.broken)
    for slug, entry in entries.papers.items():
        if slug not in used and sound:
            entry.report(report, "paper-unused", name=slug)
        _check_text(entry, report)


def _texts(paper: Paper) -> Iterator[tuple[Path, str]]:
    yield ("heading",), paper.heading
    if paper.addressee:
        yield ("addressee",), paper.addressee
    for index, line in enumerate(paper.signature):
        yield ("signature", index), line
    for number, block in enumerate(paper.body):
        path: Path = ("body", number)
        if isinstance(block, Heading):
            yield (*path, "heading"), block.heading
        elif isinstance(block, Paragraph):
            yield (*path, "text"), block.text
        elif isinstance(block, Items):
            yield from (((*path, "items", index), item) for index, item in enumerate(block.items))
        else:
            yield from _cells(path, block)


def _cells(path: Path, table: Table) -> Iterator[tuple[Path, str]]:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            yield (*path, "rows", row, column), cell


def _check_text(entry: Entry[Paper], report: Report) -> None:
    filled: set[str] = set()
    for path, text in _texts(entry.model):
        for name in HOLE.findall(text):
            filled.add(name)
            if name not in entry.model.fields:
                known = "、".join(entry.model.fields) or "—"
                entry.report(report, "paper-hole-unknown", *path, name=name, known=known)
    for name, field in entry.model.fields.items():
        if name not in filled:
            entry.report(report, "paper-field-unused", "fields", name, of_key=True, name=name)
        if (field.kind == "choice") != bool(field.choices):
            entry.report(report, "paper-choices", "fields", name, of_key=True, name=name)
    for number, block in enumerate(entry.model.body):
        if isinstance(block, Table):
            for row, cells in enumerate(block.rows):
                if len(cells) != len(block.columns):
                    path = ("body", number, "rows", row)
                    entry.report(report, "table-width", *path, cells=len(cells), columns=len(block.columns))

"""Every name an author writes must lead somewhere: references, articles, links in text."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ...problems import Report, Word
from ..checking import Entries, Entry

Path = tuple[str | int, ...]

FIELD_KINDS = {
    "cases": "case",
    "case": "case",
    "forms": "form",
    "diagrams": "diagram",
    "diagram": "diagram",
    "related": "procedure",
    "procedures": "procedure",
    "procedure": "procedure",
    "learn": "procedure",
    "at_hand": "procedure",
    "papers": "paper",
    "uses": "paper",
    "makes": "paper",
    "unit_types": "unit-type",
    "unit_type": "unit-type",
    "topic": "topic",
    "solves": "difficulty",
    "superseded_by": "regulation",
    "regulation": "regulation",
    "flow": "flow",
    "lane": "role",
    "lead": "role",
    "does": "role",
    "approves": "role",
    "joins": "role",
    "reports_to": "role",
    "made_by": "role",
    "sent_to": "role",
    "basis": "basis",
    "calculators": "calculator",
    "only": "condition",
    "units": "unit-type",
}
"""What the field of a name refers to. One name means the same in every model."""

NAMED = frozenset(
    {
        "steps",
        "nodes",
        "fields",
        "places",
        "roles",
        "unit_types",
        "terms",
        "topics",
        "difficulties",
        "chapters",
        "sections",
        "items",
        "actions",
        "bands",
        "left_out",
        "payers",
        "conditions",
        "runs",
    }
)
"""Fields that may hold a map by the author's own names: those names are no fields."""

CLOSED = frozenset({"next", "dates"})
"""Maps from the author's own words to names that other rules check."""

LINK = re.compile(r"\]\(([a-z]+):([^)\s]*)\)")
LINK_KINDS = frozenset({"procedure", "case", "form", "diagram", "paper", "regulation", "term"})


def walk(data: Any, path: Path = (), field: str = "") -> Iterator[tuple[Path, str, str]]:
    """Give every text of plain data with its path and the field it stands in."""
    if isinstance(data, str):
        yield path, field, data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from walk(item, (*path, index), field)
    elif isinstance(data, dict):
        named = field in NAMED
        for key, value in data.items():
            inner = field + "." if named else key
            yield from walk(value, (*path, key), inner if key not in CLOSED or named else "")


def all_entries(entries: Entries) -> Iterator[Entry[Any]]:
    """Give every entry of every kind."""
    yield from (
        entry
        for entry in (entries.handbook, entries.glossary, entries.calendar, entries.conditions, entries.runs)
        if entry
    )
    for group in (
        entries.procedures,
        entries.flows,
        entries.diagrams,
        entries.cases,
        entries.papers,
        entries.forms,
        entries.regulations,
        entries.courses,
        entries.calculators,
    ):
        yield from group.values()


class Targets:
    """All the names there are, by kind."""

    def __init__(self, entries: Entries) -> None:
        self.broken = entries.broken
        self.unreleased = unreleased(entries)
        self.superseded = {slug for slug, entry in entries.regulations.items() if entry.model.status == "superseded"}
        self.articles = {
            slug: {article.article for article in entry.model.articles} for slug, entry in entries.regulations.items()
        }
        self.names: dict[str, set[str]] = {
            "procedure": set(entries.procedures),
            "flow": set(entries.flows),
            "diagram": set(entries.diagrams),
            "case": set(entries.cases),
            "paper": set(entries.papers),
            "regulation": set(entries.regulations),
            "role": set(entries.roles),
            "unit-type": set(entries.unit_types),
            "term": set(entries.terms),
            "form": set(entries.forms),
            "calculator": set(entries.calculators),
            "topic": set(entries.case_topics),
            "difficulty": set(entries.difficulties),
            "condition": set(entries.shared_conditions),
        }

    def hides(self, entry: Entry[Any]) -> bool:
        """Whether an entry is not released itself: a procedure of a closed chapter, or a diagram about such alone."""
        return entry.slug in self.unreleased or (
            entry.source.kind == "diagram" and only_about(entry.model, self.unreleased)
        )

    def knows(self, kind: str, name: str) -> bool:
        """Whether a name exists, or would if its own file were sound."""
        whole_file = {
            "role": ("roles", "roles"),
            "unit-type": ("unit-types", "unit-types"),
            "term": ("glossary", "glossary"),
            "topic": ("topics", "topics"),
            "difficulty": ("topics", "topics"),
            "condition": ("conditions", "conditions"),
        }
        return (
            name in self.names[kind] or (kind, name) in self.broken or whole_file.get(kind, (kind, name)) in self.broken
        )


def only_about(diagram: Any, hidden: set[str]) -> bool:
    """Whether a diagram belongs to unreleased procedures alone."""
    return bool(diagram.procedures) and set(diagram.procedures) <= hidden


def unreleased(entries: Entries) -> set[str]:
    """The procedures of chapters that are not released, whether or not they are written yet."""
    if entries.handbook is None:
        return set()
    chapters = entries.handbook.model.chapters
    closed = {slug for slug, chapter in chapters.items() if chapter.state == "not-yet"}
    listed = {name for slug in closed for name in chapters[slug].procedures}
    return listed | {slug for slug, entry in entries.procedures.items() if entry.chapter in closed}


def check_references(entries: Entries, report: Report) -> None:
    """Report every name that leads nowhere, with the nearest one that exists."""
    targets = Targets(entries)
    for entry in all_entries(entries):
        for path, field, text in walk(entry.source.data):
            kind = FIELD_KINDS.get(field)
            if kind == "basis":
                check_basis(entry, path, text, targets, report)
            elif kind is not None and not (field == "unit_types" and path[0] == "unit_types"):
                _check_name(entry, path, kind, text, targets, report)
            if "](" in text:
                _check_links(entry, path, text, targets, report)


def _is_listing(entry: Entry[Any], path: Path) -> bool:
    """The handbook file lists the chapters to come: there an unreleased name is right."""
    return entry.source.kind == "handbook" and path[0] == "chapters"


def _check_name(entry: Entry[Any], path: Path, kind: str, name: str, targets: Targets, report: Report) -> None:
    if kind == "procedure" and name in targets.unreleased:
        if not _is_listing(entry, path) and not targets.hides(entry):
            entry.report(report, "ref-unreleased", *path, name=name)
        return
    if kind == "regulation" and name in targets.superseded and path[-1] != "superseded_by":
        entry.report(report, "ref-superseded", *path, name=name)
    elif not targets.knows(kind, name):
        report_unknown(entry, path, kind, name, targets, report)


def report_unknown(entry: Entry[Any], path: Path, kind: str, name: str, targets: Targets, report: Report) -> None:
    """Report a name that leads nowhere, with the nearest one that exists."""
    near = get_close_matches(name, targets.names[kind], 1, 0.6)
    entry.report(report, "ref-unknown", *path, kind=Word(kind), name=name, nearest=near[0] if near else "")


def check_basis(entry: Entry[Any], path: Path, text: str, targets: Targets, report: Report) -> None:
    """Hold one basis against the registry: ``unit``, ``case:<slug>`` or ``<regulation> <article>``."""
    if text == "unit":
        return
    if text.startswith("case:"):
        _check_name(entry, path, "case", text[5:].strip(), targets, report)
        return
    name, _, article = text.partition(" ")
    article = article.strip()
    _check_name(entry, path, "regulation", name, targets, report)
    if name not in targets.articles:
        return
    if not article:
        entry.report(report, "basis-without-article", *path, name=name)
    elif article not in targets.articles[name]:
        near = get_close_matches(article, targets.articles[name], 3, 0.3)
        entry.report(report, "article-unknown", *path, name=name, article=article, nearest="、".join(near))


def _check_links(entry: Entry[Any], path: Path, text: str, targets: Targets, report: Report) -> None:
    for scheme, target in LINK.findall(text):
        if scheme in LINK_KINDS:
            _check_name(entry, path, scheme, target, targets, report)
        elif scheme in ("http", "https", "mailto"):
            entry.report(report, "link-outside", *path, link=f"{scheme}:{target}")
        else:
            entry.report(report, "link-unsafe", *path, link=f"{scheme}:{target}")

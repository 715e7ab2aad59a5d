"""Which layer set what on a page: a unit's own words are marked as such wherever they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ...editions.naming import MODELS as TOLD
from ...editions.naming import named
from ...locale import words
from ...views.parts import Basis
from ..checking import Entry
from ..linking import Handbook
from ..reading import Source
from .pages import PlannedPage

MOST = 6
"""How many parts a page names; of more it tells how many there are."""
PARTS_DEEP = 4
"""How many words name a part: 步骤 › “发通知” › 期限 › 2."""
FILES = {"glossary": "glossary", "calendar": "calendar"}
"""The pages that show one file of many small entries."""


def with_layers(pages: Iterable[PlannedPage], handbook: Handbook) -> Iterator[PlannedPage]:
    """Give the pages with what layers set on each."""
    groups: dict[str, dict[str, Entry[Any]]] = {
        "diagram": handbook.diagrams,
        "case": handbook.cases,
        "paper": handbook.papers,
        "form": handbook.forms,
        "regulation": handbook.regulations,
        "course": handbook.courses,
    }
    for page in pages:
        entry = groups.get(page.kind, {}).get(page.slug)
        shared = handbook.shared.get(FILES.get(page.slug, "")) if page.kind == "page" else None
        source = entry.source if entry else shared
        notes = tuple(_notes(page.kind, source)) if source is not None else ()
        yield replace(page, laid=notes) if notes else page


def _notes(kind: str, source: Source) -> Iterator[Basis]:
    """The mark of each layer with the parts it set; of an entry that is all its own, the mark alone."""
    if source.below is None and source.level not in ("", "national"):
        yield Basis(words()["pages"]["laid_whole"], "", (f"layer-{source.level}",))
    for level in dict.fromkeys(level for _, level in source.laid):
        parts = list(dict.fromkeys(_name(kind, source, path) for path, laid in source.laid if laid == level))
        more = words()["pages"]["laid_more"].format(count=len(parts)) if len(parts) > MOST else ""
        yield Basis("、".join(parts[:MOST]) + more, "", (f"layer-{level}",))


def _name(kind: str, source: Source, path: tuple[str | int, ...]) -> str:
    """The words for a part; of a small entry among many its own name."""
    if kind in TOLD:
        return " › ".join(named(kind, source.slug, path[:PARTS_DEEP], {kind: {source.slug: source.data}}))
    holder: Any = source.data
    for part in path[:2]:
        holder = holder[part]
    names = (holder.get(key) for key in ("term", "task", "title")) if isinstance(holder, dict) else ()
    return next(filter(None, names), str(path[-1]))

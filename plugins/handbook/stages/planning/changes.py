"""The record of changes, from the editions that are kept and the one that is being made."""

import json
import re
from typing import Any

from ...editions import Difference, Snapshot, code_of, differences, named
from ...locale import words
from ...views.changes import ChangesView, ChangeView, EditionView
from ...views.parts import Link
from .addresses import CHANGES, step_anchor
from .lookup import Lookup
from .pages import PlannedPage

LONGEST = 160
"""How much of a text is shown; the page itself has all of it."""
READABLE = re.compile("[\u4e00-\u9fff]")
"""What is written for readers: ids and the keys of choices are not."""
CODED = ("procedure", "case", "diagram", "paper", "form", "regulation")
"""The kinds whose pages carry a code."""


def plan_changes(lookup: Lookup) -> PlannedPage:
    """Plan the page that tells what changed, and by a printed code whether a page is current."""
    kept = editions_of(lookup)
    said = words()["editions"]
    views = [_edition(place, kept, lookup) for place in reversed(range(len(kept)))]
    view = ChangesView(tuple(views), len(kept) - 1, json.dumps(said["page"], ensure_ascii=False))
    return PlannedPage(CHANGES, "changes", said["title"], (), view, "page", "changes")


def editions_of(lookup: Lookup) -> list[Snapshot]:
    """Give all editions, the oldest first; the one being made stands for its own snapshot."""
    current = lookup.handbook.edition
    return [*(each for each in lookup.handbook.editions if each.number != current.number), current]


def page_code(edition: Snapshot, kind: str, slug: str) -> str:
    """Give the code that a page of an edition carries; empty for pages without one.

    It covers the entry and, of a procedure, its flow: as soon as either differs, so does the code.
    """
    entry = edition.entries.get(kind, {}).get(slug)
    if entry is None or kind not in CODED:
        return ""
    return code_of(kind, slug, entry, edition.entries.get("flow", {}).get(slug) if kind == "procedure" else None)


def plan_codes(lookup: Lookup) -> dict[str, Any]:
    """Give every code a page has had: code → entry, title, and the places of the first and last edition with it."""
    codes: dict[str, list[Any]] = {}
    for place, edition in enumerate(editions_of(lookup)):
        for kind in CODED:
            for slug, entry in edition.entries.get(kind, {}).items():
                code = page_code(edition, kind, slug)
                codes.setdefault(code, [f"{kind}/{slug}", entry["title"], place, place])[3] = place
    return codes


def current_codes(codes: dict[str, Any]) -> dict[str, str]:
    """Give the codes of the pages as they are now, of all that ``plan_codes`` gave: entry → code."""
    newest = max((last for _, _, _, last in codes.values()), default=0)
    return {entry: code for code, (entry, _, _, last) in codes.items() if last == newest}


def _edition(place: int, kept: list[Snapshot], lookup: Lookup) -> EditionView:
    edition = kept[place]
    found = differences(kept[place - 1], edition) if place else []
    views = [_change(each, edition, lookup) for each in found if each.weight != "upkeep"]
    return EditionView(
        place=place,
        number=edition.number,
        date=edition.date,
        headlines=tuple(view for view in views if view.weight == "headline"),
        details=tuple(view for view in views if view.weight == "detail"),
        wordings=tuple(view for view in views if view.weight == "wording"),
        first=place == 0,
    )


def _change(found: Difference, edition: Snapshot, lookup: Lookup) -> ChangeView:
    kind = "procedure" if found.kind == "flow" and found.slug in lookup.handbook.procedures else found.kind
    link = lookup.link(kind, found.slug) or Link(found.title, "")
    if kind == "procedure" and link.href and len(found.path) > 1 and found.path[0] in ("steps", "nodes"):
        link = Link(link.text, f"{link.href}#{step_anchor(str(found.path[1]))}")
    return ChangeView(
        entry=f"{kind}/{found.slug}",
        link=link,
        kind=found.kind,
        where=" › ".join(named(found.kind, found.slug, found.path, edition.entries)),
        before=_shown(found.before),
        after=_shown(found.after),
        weight=found.weight,
    )


def _shown(value: Any) -> str:
    """A value as a line of words; of what is put together, the first words in it."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else "；".join(_words_of(value))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _words_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in _words_of(part)]
    if isinstance(value, list):
        return [word for part in value for word in _words_of(part)]
    return [value] if isinstance(value, str) and READABLE.search(value) else []

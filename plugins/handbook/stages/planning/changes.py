"""The record of changes, from the editions that are kept and the one that is being made."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ...editions import Difference, Snapshot, code_of, differences, named, said
from ...locale import words
from ...views.changes import ChangesView, ChangeView, EditionView
from ...views.parts import Link
from .addresses import CALENDAR, CHANGES, DESK, deck_address, step_anchor
from .lookup import Lookup
from .pages import PlannedPage

LONGEST = 160
"""How much of a text is shown; the page itself has all of it."""
CODED = ("procedure", "case", "diagram", "paper", "form", "regulation", "course")
"""The kinds whose pages carry a code."""
WHOLE = "edition/"
"""What the code of a whole edition is a code of."""
PLACES = {"calendar": CALENDAR, "run": DESK, "handbook": "index.html"}
"""The pages that show what has none of its own."""


def plan_changes(lookup: Lookup) -> PlannedPage:
    """Plan the page that tells what changed, and by a printed code whether a page is current."""
    kept = editions_of(lookup)
    spoken = words()["editions"]
    views = [_edition(place, kept, lookup) for place in reversed(range(len(kept)))]
    view = ChangesView(
        editions=tuple(views),
        current=len(kept) - 1,
        code=edition_code(kept[-1]),
        deck=deck_address("changes", "changes") if len(kept) > 1 else "",
        sentences=json.dumps(spoken["page"], ensure_ascii=False),
    )
    return PlannedPage(CHANGES, "changes", spoken["title"], (), view, "changes", "changes")


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


def edition_code(edition: Snapshot) -> str:
    """Give the code of a whole edition, which differs as soon as anything that it holds does."""
    return code_of(WHOLE, edition.entries)


def plan_codes(lookup: Lookup) -> dict[str, Any]:
    """Give every code that stood on a page or a print.

    Code → what it is of (``<kind>/<slug>``, ``print/<chapter>`` or ``edition/``), its title, and the places of the
    first and last edition with it.
    """
    codes: dict[str, list[Any]] = {}
    for place, edition in enumerate(editions_of(lookup)):
        for code, entry, title in _codes_of(edition, lookup.handbook.file.title):
            codes.setdefault(code, [entry, title, place, place])[3] = place
    return codes


def _codes_of(edition: Snapshot, title: str) -> Iterator[tuple[str, str, str]]:
    """The codes of an edition, each with what it is of and its title."""
    for kind in CODED:
        for slug, entry in edition.entries.get(kind, {}).items():
            yield page_code(edition, kind, slug), f"{kind}/{slug}", entry["title"]
    file = edition.entries.get("handbook", {}).get("handbook", {})
    for slug, chapter in file.get("chapters", {}).items():
        if chapter["procedures"]:
            codes = [page_code(edition, "procedure", name) for name in chapter["procedures"]]
            yield code_of("print", slug, codes), f"print/{slug}", chapter["title"]
    yield edition_code(edition), WHOLE, f"{file.get('title', title)} {edition.number}"


def current_codes(codes: dict[str, Any]) -> dict[str, str]:
    """Give the codes of pages and prints as they are now, of all that ``plan_codes`` gave: what it is of → code."""
    newest = max((last for _, _, _, last in codes.values()), default=0)
    return {entry: code for code, (entry, _, _, last) in codes.items() if last == newest}


def _edition(place: int, kept: list[Snapshot], lookup: Lookup) -> EditionView:
    edition, before = kept[place], kept[max(place - 1, 0)]
    chapters = _chapters(before, edition)
    found = differences(before, edition)
    views = [_change(each, before, edition, chapters, lookup) for each in found if each.weight != "upkeep"]
    return EditionView(
        place=place,
        number=edition.number,
        date=edition.date,
        headlines=tuple(view for view in views if view.weight == "headline"),
        details=tuple(view for view in views if view.weight == "detail"),
        wordings=tuple(view for view in views if view.weight == "wording"),
        first=place == 0,
    )


def _chapters(*editions: Snapshot) -> dict[str, str]:
    """The chapter of each procedure, as the last edition that has it tells."""
    files = (edition.entries.get("handbook", {}).get("handbook", {}) for edition in editions)
    chapters = (pair for file in files for pair in file.get("chapters", {}).items())
    return {name: slug for slug, chapter in chapters for name in chapter["procedures"]}


def _change(
    found: Difference, before: Snapshot, edition: Snapshot, chapters: Mapping[str, str], lookup: Lookup
) -> ChangeView:
    kind = "procedure" if found.kind == "flow" and found.slug in lookup.handbook.procedures else found.kind
    link = lookup.link(kind, found.slug) or Link(found.title, _place(found.kind, lookup))
    if kind == "procedure" and link.href and len(found.path) > 1 and found.path[0] in ("steps", "nodes"):
        link = Link(link.text, f"{link.href}#{step_anchor(str(found.path[1]))}")
    at = (found.kind, found.slug, found.path)
    return ChangeView(
        entry=f"{kind}/{found.slug}",
        chapter=chapters.get(found.slug, "") if kind == "procedure" else "",
        link=link,
        kind=found.kind,
        where=" › ".join(named(*at, (before if found.after is None else edition).entries)),
        before=_shown(said(*at, found.before, before.entries)),
        after=_shown(said(*at, found.after, edition.entries)),
        weight=found.weight,
    )


def _place(kind: str, lookup: Lookup) -> str:
    return f"{lookup.root}{PLACES[kind]}" if kind in PLACES else ""


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

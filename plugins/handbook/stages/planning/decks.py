"""The decks for the projection: of every procedure, case, chapter, diagram and form, and of the changes."""

import json
from collections.abc import Iterable, Iterator

from ...entries.flow import Flow
from ...views.deck import DeckView
from ...views.parts import Link
from ..linking import Handbook
from .addresses import deck_address, deck_name
from .lookup import Lookup
from .pages import PlannedPage

KINDS = frozenset({"procedure", "case", "chapter", "diagram", "form", "changes"})
"""The kinds of pages that have a deck."""


def plan_decks(pages: Iterable[PlannedPage], lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the decks; ``pages`` are all the pages planned so far."""
    for page in pages:
        if page.kind in KINDS and page.layout == page.kind and getattr(page.view, "deck", True):
            view, address = _view(page, lookup), deck_address(page.kind, page.slug)
            yield PlannedPage(address, "deck", page.title, (), view, page.kind, page.slug, page.chapter)


def _view(page: PlannedPage, lookup: Lookup) -> DeckView:
    flow = _flow(page, lookup.handbook)
    code = page.view.code if page.kind == "procedure" else ""
    link = Link(page.title, f"../{page.address}")
    name, shown = deck_name(page.kind, page.slug), _as_json(flow, lookup) if flow else ""
    return DeckView(name, page.kind, page.title, code, link, shown)


def _flow(page: PlannedPage, handbook: Handbook) -> Flow | None:
    name: str | None = page.slug if page.kind == "procedure" else None
    if page.kind == "case":
        name = handbook.cases[page.slug].model.flow
    return handbook.flows[name].model if name else None


def _as_json(flow: Flow, lookup: Lookup) -> str:
    nodes = {
        id_: (node.kind, node.text, lookup.names([node.lane]) if node.lane else "", ways_of(id_, flow))
        for id_, node in flow.nodes.items()
    }
    return json.dumps(nodes, ensure_ascii=False, separators=(",", ":"))


def ways_of(id_: str, flow: Flow) -> list[tuple[str, str]]:
    """The ways on from a node, target and label, the usual one first.

    The usual way is the first that leads forward and comes to an end without this node; a clicker that only knows
    "next" would go round in circles otherwise.
    """
    ways = flow.nodes[id_].next
    if not isinstance(ways, dict):
        return [(ways, "")] if ways else []
    places = {name: place for place, name in enumerate(flow.nodes)}
    found = [(target, label) for label, target in ways.items()]
    onward = [way for way in found if _ends(way[0], id_, flow)] or found
    usual = next((way for way in onward if places[way[0]] > places[id_]), onward[0])
    return [usual, *(way for way in found if way is not usual)]


def _ends(begin: str, without: str, flow: Flow) -> bool:
    """Whether a flow comes to an end from a node without passing another."""
    met, waiting = {without}, [begin]
    while waiting:
        id_ = waiting.pop()
        if id_ in met:
            continue
        met.add(id_)
        ways = flow.nodes[id_].next
        if ways is None:
            return True
        waiting += ways.values() if isinstance(ways, dict) else [ways]
    return False

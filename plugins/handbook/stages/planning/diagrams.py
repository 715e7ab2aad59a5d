"""The pages of concept diagrams."""

from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from ...locale import words
from ...views.parts import Fact, Heading, Turning
from ...views.reference import DiagramView
from ..checking import Entry
from .addresses import address_of
from .lookup import Lookup
from .pages import PlannedPage


def plan_diagrams(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every diagram."""
    names = words()["pages"]["sections"]
    for slug, turning in lookup.turnings("diagram", list(lookup.handbook.diagrams)).items():
        view = _view(lookup.handbook.diagrams[slug], turning, lookup)
        keys = [key for key in ("drawing", "points", "note", "shelves", "basis") if getattr(view, key)]
        outline = tuple(Heading(names[key], key, 1) for key in keys)
        yield PlannedPage(address_of("diagram", slug), "diagram", view.title, outline, view, "diagram", slug)


def _view(entry: Entry[Any], turning: Turning, lookup: Lookup) -> DiagramView:
    model, inline = entry.model, lookup.inline
    return DiagramView(
        title=model.title,
        title_en=model.title_en,
        answers=model.answers,
        summary=inline(model.summary),
        drawing=lookup.picture(lookup.illustrated.diagrams.get(entry.slug)),
        points=inline.all(model.points),
        note=inline(model.note),
        shelves=lookup.shelves({"procedures": lookup.links("procedure", model.procedures)}),
        basis=lookup.gathered(model.basis),
        facts=(Fact("reviewed", escape(model.reviewed.isoformat())),),
        turning=turning,
    )

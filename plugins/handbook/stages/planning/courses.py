"""The pages of the courses: an agenda whose items open the decks."""

from collections.abc import Iterator

from ...entries.course import Course, Item, Part
from ...locale import words
from ...views.course import CourseView, ItemView, PartView
from ...views.parts import Heading, Link
from ..checking import Entry
from .addresses import DRILL, address_of, deck_address, step_anchor
from .lookup import Lookup
from .pages import PlannedPage


def plan_courses(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every course."""
    for slug, entry in lookup.handbook.courses.items():
        view = _view(entry, lookup)
        outline = tuple(Heading(part.title, f"part-{number}", 1) for number, part in enumerate(view.parts, 1))
        yield PlannedPage(address_of("course", slug), "course", view.title, outline, view, "course", slug)


def _view(entry: Entry[Course], lookup: Lookup) -> CourseView:
    model, said = entry.model, words()["courses"]
    parts = tuple(_part(number, part, lookup) for number, part in enumerate(model.parts, 1))
    decks = [item.deck for part in parts for item in part.items if item.deck]
    start = Link(said["start"], decks[0].href) if decks else None
    total = said["total"].format(minutes=model.minutes)
    return CourseView(model.title, model.title_en, lookup.inline(model.summary), model.audience, total, start, parts)


def _part(number: int, part: Part, lookup: Lookup) -> PartView:
    shown = [(item, link) for item in part.items if (link := _link(item, lookup))]
    items = tuple(_item(f"{number}.{place}", item, link, lookup) for place, (item, link) in enumerate(shown, 1))
    minutes = words()["courses"]["minutes"].format(minutes=part.minutes)
    return PartView(part.title, minutes, lookup.inline(part.note), items)


def _link(item: Item, lookup: Lookup) -> Link | None:
    """The page of what is taught, or None if it is not released."""
    slug = item.procedure
    if slug is None:
        kind = "case" if item.case else "form" if item.form else "diagram"
        return lookup.link(kind, item.case or item.form or item.diagram or "")
    entry = lookup.handbook.procedures.get(slug)
    if entry is None:
        return None
    if item.step is not None:
        return lookup.step(entry, item.step, here=False)
    if item.question is not None:
        text = entry.model.questions[item.question - 1].ask[0]
        named = words()["courses"]["question"].format(number=item.question, text=text)
        return Link(named, f"{lookup.href('procedure', slug)}#questions", "", entry.model.code)
    return lookup.link("procedure", slug)


def _item(number: str, item: Item, link: Link, lookup: Lookup) -> ItemView:
    said, slug = words()["courses"], item.procedure
    if slug is None:
        deck = Link(said["deck"], lookup.root + deck_address(item.case)) if item.case else None
        return ItemView(number, link, deck, None)
    address = lookup.root + deck_address(slug)
    deck = Link(said["deck"], address)
    if item.step is not None:
        deck = Link(said["step"], f"{address}#{step_anchor(item.step)}")
    drilled = item.step is None and item.question is None and slug in lookup.handbook.flows
    drill = Link(said["drill"], f"{lookup.root}{DRILL}#{slug}") if drilled else None
    return ItemView(number, link, deck, drill)

"""The courses: the page with the agenda, and what the projection knows in order to teach one from end to end."""

from collections.abc import Iterator
from typing import Any

from ...entries.course import Course, Item, Part
from ...locale import words
from ...views.course import CourseView, ItemView, PartView
from ...views.parts import Heading, Link
from ..checking import Entry
from .addresses import DRILL, address_of, deck_name, question_anchor, step_anchor
from .lookup import Lookup
from .pages import PlannedPage
from .searching.plain import plain


def plan_courses(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every course."""
    for slug, entry in lookup.handbook.courses.items():
        view = _view(entry, lookup)
        outline = tuple(Heading(part.title, f"part-{number}", 1) for number, part in enumerate(view.parts, 1))
        yield PlannedPage(address_of("course", slug), "course", view.title, outline, view, "course", slug)


def plan_taught(lookup: Lookup) -> dict[str, Any]:
    """Give each course as the projection teaches it: parts with minutes, and items [words, deck, slide or ""]."""
    return {slug: _taught(slug, entry.model, lookup) for slug, entry in lookup.handbook.courses.items()}


def _taught(slug: str, course: Course, lookup: Lookup) -> dict[str, Any]:
    parts = [
        {
            "title": part.title,
            "minutes": part.minutes,
            "note": plain(part.note or ""),
            "items": [
                (" ".join(filter(None, (link.code, link.text))), *_deck(item)) for item, link in _shown(part, lookup)
            ],
        }
        for part in course.parts
    ]
    return {"title": course.title, "page": address_of("course", slug), "parts": parts}


def _shown(part: Part, lookup: Lookup) -> list[tuple[Item, Link]]:
    """The items of a part that are released, with their pages."""
    return [(item, link) for item in part.items if (link := _link(item, lookup))]


def _deck(item: Item) -> tuple[str, str]:
    """The deck of an item and, where only a step or a question of it is taught, that slide."""
    if item.procedure is None:
        kind = "case" if item.case else "form" if item.form else "diagram"
        return deck_name(kind, item.case or item.form or item.diagram or ""), ""
    slide = step_anchor(item.step) if item.step else question_anchor(item.question) if item.question else ""
    return deck_name("procedure", item.procedure), slide


def _view(entry: Entry[Course], lookup: Lookup) -> CourseView:
    model, said = entry.model, words()["courses"]
    parts, number = [], 0
    for place, part in enumerate(model.parts, 1):
        shown = _shown(part, lookup)
        parts.append(_part(place, part, shown, (entry.slug, number), lookup))
        number += len(shown)
    decks = [_deck(item)[0] for part in model.parts for item, _ in _shown(part, lookup)]
    start = Link(said["start"], _opened(decks[0], "course", entry.slug, 1, lookup)) if decks else None
    total = said["total"].format(minutes=model.minutes)
    summary = lookup.inline(model.summary)
    return CourseView(model.title, model.title_en, summary, model.audience, total, start, tuple(parts))


def _opened(deck: str, slide: str, course: str, number: int, lookup: Lookup) -> str:
    """The address of a slide in a course, at its item of that number."""
    return f"{lookup.root}present/{deck}.html#/{slide}?course={course}&at={number}"


def _part(place: int, part: Part, shown: list[tuple[Item, Link]], before: tuple[str, int], lookup: Lookup) -> PartView:
    course, count = before
    items = tuple(
        _item(f"{place}.{number}", item, link, (course, count + number), lookup)
        for number, (item, link) in enumerate(shown, 1)
    )
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
        return Link(named, f"{lookup.href('procedure', slug)}#{question_anchor(item.question)}", "", entry.model.code)
    return lookup.link("procedure", slug)


def _item(number: str, item: Item, link: Link, place: tuple[str, int], lookup: Lookup) -> ItemView:
    said, (name, slide) = words()["courses"], _deck(item)
    text = said["step"] if item.step else said["ask"] if item.question else said["deck"]
    deck = Link(text, _opened(name, slide or "title", *place, lookup))
    drilled = item.procedure in lookup.handbook.flows and not slide
    drill = Link(said["drill"], f"{lookup.root}{DRILL}#{item.procedure}") if drilled else None
    return ItemView(number, link, deck, drill)

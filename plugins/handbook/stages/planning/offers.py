"""What a course of one's own is put together from, and the page on which that is done."""

import json
from collections.abc import Iterator
from typing import Any

from ...entries.form import Form, Item, Section
from ...locale import words
from ...views.course import MakeView
from ..linking import Handbook
from .addresses import MAKE, deck_address, question_anchor, step_anchor
from .lookup import Lookup
from .pages import PlannedPage


def plan_make(lookup: Lookup) -> PlannedPage:
    """Plan the page on which a course is put together."""
    said = words()["courses"]["make"]
    view = MakeView(said["title"], json.dumps(said["script"], ensure_ascii=False))
    return PlannedPage(MAKE, "make", view.title, (), view, "page", "make-course")


def plan_offers(lookup: Lookup) -> dict[str, Any]:
    """Give all that can be taught, [id, words, address, deck], and what the checks of the forms lead to."""
    return {"items": list(_items(lookup)), "checks": _checks(lookup.handbook)}


def _items(lookup: Lookup) -> Iterator[tuple[str, str, str, str]]:
    handbook = lookup.handbook
    for slug, entry in handbook.procedures.items():
        page, deck = lookup.href("procedure", slug), deck_address("procedure", slug)
        yield f"p/{slug}", f"{entry.model.code} {entry.model.title}", page, deck
        for id_ in entry.model.steps:
            link, anchor = lookup.step(entry, id_, here=False), step_anchor(id_)
            yield f"s/{slug}/{id_}", f"{link.code} {entry.model.title} › {link.text}", link.href, f"{deck}#{anchor}"
        for number, question in enumerate(entry.model.questions, 1):
            at = f"#{question_anchor(number)}"
            yield f"q/{slug}/{number}", f"{entry.model.code} {question.ask[0]}", page + at, deck + at
    for kind, entries in (("case", handbook.cases), ("form", handbook.forms), ("diagram", handbook.diagrams)):
        for slug, other in entries.items():
            title = f"{words()['words'][kind]} {other.model.title}"
            yield f"{kind[0]}/{slug}", title, lookup.href(kind, slug), deck_address(kind, slug)


def _checks(handbook: Handbook) -> dict[str, dict[str, tuple[str, int | float]]]:
    """For each form: the item that can fail → what is learnt then, and the least number that is no failure."""
    found: dict[str, dict[str, tuple[str, int | float]]] = {}
    for slug, entry in handbook.forms.items():
        for section in entry.model.sections.values():
            for id_, item in section.items.items():
                if learnt := _learnt(item, section, handbook):
                    found.setdefault(slug, {})[id_] = (learnt, _least(item, entry.model))
    return found


def _learnt(item: Item, section: Section, handbook: Handbook) -> str:
    """The id of the step that an item names, otherwise of the procedure that its section names; empty without one."""
    if item.step is not None and item.step.procedure in handbook.procedures:
        return f"s/{item.step.procedure}/{item.step.step}"
    return f"p/{section.learn}" if section.learn in handbook.procedures else ""


def _least(item: Item, form: Form) -> int | float:
    """The threshold of an item, by the form's own parameters; of any other kind only zero has failed."""
    if item.threshold is None:
        return 1
    reaches = item.threshold.reaches
    return form.parameters[reaches].default if isinstance(reaches, str) else reaches

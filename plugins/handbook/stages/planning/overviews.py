"""The overviews: all diagrams, papers, regulations, each on one page."""

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup

from ...locale import words
from ...views.home import Card, Group, OverviewView
from ...views.parts import Heading
from ..checking import Entry
from .addresses import FOLDERS
from .cards import course_card, diagram_card, form_card, paper_card, regulation_card
from .lookup import Lookup
from .pages import PlannedPage

Show = Callable[[Entry[Any], Lookup], Card]


def plan_overviews(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the overview of every kind that has any entries."""
    handbook = lookup.handbook
    yield from _page("diagram", "diagrams", _single(handbook.diagrams, diagram_card, lookup))
    papers = _grouped(handbook.papers, "kind", "papers", paper_card, lookup)
    yield from _page("paper", "papers", papers)
    yield from _page("form", "forms", _forms(lookup))
    regulations = _grouped(handbook.regulations, "status", "statuses", regulation_card, lookup)
    yield from _page("regulation", "regulations", regulations)
    yield from _page("course", "courses", _single(handbook.courses, course_card, lookup))


def _page(kind: str, key: str, groups: tuple[Group, ...]) -> Iterator[PlannedPage]:
    if groups:
        titles = [(group.title, f"group-{number}") for number, group in enumerate(groups, 1) if group.title]
        outline = tuple(Heading(title, anchor, 1) for title, anchor in titles)
        address, view = f"{FOLDERS[kind]}/index.html", OverviewView(key, groups)
        yield PlannedPage(address, "overview", words()["pages"]["rooms"][key], outline, view, "page", key)


def _single(entries: dict[str, Entry[Any]], show: Show, lookup: Lookup) -> tuple[Group, ...]:
    cards = tuple(show(entry, lookup) for entry in entries.values())
    return (Group("", cards),) if cards else ()


def _forms(lookup: Lookup) -> tuple[Group, ...]:
    """The forms, and before them the page that ranks their sheets."""
    groups = _single(lookup.handbook.forms, form_card, lookup)
    said = words()["forms"]["ranking"]
    rank = Card(said["title"], f"{lookup.root}{FOLDERS['form']}/rank.html", "", Markup.escape(said["summary"]), "")
    return (Group("", (rank, *groups[0].cards)),) if groups else ()


def _grouped(entries: dict[str, Entry[Any]], field: str, key: str, show: Show, lookup: Lookup) -> tuple[Group, ...]:
    """The entries grouped by a field, in the order in which the locale lists its values."""
    groups: list[Group] = []
    for value, title in words()["pages"][key].items():
        cards = tuple(show(entry, lookup) for entry in entries.values() if getattr(entry.model, field) == value)
        if cards:
            groups.append(Group(title, cards))
    return tuple(groups)

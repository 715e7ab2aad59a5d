"""The chapters' pages and the navigation."""

from collections.abc import Container, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from ...entries.handbook import Chapter
from ...locale import words
from ...views.home import ChapterView
from ...views.parts import Heading, Link, Turning
from ...views.shell import Book, ContactView, Navigation, NavigationChapter, NavigationEntry
from ..checking import Entry
from .addresses import address_of
from .cards import case_card, diagram_card, procedure_card
from .home import rooms
from .lookup import Lookup
from .numerals import chinese
from .pages import PlannedPage


def plan_chapters(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every released chapter."""
    chapters = lookup.handbook.file.chapters
    released = [slug for slug, chapter in chapters.items() if chapter.state != "not-yet"]
    links = [Link(chapters[slug].title, f"{lookup.root}{slug}/index.html") for slug in released]
    around = zip(released, [None, *links], [*links[1:], None], strict=False)
    for slug, before, after in around:
        view = _view(slug, chapters[slug], Turning(before, after), lookup)
        outline = tuple(_outline(view))
        yield PlannedPage(f"{slug}/index.html", "chapter", view.title, outline, view, "chapter", slug, slug)


def _outline(view: ChapterView) -> Iterator[Heading]:
    names = words()["pages"]["sections"]
    for key in ("procedures", "diagrams", "cases"):
        if getattr(view, key):
            yield Heading(names[key], key, 1)


def _view(slug: str, chapter: Chapter, turning: Turning, lookup: Lookup) -> ChapterView:
    handbook = lookup.handbook
    own = {name: entry for name, entry in handbook.procedures.items() if entry.chapter == slug}
    return ChapterView(
        number=chinese(list(handbook.file.chapters).index(slug) + 1),
        title=chapter.title,
        title_en=chapter.title_en,
        summary=lookup.inline(chapter.summary),
        state=chapter.state,
        scene=chapter.scene or "",
        procedures=tuple(procedure_card(entry, lookup) for entry in own.values()),
        diagrams=tuple(diagram_card(entry, lookup) for entry in _about(own, handbook.diagrams)),
        cases=tuple(case_card(entry, lookup) for entry in _about(own, handbook.cases)),
        turning=turning,
    )


def _about(own: Container[str], entries: dict[str, Entry[Any]]) -> Iterator[Entry[Any]]:
    """The entries that name one of a chapter's procedures."""
    return (entry for entry in entries.values() if any(slug in own for slug in entry.model.procedures))


def navigation(lookup: Lookup) -> Navigation:
    """Give the ways to all parts, seen from the site's root."""
    chapters = enumerate(lookup.handbook.file.chapters.items(), 1)
    ways = tuple(_chapter(number, slug, chapter, lookup) for number, (slug, chapter) in chapters)
    return Navigation(ways, rooms(lookup))


def _chapter(number: int, slug: str, chapter: Chapter, lookup: Lookup) -> NavigationChapter:
    entries = (
        NavigationEntry(entry.model.title, address_of("procedure", name, slug), name)
        for name, entry in lookup.handbook.procedures.items()
        if entry.chapter == slug
    )
    address = "" if chapter.state == "not-yet" else f"{slug}/index.html"
    return NavigationChapter(slug, chinese(number), chapter.title, address, chapter.state, tuple(entries))


def _image(name: str | None) -> str:
    """The address of a picture in ``content/images/``, which stands in the site under the same name."""
    return f"images/{quote(PurePosixPath(name).name)}" if name else ""


def book(lookup: Lookup) -> Book:
    """Give the names of the handbook."""
    file = lookup.handbook.file
    return Book(
        title=file.title,
        title_en=file.title_en,
        subtitle=file.subtitle,
        unit=file.unit,
        unit_is_sample=file.unit_is_sample,
        owner=file.owner,
        edition=f"{file.edition.number} · {file.edition.date.isoformat()}",
        edition_number=file.edition.number,
        edition_date=file.edition.date.isoformat(),
        asks=file.mascots.asks,
        answers=file.mascots.answers,
        asks_image=_image(file.mascots.asks_image),
        answers_image=_image(file.mascots.answers_image),
        main=file.colours.main or "",
        second=file.colours.second or "",
        contacts=tuple(ContactView(one.about, one.who, one.how) for one in file.contacts),
    )

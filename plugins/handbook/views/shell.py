"""What stands around every page: the book's names and the ways to its parts."""

from dataclasses import dataclass

from .home import Room

MOST_ENTRIES = 30
"""How many procedures of a chapter the navigation shows on a page: every page carries it."""


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One procedure in the navigation; the address counts from the site's root."""

    title: str
    address: str
    slug: str


@dataclass(frozen=True, slots=True)
class NavigationChapter:
    """One chapter in the navigation; the address is empty while the chapter is not released."""

    slug: str
    number: str
    title: str
    address: str
    state: str
    entries: tuple[NavigationEntry, ...]

    @property
    def long(self) -> bool:
        """Whether the navigation shows only the neighbours of the open page."""
        return len(self.entries) > MOST_ENTRIES

    def around(self, slug: str) -> tuple[NavigationEntry, ...]:
        """Give the entries to show: all, or in a long chapter those around the open one."""
        if not self.long:
            return self.entries
        place = next((index for index, entry in enumerate(self.entries) if entry.slug == slug), 0)
        first = max(0, min(place - MOST_ENTRIES // 2, len(self.entries) - MOST_ENTRIES))
        return self.entries[first : first + MOST_ENTRIES]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask about what."""

    about: str
    who: str
    how: str


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Who looks after what a page shows, and the days of its last and its next review (``2026-11-21``)."""

    owner: str
    reviewed: str
    next_review: str


@dataclass(frozen=True, slots=True)
class Book:
    """The names of the handbook."""

    title: str
    title_en: str
    subtitle: str
    unit: str
    unit_is_sample: bool
    owner: str
    edition: str
    edition_number: str
    edition_date: str
    asks: str
    answers: str
    asks_image: str
    answers_image: str
    main: str
    """The unit's own main colour as ``#rrggbb``, empty for the handbook's; so is ``second``."""
    second: str
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class Navigation:
    """The ways to all parts of the handbook."""

    chapters: tuple[NavigationChapter, ...]
    rooms: tuple[Room, ...]

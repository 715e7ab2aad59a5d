"""A course: its agenda with minutes, and the deck that each item opens."""

from dataclasses import dataclass

from markupsafe import Markup

from .parts import Link


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing that is taught; ``drill`` is None where there is none."""

    number: str
    link: Link
    deck: Link
    drill: Link | None


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a course."""

    title: str
    minutes: str
    note: Markup
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class MakeView:
    """The page on which a course is put together; ``said`` are the words of its script as JSON."""

    title: str
    said: str


@dataclass(frozen=True, slots=True)
class CourseView:
    """The page of a course."""

    title: str
    title_en: str
    summary: Markup
    audience: str
    total: str
    start: Link | None
    """The first deck of the course, or None."""
    parts: tuple[PartView, ...]

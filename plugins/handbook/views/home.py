"""The home page, the chapters' pages and the overviews: everything that leads to an entry."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .parts import Link, Turning


@dataclass(frozen=True, slots=True)
class Card:
    """A procedure (or another entry) shown as something to open."""

    title: str
    href: str
    code: str
    summary: Markup
    remark: str
    """Who leads, the kind, the unit: one line, or empty."""
    steps: int = 0
    drawing: Any = None
    """A picture to show small, or None."""
    only: str = ""
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class ChapterCard:
    """A chapter and what it holds."""

    number: str
    """The number in Chinese, such as 一."""
    title: str
    title_en: str
    href: str
    summary: Markup
    state: str
    """A key of ``pages.states``."""
    procedures: tuple[Link, ...]
    scene: str
    """The name of the drawing, or empty."""
    planned: int
    """How many procedures it will have once it is released."""


@dataclass(frozen=True, slots=True)
class SituationView:
    """A situation and the way through the handbook."""

    title: str
    text: str
    route: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """A kind of entry other than procedures, with how many there are; ``key`` is in ``pages.rooms``."""

    key: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """What a reader meets first."""

    title: str
    title_en: str
    subtitle: str
    unit: str
    unit_is_sample: bool
    edition: str
    at_hand: tuple[Card, ...]
    situations: tuple[SituationView, ...]
    chapters: tuple[ChapterCard, ...]
    rooms: tuple[Room, ...]
    code: str
    """The code of this edition as a whole."""


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter's page."""

    number: str
    title: str
    title_en: str
    summary: Markup
    state: str
    scene: str
    procedures: tuple[Card, ...]
    diagrams: tuple[Card, ...]
    cases: tuple[Card, ...]
    turning: Turning


@dataclass(frozen=True, slots=True)
class Group:
    """Some cards under one heading."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All entries of one kind; ``key`` is in ``pages.rooms``."""

    key: str
    groups: tuple[Group, ...]

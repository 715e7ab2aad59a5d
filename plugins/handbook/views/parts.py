"""The small pieces that several pages are made of."""

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup


class Heading(NamedTuple):
    """One line of a page's outline: its words, its anchor and its level from 1."""

    title: str
    id: str
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """Something to open, with a line of explanation where there is one."""

    text: str
    href: str
    note: str = ""
    code: str = ""
    """The short code of a procedure, otherwise empty."""
    only: str = ""
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement rests on, and how far it can be trusted."""

    text: str
    href: str
    marks: tuple[str, ...]
    """Keys of ``pages.marks`` in the locale, such as ``recalled`` (to be checked) or ``practice``."""


@dataclass(frozen=True, slots=True)
class BasisGroup:
    """All that a page rests on in one regulation."""

    title: str
    href: str
    articles: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a page's head: the key of its name in ``pages.facts`` and what it says."""

    key: str
    text: Markup
    wide: bool = False
    """Whether it takes a whole line of the table."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group of links under one heading; ``key`` names it in ``pages.shelves``."""

    key: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Turning:
    """The entries before and after this one in reading order."""

    before: Link | None
    after: Link | None

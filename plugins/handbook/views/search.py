"""The search's page and the index of all entries."""

from dataclasses import dataclass
from typing import Any

from .parts import Link


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """All that travels to the search engine, ready for JSON; ``search/shapes.ts`` says what each part is."""

    contents: dict[str, Any]
    speech: dict[str, Any]
    bodies: list[str]
    """The running text of each entry, in the order of the entries."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page that shows all results."""

    chapters: tuple[tuple[str, str], ...]
    """Slug and title of each released chapter, to filter by."""
    index: str
    """The address of the index of all entries."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries whose titles begin with one letter."""

    letter: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All entries by the first letter of their titles' pinyin."""

    groups: tuple[IndexGroup, ...]

"""The library of case studies, sorted by what readers look for."""

from dataclasses import dataclass

from .home import Card


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose by, and how many cases it has."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with all that it can be chosen by; ids stand with spaces between."""

    card: Card
    unit_type: str
    type_name: str
    fits: str
    """The unit types that may borrow from it, its own among them."""
    topic: str
    topic_name: str
    solves: str
    difficulties: tuple[str, ...]
    """The names of the difficulties it answers."""
    forms: int
    """How many scoring forms it has."""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The library's page."""

    cases: tuple[CaseCard, ...]
    unit_types: tuple[Choice, ...]
    fitting: tuple[Choice, ...]
    """The unit types, with how many cases a branch there may borrow from."""
    topics: tuple[Choice, ...]
    difficulties: tuple[Choice, ...]
    sentences: str
    """What the script says, as JSON."""

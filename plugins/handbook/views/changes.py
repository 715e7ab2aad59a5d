"""The record of changes: what became different from edition to edition."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in plain words."""

    entry: str
    """Kind and slug, by which a page finds its own changes."""
    chapter: str
    """Of a procedure, the chapter that it is in; by it a printed chapter finds its changes."""
    link: Link
    """The entry, or, where it is gone, its title without an address."""
    kind: str
    """A key of ``words``: the kind of the entry."""
    where: str
    before: str
    after: str
    weight: str
    """A key of ``editions.weights``."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition and what changed since the one before it."""

    place: int
    """Its place among the editions, from 0 for the oldest."""
    number: str
    date: str
    headlines: tuple[ChangeView, ...]
    details: tuple[ChangeView, ...]
    wordings: tuple[ChangeView, ...]
    first: bool
    """Whether it is the oldest one kept: there is nothing to compare it with."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of all changes, the newest edition first."""

    editions: tuple[EditionView, ...]
    current: int
    """The place of the newest edition."""
    code: str
    """The code of this edition as a whole."""
    deck: str
    """The slides that tell of the changes; empty while there is nothing to compare with."""
    sentences: str
    """What the script says, as JSON."""

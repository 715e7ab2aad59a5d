"""The record of changes: what became different from edition to edition."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change in plain words."""

    entry: str
    """Kind and slug, by which a page finds its own changes."""
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
    sentences: str
    """What the script says, as JSON."""

"""The desk: one page for all that a secretary has under way; what it knows comes as scripts."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class DeskGroup:
    """The procedures of a chapter; the ``note`` of each link is its slug."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DeskView:
    """The page; its groups are what a reader without scripts sees."""

    title: str
    groups: tuple[DeskGroup, ...]

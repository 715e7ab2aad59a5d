"""The drill: one page for all procedures; what is drilled comes as a script for each."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class DrillGroup:
    """The procedures of a chapter; the ``note`` of each link is its slug."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DrillView:
    """The page on which one chooses what to drill."""

    title: str
    groups: tuple[DrillGroup, ...]

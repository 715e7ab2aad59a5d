"""What the pages for those who run servers and computers show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One way to put the handbook somewhere."""

    id: str
    title: str
    text: str
    steps: tuple[str, ...]
    commands: str
    sample: str
    """The address of the sample configuration; empty if there is none."""


@dataclass(frozen=True, slots=True)
class ServerView:
    """How the handbook is put where readers find it."""

    ways: tuple[Way, ...]
    check: str
    """The address of the self-check."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing a computer is tried for; the script knows it by its key."""

    key: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class SelfCheckView:
    """What a computer can do of what the handbook asks."""

    items: tuple[Tried, ...]
    """What is tried, in order."""
    sentences: str
    """What the script says, as JSON."""
    edition_date: str
    """The day of the edition: a clock before it is wrong."""
    server: str
    """The address of the page for those who run the server."""

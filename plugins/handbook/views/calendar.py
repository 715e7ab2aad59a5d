"""The branch's year, by month and as one table."""

from dataclasses import dataclass

from markupsafe import Markup

from .parts import Basis, Link


@dataclass(frozen=True, slots=True)
class TaskView:
    """Something that comes round, or a day that calls for something."""

    task: str
    link: Link
    """Where it is told how to do it: the step, or the first procedure."""
    more: tuple[Link, ...]
    """The other procedures it calls for."""
    rhythm: str
    """A key of ``calendar.rhythms``: how often it comes round."""
    often: str
    """How often, in the words of the procedure; of a day of the year, what to do."""
    force: str
    """A key of ``pages.forces``, or empty."""
    note: str
    who: str
    roles: str
    """The roles' ids, with spaces between."""
    months: tuple[int, ...]
    day: int | None
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """One month: its number, the example of a theme, and what is due."""

    number: int
    theme: str
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """A role that readers may choose, and how many tasks it has."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar's page."""

    months: tuple[MonthView, ...]
    tasks: tuple[TaskView, ...]
    roles: tuple[RoleChoice, ...]
    themes: Link | None
    """The case that the example of themes comes from."""
    themes_note: Markup
    sentences: str
    """What the script says, as JSON."""

"""The calendar's page: the year by month, by role and as one table."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ...entries.calendar import Calendar, Milestone, Recurring
from ...locale import words
from ...views.calendar import CalendarView, MonthView, RoleChoice, TaskView
from ...views.parts import Basis, Link
from .addresses import CALENDAR, step_anchor
from .lookup import Lookup
from .pages import PlannedPage

RHYTHMS = {"day": "month", "workday": "month", "week": "month"}
"""Units shorter than a month are shown with what comes round every month."""


def plan_calendar(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the calendar, if the authors wrote one and anything in it is released."""
    calendar = lookup.handbook.calendar
    if calendar is None:
        return
    tasks = (*_recurring(calendar, lookup), *_milestones(calendar, lookup))
    if tasks:
        themes = calendar.themes
        said = {**words()["calendar"]["page"], "from": lookup.handbook.file.title}
        view = CalendarView(
            months=tuple(_month(number, calendar, tasks) for number in range(1, 13)),
            tasks=tasks,
            roles=_roles(tasks, lookup),
            themes=lookup.link("case", themes.case) if themes else None,
            themes_note=lookup.inline(themes.note if themes else None),
            sentences=json.dumps(said, ensure_ascii=False),
        )
        yield PlannedPage(CALENDAR, "calendar", words()["calendar"]["title"], (), view, "page", "calendar")


def _recurring(calendar: Calendar, lookup: Lookup) -> Iterator[TaskView]:
    for place, task in enumerate(calendar.recurring):
        link = lookup.link("procedure", task.procedure)
        if link is not None:
            yield _task(task, link, lookup.shared("calendar", "recurring", place), lookup)


def _task(task: Recurring, link: Link, laid: tuple[Basis, ...], lookup: Lookup) -> TaskView:
    step = lookup.handbook.procedures[task.procedure].model.steps[task.step]
    every = [deadline for deadline in step.deadlines if deadline.kind == "every"][task.nth - 1]
    return TaskView(
        task=task.task,
        link=replace(link, href=f"{link.href}#{step_anchor(task.step)}"),
        more=(),
        rhythm=RHYTHMS.get(every.unit, every.unit),
        often=every.text,
        force=every.force,
        note=task.note or "",
        who=lookup.names(step.who.does),
        roles=" ".join(step.who.does),
        months=tuple(sorted(set(task.months))),
        day=task.day,
        basis=(*lookup.bases(every.basis), *laid),
    )


def _milestones(calendar: Calendar, lookup: Lookup) -> Iterator[TaskView]:
    for place, milestone in enumerate(calendar.milestones):
        links = lookup.links("procedure", milestone.procedures)
        if links:
            yield _milestone(milestone, links, lookup.shared("calendar", "milestones", place), lookup)


def _milestone(
    milestone: Milestone, links: tuple[Link, ...], laid: tuple[Basis, ...], lookup: Lookup
) -> TaskView:
    return TaskView(
        task=milestone.task,
        link=links[0],
        more=links[1:],
        rhythm="milestone",
        often=milestone.text,
        force="",
        note="",
        who=lookup.names(milestone.does),
        roles=" ".join(milestone.does),
        months=(milestone.month,),
        day=milestone.day,
        basis=(*lookup.bases(milestone.basis), *laid),
    )


def _month(number: int, calendar: Calendar, tasks: tuple[TaskView, ...]) -> MonthView:
    theme = calendar.themes.months.get(str(number), "") if calendar.themes else ""
    due = sorted((task for task in tasks if number in task.months), key=_urgency)
    return MonthView(number, theme, tuple(due))


def _urgency(task: TaskView) -> tuple[int, int]:
    """What comes round least often is forgotten first: it stands on top."""
    order = ("milestone", "year", "half-year", "quarter", "month")
    return order.index(task.rhythm), task.day or 0


def _roles(tasks: tuple[TaskView, ...], lookup: Lookup) -> tuple[RoleChoice, ...]:
    counts = Counter(role for task in tasks for role in task.roles.split())
    roles = lookup.handbook.roles
    return tuple(RoleChoice(role, roles[role].name, counts[role]) for role in roles if counts[role])

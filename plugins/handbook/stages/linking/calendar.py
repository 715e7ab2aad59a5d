"""What the calendar sets down must rest on a frequency of its procedure, and the months must be enough for it."""

from ...entries.calendar import Calendar, Recurring
from ...entries.deadline import Deadline
from ...problems import Report
from ..checking import Entries, Entry
from .references import unreleased

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
"""How many months a unit has; shorter units come round more than once in every month."""


def _frequencies(deadlines: list[Deadline]) -> list[Deadline]:
    return [deadline for deadline in deadlines if deadline.kind == "every"]


def check_calendar(entries: Entries, report: Report) -> None:
    """Report tasks whose step tells no frequency, and those that are set down in too few months."""
    if entries.calendar is None:
        return
    hidden = unreleased(entries)
    for index, task in enumerate(entries.calendar.model.recurring):
        if task.procedure in entries.procedures and task.procedure not in hidden:
            _check_task(entries, entries.calendar, index, task, report)


def _check_task(entries: Entries, calendar: Entry[Calendar], index: int, task: Recurring, report: Report) -> None:
    steps = entries.procedures[task.procedure].model.steps
    found = _frequencies(steps[task.step].deadlines) if task.step in steps else []
    if len(found) < task.nth:
        known = "、".join(slug for slug, step in steps.items() if _frequencies(step.deadlines))
        calendar.report(report, "calendar-no-frequency", "recurring", index, "step", step=task.step, known=known or "—")
        return
    missing = _months_missing(task.months, found[task.nth - 1])
    if missing:
        calendar.report(report, "calendar-months-missing", "recurring", index, "months", missing=missing)


def _months_missing(months: list[int], every: Deadline) -> str:
    """The first stretch of the year that holds too few of the months, such as ``1—3``; empty if none does."""
    length = min(12, every.amount * MONTHS.get(every.unit, 1))
    wanted = min(length, every.times) if every.unit in MONTHS else 1
    for first in range(1, 13, length):
        last = min(12, first + length - 1)
        if len(set(range(first, last + 1)) & set(months)) < wanted:
            return f"{first}—{last}"
    return ""

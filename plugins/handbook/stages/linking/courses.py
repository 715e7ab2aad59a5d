"""A course names what there is, one thing an item, and its parts add up."""

from difflib import get_close_matches

from ...entries.course import Course, Item
from ...problems import Report
from ..checking import Entries, Entry


def check_courses(entries: Entries, report: Report) -> None:
    """Hold every course against its own total and its items against the steps and questions they name."""
    for entry in entries.courses.values():
        total = sum(part.minutes for part in entry.model.parts)
        if total != entry.model.minutes:
            entry.report(report, "course-minutes", "minutes", minutes=entry.model.minutes, total=total)
        for number, part in enumerate(entry.model.parts):
            for index, item in enumerate(part.items):
                _check_item(entry, ("parts", number, "items", index), item, entries, report)


def _check_item(
    entry: Entry[Course], path: tuple[str | int, ...], item: Item, entries: Entries, report: Report
) -> None:
    named = [name for name in (item.procedure, item.case, item.form, item.diagram) if name is not None]
    parts = [part for part in (item.step, item.question) if part is not None]
    if len(named) != 1 or len(parts) > 1 or (parts and item.procedure is None):
        entry.report(report, "course-item", *path)
        return
    procedure = entries.procedures.get(item.procedure or "")
    if procedure is None:
        return
    steps = procedure.model.steps
    if item.step is not None and item.step not in steps:
        near = next(iter(get_close_matches(item.step, steps, 1, 0.6)), "")
        entry.report(report, "step-unknown", *path, "step", name=item.step, known="、".join(steps), nearest=near)
    count = len(procedure.model.questions)
    if item.question is not None and item.question > count:
        entry.report(report, "course-question", *path, "question", number=item.question, count=count)

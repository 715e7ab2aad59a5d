"""Long runs name steps and dates of their procedures; those must be there."""

from collections.abc import Iterator

from ...entries.runs import Run, RunMoment, Runs
from ...problems import Report
from ..checking import Entries, Entry
from .flows import numbered
from .references import Path, unreleased

Named = tuple[Path, str, str]
"""Where a name stands, the procedure it is a name in, and the name."""


def check_runs(entries: Entries, report: Report) -> None:
    """Report steps and dates that a procedure of a run does not have; the procedures themselves are references."""
    if entries.runs is None:
        return
    for slug, run in entries.runs.model.runs.items():
        _check_moments(entries.runs, ("runs", slug, "same"), run, report)
        for path, procedure, name in _steps(("runs", slug), run):
            flow = entries.flows.get(procedure)
            known = numbered(flow.model) if flow else {}
            if flow and name not in known:
                entries.runs.report(report, "step-unknown", *path, name=name, known="、".join(known), nearest="")
        for path, procedure, name in _dates(("runs", slug), run):
            entry = entries.procedures.get(procedure)
            if entry and name not in entry.model.dates:
                known_dates = "、".join(entry.model.dates) or "—"
                entries.runs.report(report, "deadline-date-unknown", *path, name=name, known=known_dates)


def runs_shown(entries: Entries) -> dict[str, Run]:
    """Give the runs all of whose procedures are released and have a flow."""
    hidden = unreleased(entries)
    found = entries.runs.model.runs if entries.runs else {}

    def whole(run: Run) -> bool:
        return all(leg.procedure in entries.flows and leg.procedure not in hidden for leg in run.legs)

    return {slug: run for slug, run in found.items() if whole(run)}


def _check_moments(runs: Entry[Runs], path: Path, run: Run, report: Report) -> None:
    for group, moments in enumerate(run.same):
        for place, moment in enumerate(moments):
            if (moment.step is None) == (moment.date is None):
                runs.report(report, "deadline-anchor-unclear", *path, group, place)


def _moments(path: Path, run: Run) -> Iterator[tuple[Path, RunMoment]]:
    for group, moments in enumerate(run.same):
        for place, moment in enumerate(moments):
            yield (*path, "same", group, place), moment


def _steps(path: Path, run: Run) -> Iterator[Named]:
    for number, leg in enumerate(run.legs):
        for place, name in enumerate(leg.through):
            yield (*path, "legs", number, "through", place), leg.procedure, name
    for at, moment in _moments(path, run):
        if moment.step:
            yield (*at, "step"), moment.procedure, moment.step


def _dates(path: Path, run: Run) -> Iterator[Named]:
    for at, moment in _moments(path, run):
        if moment.date:
            yield (*at, "date"), moment.procedure, moment.date

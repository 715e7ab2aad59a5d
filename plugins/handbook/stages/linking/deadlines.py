"""Deadlines must name their anchor and must not contradict each other."""

from itertools import pairwise

import networkx as nx

from ...entries.deadline import Anchor, Deadline
from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry
from .references import Path

SHORTEST = {"day": 1, "workday": 1, "week": 7, "month": 28, "quarter": 90, "half-year": 181, "year": 365}
"""The fewest days of a unit."""
LONGEST = {"day": 1, "workday": 3, "week": 7, "month": 31, "quarter": 92, "half-year": 184, "year": 366}
"""The most days of a unit; a working day may wait over a weekend."""
ANCHORED = frozenset({"within", "at-least-before", "at-least-after", "valid-for"})


def check_deadlines(entries: Entries, report: Report) -> None:
    """Hold the deadlines of every procedure against each other."""
    for procedure in entries.procedures.values():
        for id_, step in procedure.model.steps.items():
            _check_date(procedure, step.day, ("steps", id_, "day"), report)
            for index, deadline in enumerate(step.deadlines):
                _check_deadline(procedure, ("steps", id_, "deadlines", index), deadline, report)
        _check_together(procedure, report)


def _check_deadline(procedure: Entry[Procedure], path: Path, deadline: Deadline, report: Report) -> None:
    if deadline.anchor is None and deadline.kind in ANCHORED:
        procedure.report(report, "deadline-anchor-missing", *path, kind=deadline.kind)
    for field, moment in (("anchor", deadline.anchor), ("limits", deadline.limits)):
        if moment is None:
            continue
        if (moment.step is None) == (moment.date is None):
            procedure.report(report, "deadline-anchor-unclear", *path, field)
        else:
            _check_date(procedure, moment.date, (*path, field, "date"), report)


def _check_date(procedure: Entry[Procedure], name: str | None, path: Path, report: Report) -> None:
    if name is not None and name not in procedure.model.dates:
        known = "、".join(procedure.model.dates) or "—"
        procedure.report(report, "deadline-date-unknown", *path, name=name, known=known)


def _moment(given: Anchor | None) -> str | None:
    """A moment's name; None if the author named none or two."""
    if given is None or (given.step is None) == (given.date is None):
        return None
    return f"step:{given.step}" if given.step else f"date:{given.date}"


def _bounds(id_: str, deadline: Deadline) -> list[tuple[str, str, int]]:
    """A deadline as difference constraints: (a, b, days) says that b comes at most ``days`` after a."""
    other = _moment(deadline.anchor)
    here = _moment(deadline.limits) if deadline.limits else f"step:{id_}"
    if other is None or here is None or here == other:
        return []
    longest, shortest = deadline.amount * LONGEST[deadline.unit], deadline.amount * SHORTEST[deadline.unit]
    return {
        "within": [(other, here, longest), (here, other, 0)],
        "at-most": [(other, here, longest)],
        "at-least-before": [(other, here, -shortest)],
        "at-least-after": [(here, other, -shortest)],
    }.get(deadline.kind, [])


def _constraints(procedure: Entry[Procedure]) -> "nx.DiGraph[str]":
    """All deadlines of a procedure as one graph; of two bounds between the same moments the tighter."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for id_, step in procedure.model.steps.items():
        for index, deadline in enumerate(step.deadlines):
            for a, b, days in _bounds(id_, deadline):
                if not graph.has_edge(a, b) or graph[a][b]["weight"] > days:
                    graph.add_edge(a, b, weight=days, path=("steps", id_, "deadlines", index), text=deadline.text)
    return graph


def _check_together(procedure: Entry[Procedure], report: Report) -> None:
    """Difference constraints have a solution exactly if their graph has no negative cycle."""
    graph = _constraints(procedure)
    for node in list(graph):
        try:
            ring = nx.find_negative_cycle(graph, node)
        except nx.NetworkXError:
            continue
        edges = [graph[a][b] for a, b in pairwise(ring)]
        texts = "；".join(dict.fromkeys(edge["text"] for edge in edges))
        procedure.report(report, "deadline-contradiction", *edges[0]["path"], texts=texts)
        return

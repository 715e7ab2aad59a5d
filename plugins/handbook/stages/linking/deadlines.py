"""Deadlines must name their anchor and must not contradict each other."""

from itertools import pairwise

import networkx as nx

from ...entries.deadline import Deadline
from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry

SHORTEST = {"day": 1, "workday": 1, "week": 7, "month": 28, "quarter": 90, "half-year": 181, "year": 365}
"""The fewest days of a unit."""
LONGEST = {"day": 1, "workday": 3, "week": 7, "month": 31, "quarter": 92, "half-year": 184, "year": 366}
"""The most days of a unit; a working day may wait over a weekend."""
ANCHORED = frozenset({"within", "at-least-before", "at-least-after", "valid-for"})


def check_deadlines(entries: Entries, report: Report) -> None:
    """Hold the deadlines of every procedure against each other."""
    for procedure in entries.procedures.values():
        for id_, step in procedure.model.steps.items():
            for index, deadline in enumerate(step.deadlines):
                _check_anchor(procedure, id_, index, deadline, report)
        _check_together(procedure, report)


def _check_anchor(procedure: Entry[Procedure], id_: str, index: int, deadline: Deadline, report: Report) -> None:
    path = ("steps", id_, "deadlines", index)
    anchor = deadline.anchor
    if anchor is None:
        if deadline.kind in ANCHORED:
            procedure.report(report, "deadline-anchor-missing", *path, kind=deadline.kind)
        return
    if (anchor.step is None) == (anchor.date is None):
        procedure.report(report, "deadline-anchor-unclear", *path, "anchor")
    elif anchor.date is not None and anchor.date not in procedure.model.dates:
        known = "、".join(procedure.model.dates) or "—"
        procedure.report(report, "deadline-date-unknown", *path, "anchor", "date", name=anchor.date, known=known)


def _bounds(id_: str, deadline: Deadline) -> list[tuple[str, str, int]]:
    """A deadline as difference constraints: (a, b, days) says that b comes at most ``days`` after a."""
    anchor = deadline.anchor
    if anchor is None or (anchor.step is None) == (anchor.date is None) or anchor.step == id_:
        return []
    other = f"step:{anchor.step}" if anchor.step else f"date:{anchor.date}"
    here = f"step:{id_}"
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

"""Conditions hide only what a branch can do without: what stays is a whole procedure.

Every rule is held for made branches, one for each way in which the conditions of a procedure can tell them apart.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

import networkx as nx

from ...entries.condition import Bounds, Condition
from ...entries.fields import Model
from ...entries.flow import Flow
from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry
from .flows import graph
from .references import Path, all_entries

BRANCHES = ("regular", "joint", "temporary")
ANOTHER = "another"
"""Stands for a unit type that no condition names."""
_HOLDERS = (Model, dict, list)
"""What may have a condition somewhere inside."""


class Branch(NamedTuple):
    """A made branch, of which everything is known."""

    committee: bool
    groups: bool
    members: int
    probationary: int
    unit: str
    kind: str


Conditions = tuple[Condition, ...]


def meets(conditions: Conditions, branch: Branch) -> bool:
    """Whether a branch is all that some conditions ask for."""
    return all(_meets(condition, branch) for condition in conditions)


def _meets(condition: Condition, branch: Branch) -> bool:
    return (
        condition.committee in (None, branch.committee)
        and condition.groups in (None, branch.groups)
        and _within(branch.members, condition.members)
        and _within(branch.probationary, condition.probationary)
        and (not condition.units or branch.unit in condition.units)
        and (not condition.branches or branch.kind in condition.branches)
    )


def _within(number: int, bounds: Bounds | None) -> bool:
    if bounds is None:
        return True
    return (bounds.min is None or number >= bounds.min) and (bounds.max is None or number <= bounds.max)


def _branches(conditions: list[Condition]) -> list[Branch]:
    """One branch for each way in which these conditions tell branches apart."""
    committee, groups = (
        (True, False) if any(getattr(each, key) is not None for each in conditions) else (True,)
        for key in ("committee", "groups")
    )
    members = _numbers([each.members for each in conditions])
    probationary = _numbers([each.probationary for each in conditions])
    units = (*sorted({unit for each in conditions for unit in each.units}), ANOTHER)
    kinds = BRANCHES if any(each.branches for each in conditions) else BRANCHES[:1]
    return [Branch(*each) for each in product(committee, groups, members, probationary, units, kinds)]


def _numbers(bounds: list[Bounds | None]) -> list[int]:
    edges = {0}
    for each in filter(None, bounds):
        edges |= {each.min} if each.min is not None else set()
        edges |= {each.max + 1} if each.max is not None else set()
    return sorted(edges)


def check_conditions(entries: Entries, report: Report) -> None:
    """Hold every condition against itself, and those of a procedure against each other."""
    for entry in all_entries(entries):
        for path, condition in _written(entry.model):
            _check_alone(entry, path, condition, report)
    for procedure in entries.procedures.values():
        own = _Conditions(procedure, entries)
        if own.all:
            own.check(report)


def _written(model: Any, path: Path = ()) -> list[tuple[Path, Condition]]:
    """The conditions written out in an entry; each text of the handbook comes by here and is passed over at once."""
    if isinstance(model, Condition):
        return [(path, model)]
    if isinstance(model, dict):
        inner: Iterable[tuple[Any, Any]] = model.items()
    elif isinstance(model, list):
        inner = enumerate(model)
    else:
        inner = ((name, getattr(model, name)) for name in type(model).model_fields)
    return [each for key, value in inner if isinstance(value, _HOLDERS) for each in _written(value, (*path, key))]


def _check_alone(entry: Entry[Any], path: Path, condition: Condition, report: Report) -> None:
    asks = condition.model_dump(exclude={"why", "basis"}, exclude_defaults=True)
    if not asks or {} in asks.values():
        entry.report(report, "condition-empty", *path)
    for key in ("members", "probationary"):
        bounds = getattr(condition, key)
        if bounds and None not in (bounds.min, bounds.max) and bounds.min > bounds.max:
            entry.report(report, "condition-range", *path, key, least=bounds.min, most=bounds.max)


class _Conditions:
    """The conditions of one procedure."""

    def __init__(self, entry: Entry[Procedure], entries: Entries) -> None:
        self.entry, self.entries, model = entry, entries, entry.model
        self.known = entries.shared_conditions
        self.own = self._of(model.only)
        self.steps = {id_: self._of(step.only) for id_, step in model.steps.items()}
        self.papers = {name: found for name, each in entries.papers.items() if (found := self._of(each.model.only))}
        parts: list[tuple[Path, str, Any]] = [(("steps", id_), "", step.only) for id_, step in model.steps.items()]
        parts += [
            (("steps", id_, "deadlines", index), id_, deadline.only)
            for id_, step in model.steps.items()
            for index, deadline in enumerate(step.deadlines)
        ]
        parts += [(("questions", index), each.step, each.only) for index, each in enumerate(model.questions)]
        self.parts = [(path, step, self._of(only)) for path, step, only in parts if only]
        used = [self.papers[name] for _, name in self._papers()]
        self.all = [each for found in (self.own, *(only for _, _, only in self.parts), *used) for each in found]

    def _of(self, only: Any) -> Conditions:
        """A name that leads nowhere is reported elsewhere and asks for nothing."""
        several = only if isinstance(only, list) else [only] if only else []
        given = (self.known.get(each) if isinstance(each, str) else each for each in several)
        return tuple(filter(None, given))

    def _papers(self) -> Iterator[tuple[Path, str]]:
        for id_, step in self.entry.model.steps.items():
            for key in ("uses", "makes"):
                for index, name in enumerate(getattr(step.papers, key)):
                    if name in self.papers:
                        yield ("steps", id_, "papers", key, index), name

    def check(self, report: Report) -> None:
        """Hold them against the branches that the procedure is for."""
        fitting = [each for each in _branches(self.all) if meets(self.own, each)]
        for path, step, only in self.parts:
            shown = [each for each in fitting if meets(self.steps.get(step, ()), each)]
            if not any(meets(only, each) for each in shown):
                self.entry.report(report, "condition-never", *path, "only")
        for path, name in self._papers():
            shown = [each for each in fitting if meets(self.steps[str(path[1])], each)]
            if not all(meets(self.papers[name], each) for each in shown):
                self.entry.report(report, "condition-paper", *path, name=name)
        self._check_ways(fitting, report)

    def _check_ways(self, fitting: list[Branch], report: Report) -> None:
        flow = self.entries.flows.get(self.entry.slug)
        sets = {frozenset(id_ for id_, only in self.steps.items() if not meets(only, each)) for each in fitting}
        if flow is None:
            return
        for hidden in sorted(sets - {frozenset()}, key=sorted):
            lost = _cut_off(flow.model, hidden)
            if lost:
                first = next(id_ for id_ in self.steps if id_ in hidden)
                told = "、".join(node.text for id_, node in flow.model.nodes.items() if id_ in hidden)
                self.entry.report(report, "condition-blocks", "steps", first, "only", hidden=told, node=lost)
                return


def _cut_off(flow: Flow, hidden: frozenset[str]) -> str:
    """The first node that is not reached without the hidden ones, or leads to no end; empty if there is none."""
    paths = graph(flow)
    paths.remove_nodes_from(hidden)
    starts, ends = ({id_ for id_, node in flow.nodes.items() if node.kind == kind} for kind in ("start", "end"))
    reached = starts.union(*(nx.descendants(paths, node) for node in starts))
    finishing = ends.union(*(nx.ancestors(paths, node) for node in ends))
    return next((flow.nodes[id_].text for id_ in paths if id_ not in ends and id_ not in reached & finishing), "")

"""A procedure and its flow hold together: each step has words, each word a step."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ...entries.procedure import Procedure
from ...problems import Report
from ..checking import Entries, Entry
from .flows import numbered
from .references import Path, unreleased


def check_steps(entries: Entries, report: Report) -> None:
    """Hold every procedure against its flow, and every flow against its user."""
    for slug, procedure in entries.procedures.items():
        flow = entries.flows.get(slug)
        if flow is None:
            if ("flow", slug) not in entries.broken:
                procedure.report(report, "flow-missing", slug=slug)
            continue
        known = numbered(flow.model)
        for id_ in known:
            if id_ not in procedure.model.steps:
                flow.report(
                    report, "step-without-words", "nodes", id_, of_key=True, node=id_, file=procedure.source.path
                )
        for id_ in procedure.model.steps:
            if id_ not in known:
                procedure.report(
                    report, "words-without-step", "steps", id_, of_key=True, node=id_, file=flow.source.path
                )
        _check_step_names(procedure, known, report)
    _check_unused_flows(entries, report)


def _step_names(model: Procedure) -> Iterator[tuple[Path, str]]:
    """Every place in a procedure that names one of its steps."""
    groups: tuple[tuple[str, Any], ...] = (
        ("hints", model.hints),
        ("pitfalls", model.pitfalls),
        ("questions", model.questions),
    )
    for field, items in groups:
        for index, item in enumerate(items):
            if item.step is not None:
                yield (field, index, "step"), item.step
    for id_, step in model.steps.items():
        for index, deadline in enumerate(step.deadlines):
            for field, moment in (("anchor", deadline.anchor), ("limits", deadline.limits)):
                if moment and moment.step:
                    yield ("steps", id_, "deadlines", index, field, "step"), moment.step


def _check_step_names(procedure: Entry[Procedure], known: dict[str, int], report: Report) -> None:
    for path, name in _step_names(procedure.model):
        if name not in known:
            near = next(iter(get_close_matches(name, known, 1, 0.6)), "")
            procedure.report(report, "step-unknown", *path, name=name, known="、".join(known), nearest=near)


def _check_unused_flows(entries: Entries, report: Report) -> None:
    used = set(entries.procedures) | {entry.model.flow for entry in entries.cases.values()}
    used |= {node.flow for entry in entries.flows.values() for node in entry.model.nodes.values()}
    used |= unreleased(entries) | {slug for kind, slug in entries.broken if kind == "procedure"}
    broken_case = any(kind == "case" for kind, _ in entries.broken)
    for slug, entry in entries.flows.items():
        if slug not in used and not broken_case:
            entry.report(report, "flow-unused", slug=slug)

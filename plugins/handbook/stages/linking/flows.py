"""The rules of a flowchart: it begins once, ends somewhere, and nobody is left standing."""

import re
from difflib import get_close_matches
from typing import Any

import networkx as nx

from ...entries.flow import Flow, Node
from ...problems import Report
from ..checking import Entries, Entry

MOST_NODES = 15
"""What a reader follows in one picture; beyond that, sub-flows."""


def exits(node: Node) -> dict[str, str]:
    """The ways out of a node: label → node; the label of a plain arrow is empty."""
    if node.next is None:
        return {}
    return node.next if isinstance(node.next, dict) else {"": node.next}


def numbered(flow: Flow) -> dict[str, int]:
    """The steps of a flow by id with their numbers, from 1 in file order; start and end have none."""
    ids = [id_ for id_, node in flow.nodes.items() if node.kind not in ("start", "end")]
    return {id_: number for number, id_ in enumerate(ids, 1)}


def graph(flow: Flow) -> "nx.DiGraph[str]":
    """The flow as a graph of the nodes that exist."""
    built: nx.DiGraph[str] = nx.DiGraph()
    built.add_nodes_from(flow.nodes)
    built.add_edges_from(
        (id_, target) for id_, node in flow.nodes.items() for target in exits(node).values() if target in flow.nodes
    )
    return built


def check_flows(entries: Entries, report: Report) -> None:
    """Hold every flow against the rules."""
    for entry in entries.flows.values():
        for id_, node in entry.model.nodes.items():
            _check_node(entry, id_, node, report)
        _check_ends(entry, report)
        if all(target in entry.model.nodes for node in entry.model.nodes.values() for target in exits(node).values()):
            _check_walks(entry, report)
        if len(entry.model.nodes) > MOST_NODES:
            entry.report(report, "flow-too-large", "nodes", of_key=True, count=len(entry.model.nodes), most=MOST_NODES)
    _check_subflows(entries, report)


def _check_node(entry: Entry[Flow], id_: str, node: Node, report: Report) -> None:
    """The rules of a single node."""
    place = ("nodes", id_)
    named: dict[str, Any] = {"node": id_, "text": node.text}
    if node.kind == "end" and node.next is not None:
        entry.report(report, "flow-end-continues", *place, "next", of_key=True, **named)
    if node.kind == "decision":
        _check_decision(entry, id_, node, report)
    elif isinstance(node.next, dict):
        entry.report(report, "flow-labels-without-decision", *place, "next", of_key=True, **named)
    if node.kind != "end" and node.next is None:
        entry.report(report, "flow-dead-end", *place, of_key=True, **named)
    if node.lane is None and node.kind not in ("start", "end"):
        entry.report(report, "flow-lane-missing", *place, of_key=True, **named)
    if (node.kind == "subflow") != (node.flow is not None):
        code = "flow-subflow-unnamed" if node.kind == "subflow" else "flow-subflow-stray"
        entry.report(report, code, *place, of_key=True, **named)
    for label, target in exits(node).items():
        where = (*place, "next", label) if isinstance(node.next, dict) else (*place, "next")
        if target not in entry.model.nodes:
            entry.report(report, "flow-next-unknown", *where, **named, target=target, nearest=nearest(target, entry))
        elif entry.model.nodes[target].kind == "start":
            entry.report(report, "flow-start-entered", *where, **named)
        elif target == id_:
            entry.report(report, "flow-self-loop", *where, **named)


def nearest(target: str, entry: Entry[Flow]) -> str:
    """Give the node whose name is nearest to a wrong one; empty if none is near."""
    return next(iter(get_close_matches(target, entry.model.nodes, 1, 0.6)), "")


def _check_decision(entry: Entry[Flow], id_: str, node: Node, report: Report) -> None:
    """A decision has at least two ways out, with different labels, to different nodes."""
    place: tuple[str, ...] = ("nodes", id_)
    named: dict[str, Any] = {"node": id_, "text": node.text}
    if not isinstance(node.next, dict) or len(node.next) < 2:
        entry.report(report, "flow-decision-exits", *place, of_key=True, **named)
        return
    seen: dict[str, str] = {}
    for label in node.next:
        plain = re.sub(r"\s", "", label)
        if not plain:
            entry.report(report, "flow-label-empty", *place, "next", label, of_key=True, **named)
        elif plain in seen:
            entry.report(report, "flow-label-repeated", *place, "next", label, of_key=True, **named, label=plain)
        seen[plain] = label
    if len(set(node.next.values())) == 1:
        entry.report(report, "flow-decision-idle", *place, "next", of_key=True, **named)


def _of_kind(flow: Flow, kind: str) -> list[str]:
    return [id_ for id_, node in flow.nodes.items() if node.kind == kind]


def _check_ends(entry: Entry[Flow], report: Report) -> None:
    """One start, and at least one end."""
    starts = _of_kind(entry.model, "start")
    if not starts:
        entry.report(report, "flow-no-start", "nodes", of_key=True)
    for id_ in starts[1:]:
        entry.report(report, "flow-several-starts", "nodes", id_, of_key=True, node=id_, first=starts[0])
    if not _of_kind(entry.model, "end"):
        entry.report(report, "flow-no-end", "nodes", of_key=True)


def _check_walks(entry: Entry[Flow], report: Report) -> None:
    """From the start every node is reached, and from every node an end.

    Asked only where every arrow leads somewhere: a wrong name would make these complain about its consequences.
    """
    flow, paths = entry.model, graph(entry.model)
    starts, ends = _of_kind(flow, "start"), _of_kind(flow, "end")
    if starts:
        reached = set(starts).union(*(nx.descendants(paths, start) for start in starts))
        for id_ in flow.nodes:
            if id_ not in reached:
                entry.report(report, "flow-unreachable", "nodes", id_, of_key=True, node=id_, text=flow.nodes[id_].text)
    if not ends:
        return
    finishing = set(ends).union(*(nx.ancestors(paths, end) for end in ends))
    for loop in nx.strongly_connected_components(paths):
        if not loop & finishing and (len(loop) > 1 or any(paths.has_edge(id_, id_) for id_ in loop)):
            first = next(id_ for id_ in flow.nodes if id_ in loop)
            names = "、".join(flow.nodes[id_].text for id_ in flow.nodes if id_ in loop)
            entry.report(report, "flow-endless-loop", "nodes", first, of_key=True, nodes=names)


def _check_subflows(entries: Entries, report: Report) -> None:
    """A flow must not contain itself, directly or through others."""
    calls: nx.DiGraph[str] = nx.DiGraph()
    where: dict[tuple[str, str], tuple[Entry[Any], str]] = {}
    for slug, entry in entries.flows.items():
        for id_, node in entry.model.nodes.items():
            if node.kind == "subflow" and node.flow in entries.flows:
                calls.add_edge(slug, node.flow)
                where[slug, node.flow] = (entry, id_)
    for ring in sorted(map(sorted, nx.strongly_connected_components(calls))):
        for (caller, called), (entry, id_) in sorted(where.items(), key=lambda item: item[0]):
            if caller in ring and called in ring:
                entry.report(report, "flow-subflow-cycle", "nodes", id_, "flow", ring=" → ".join([*ring, ring[0]]))

"""What the drill of a procedure knows: its flow, and of each step what can be stated and what can be made wrong."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ....entries.flow import Flow
from ....entries.procedure import Procedure, Step
from ....locale import words
from ....views.drill import DrillGroup, DrillView
from ....views.parts import Link
from ...checking import Entry
from ...linking import Handbook
from ..addresses import DRILL, step_anchor
from ..decks import ways_of
from ..lookup import Lookup
from ..pages import PlannedPage
from ..searching.plain import plain
from ..standing import told_state
from .numbers import is_about, loosened, plants_of, tokens_of

LONGEST = 84
"""The longest sentence that is put on the wall: four of them fit on it."""
APPROVING = re.compile("批准|审批|批复|审查|审定|报.{0,12}批|同意")
"""What a fact says that asks for an approval."""
SUBMITTING = re.compile("报|请示|申请|选书记|选举项")
"""What a box says whose own matter is submitted or takes effect by an approval, not only done beside one."""
UNSURE = re.compile("备案|该报|情况说明")
"""What is reported without an approval, or only as the case may be."""
ABOVE = re.compile("上级|党委|总支|机关")
"""The names of those above a branch: what the secretary or the chair nods to is no approval of a rule."""


def plan_drill(lookup: Lookup) -> PlannedPage:
    """Plan the page of the drill, on which one chooses among the procedures that have a flow."""
    view = DrillView(words()["drill"]["title"], tuple(_groups(lookup)))
    return PlannedPage(DRILL, "drill", view.title, (), view, "page", "drill")


def _groups(lookup: Lookup) -> Iterator[DrillGroup]:
    for slug, chapter in lookup.handbook.file.chapters.items():
        own = [entry for entry in _drilled(lookup.handbook) if entry.chapter == slug]
        links = tuple(Link(entry.model.title, f"#{entry.slug}", entry.slug, entry.model.code) for entry in own)
        if links:
            yield DrillGroup(chapter.title, links)


def _drilled(handbook: Handbook) -> Iterator[Entry[Procedure]]:
    return (entry for slug, entry in handbook.procedures.items() if slug in handbook.flows)


def plan_exercises(lookup: Lookup) -> dict[str, Any]:
    """Give what is drilled, by the slug of the procedure; addresses count from the site's root."""
    return {entry.slug: exercises_of(entry, lookup) for entry in _drilled(lookup.handbook)}


def exercises_of(entry: Entry[Procedure], lookup: Lookup) -> dict[str, Any]:
    """Give what the drill of one procedure knows."""
    flow = lookup.handbook.flows[entry.slug].model
    return {
        "slug": entry.slug,
        "title": entry.model.title,
        **told_state(entry.chapter, lookup.handbook),
        "page": lookup.href("procedure", entry.slug),
        "nodes": {
            id_: [node.kind, node.text, lookup.names([node.lane]) if node.lane else "", ways_of(id_, flow)]
            for id_, node in flow.nodes.items()
        },
        "orders": list(_orders(flow)),
        "steps": {id_: _step(id_, step, entry, lookup) for id_, step in entry.model.steps.items()},
    }


def _step(id_: str, step: Step, entry: Entry[Procedure], lookup: Lookup) -> dict[str, Any]:
    handbook = lookup.handbook
    rules = [text for text in step.basis if _is_rule(text, handbook)]
    lines = [line for line in map(plain, (*step.how, *step.requirements)) if len(line) <= LONGEST] if rules else []
    number = handbook.numbers[entry.slug][id_]
    return {
        "code": f"{entry.model.code}-{number:02}",
        "at": step_anchor(id_),
        "does": lookup.names(step.who.does),
        "basis": [_named(text, lookup) for text in rules],
        "lines": lines,
        "numbers": list(_numbers(lines, rules, lookup)),
        "approval": _approval(id_, step, rules, entry, lookup),
    }


def _named(rule: str, lookup: Lookup) -> str:
    """The article by its name, marked where its content was not yet held against the original."""
    basis, mark = lookup.basis(rule), words()["pages"]["marks"]["recalled"]
    return f"{basis.text}（{mark}）" if "recalled" in basis.marks and mark not in basis.text else basis.text


def _numbers(lines: list[str], rules: list[str], lookup: Lookup) -> Iterator[list[Any]]:
    """What can be exchanged: [place of the line, start, end, what stands instead, the articles with the number]."""
    for place, line in enumerate(lines):
        for plant in plants_of(line):
            number = line[plant.start : plant.end]
            backing = {rule: facts for rule in rules if (facts := _backing(rule, number, line, lookup.handbook))}
            instead = loosened(plant, number, (fact for facts in backing.values() for fact in facts))
            if instead and backing:
                bases = [_named(rule, lookup) for rule in backing]
                yield [place, plant.start, plant.end, list(instead), bases]


def _backing(rule: str, number: str, line: str, handbook: Handbook) -> list[str]:
    """The facts of an article that have the number as well and speak of the same thing as the line."""
    token = tokens_of(number)
    facts = (fact for fact in _facts(rule, handbook).split("\n") if token <= _tokens_in(fact))
    return [fact for fact in facts if is_about(line.replace(number, "|"), fact)]


def _approval(id_: str, step: Step, rules: list[str], entry: Entry[Procedure], lookup: Lookup) -> list[Any]:
    """Who approves and the articles that ask for it; nothing where a lacking approval is no certain mistake."""
    kind = lookup.handbook.flows[entry.slug].model.nodes[id_].kind
    approves = [role for role in step.who.approves if role not in step.who.does]
    above = all(ABOVE.search(lookup.handbook.roles[role].name) for role in approves)
    bases = [_named(rule, lookup) for rule in rules if APPROVING.search(_facts(rule, lookup.handbook))]
    title = lookup.handbook.flows[entry.slug].model.nodes[id_].text
    asks = SUBMITTING.search(title) and not UNSURE.search(title)
    certain = asks and approves and above and bases and step.duty == "must" and kind in ("step", "document")
    return [lookup.names(approves), bases] if certain else []


def _is_rule(basis: str, handbook: Handbook) -> bool:
    """Whether a basis is a rule in force, and neither custom nor a case nor the unit's own."""
    name, _, label = basis.partition(" ")
    entry = handbook.regulations.get(name)
    if entry is None or entry.model.status == "superseded":
        return False
    return any(one.article == label.strip() and one.force != "practice" for one in entry.model.articles)


def _facts(basis: str, handbook: Handbook) -> str:
    name, _, label = basis.partition(" ")
    articles = handbook.regulations[name].model.articles
    return "\n".join(fact.text for one in articles if one.article == label.strip() for fact in one.facts)


_tokens_in = lru_cache(5_000)(tokens_of)


def usual_path(flow: Flow) -> list[str]:
    """Give the nodes from the start to an end by the usual ways."""
    found = [next((id_ for id_, node in flow.nodes.items() if node.kind == "start"), next(iter(flow.nodes)))]
    while ways := ways_of(found[-1], flow):
        if len(found) > len(flow.nodes):
            break
        found.append(ways[0][0])
    return found


def _orders(flow: Flow) -> Iterator[tuple[str, str]]:
    """Pairs of the usual way, one to three boxes apart, of which the second can never come before the first."""
    path = [id_ for id_ in usual_path(flow) if flow.nodes[id_].kind not in ("start", "end")]
    reached = {id_: _reached(id_, flow) for id_ in path}
    for place, first in enumerate(path):
        for second in path[place + 1 : place + 4]:
            if first not in reached[second]:
                yield first, second


def _reached(begin: str, flow: Flow) -> set[str]:
    """The nodes that can come after one."""
    met: set[str] = set()
    waiting = [target for target, _ in ways_of(begin, flow)]
    while waiting:
        id_ = waiting.pop()
        if id_ not in met:
            met.add(id_)
            waiting += [target for target, _ in ways_of(id_, flow)]
    return met

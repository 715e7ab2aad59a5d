"""The papers of each procedure: which fields are one fact, typed once, and what must hold between them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...entries.pack import CrossCheck, KnownFact
from ...entries.paper import PaperField
from ...entries.procedure import Procedure
from ...views.document import PackView
from .documents import tidy
from .lookup import Lookup


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes fields one fact: fields with the same key are."""

    name: str
    """Kept with a case, so it stays the same from edition to edition."""
    kind: str
    choices: tuple[str, ...]
    label: str
    profile: str = ""


def plan_packs(lookup: Lookup) -> tuple[PackView, ...]:
    """Plan the pack of every procedure that has papers."""
    return tuple(
        PackView(slug, papers, tuple(_facts(entry.model, papers, lookup)), tuple(_checks(entry.model, papers, lookup)))
        for slug, entry in lookup.handbook.procedures.items()
        if (papers := tuple(_papers(entry.model, lookup)))
    )


def _papers(procedure: Procedure, lookup: Lookup) -> Iterator[str]:
    """The papers in the order in which the steps need them."""
    named = [paper for step in procedure.steps.values() for paper in (*step.papers.uses, *step.papers.makes)]
    named += [paper for item in procedure.archive for paper in item.papers]
    yield from (paper for paper in dict.fromkeys(named) if paper in lookup.handbook.papers)


def _facts(procedure: Procedure, papers: tuple[str, ...], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """The facts that several papers share, or that the branch's profile knows."""
    joined = {each: (name, fact.label) for name, fact in procedure.shared.items() for each in fact.of}
    groups: dict[_Key, list[str]] = defaultdict(list)
    for paper in papers:
        model = lookup.handbook.papers[paper].model
        for name, field in model.fields.items():
            place = f"{paper}.{name}"
            key = _joined(field, *joined[place]) if place in joined else _key(name, field, model.occasion, lookup)
            if key is not None:
                groups[key].append(place)
    seen: Counter[str] = Counter()
    for key, places in groups.items():
        if len(places) > 1 or key.profile or key.name in procedure.dates:
            seen[key.name] += 1
            yield {
                "name": f"{key.name}#{seen[key.name]}" if seen[key.name] > 1 else key.name,
                "label": key.label,
                "kind": key.kind,
                "choices": key.choices,
                "fields": places,
                "profile": key.profile,
                "date": key.name if key.name in procedure.dates and key.kind == "date" else "",
            }


def _joined(field: PaperField, name: str, label: str) -> _Key:
    return _Key(name, field.kind, tuple(map(tidy, field.choices)), label)


def _key(name: str, field: PaperField, occasion: str | None, lookup: Lookup) -> _Key | None:
    """The key of a field that the procedure does not name; None if it stands for itself."""
    facts = lookup.handbook.file.paper_facts
    choices = tuple(map(tidy, field.choices))
    for id_, known in facts.known.items():
        if name in known.fields and field.label in known.labels:
            return _Key(f"known:{id_}", field.kind, choices, known.label, _profile(known, field))
    if field.label in facts.apart or field.label.startswith("写法示例"):
        return None
    where = f"@{occasion}" if occasion else ""
    return _Key(f"{name}{where}:{field.label}", field.kind, choices, field.label)


def _profile(known: KnownFact, field: PaperField) -> str:
    return known.profile or "" if field.kind in ("text", "number") else ""


def _checks(procedure: Procedure, papers: tuple[str, ...], lookup: Lookup) -> Iterator[dict[str, Any]]:
    """The checks of the procedure, then those that its papers bring along."""
    for check in procedure.crosschecks:
        yield _check(check, check.of, lookup)
    for paper in papers:
        for check in lookup.handbook.papers[paper].model.crosschecks:
            yield _check(check, [f"{paper}.{name}" for name in check.of], lookup)


def _check(check: CrossCheck, of: list[str], lookup: Lookup) -> dict[str, Any]:
    told = {"of": of, "kind": check.kind, "share": [1, 1], "strict": False}
    if not check.calculator:
        return {**told, "rule": check.rule, "basis": [lookup.basis(text).text for text in check.basis]}
    slug, _, name = check.calculator.partition(".")
    model = lookup.handbook.calculators[slug].model
    rule = getattr(model, name)
    over, under = map(int, rule.share.split("/"))
    return {
        "of": of,
        "kind": "at-most-share" if rule.sense == "at-most" else "at-least-share",
        # a slate's share is of the surplus: so many more than the seats
        "share": [over + under if model.kind == "slate" else over, under],
        "strict": rule.sense == "more-than",
        "rule": rule.text,
        "basis": [lookup.basis(text).text for text in rule.basis],
    }

"""What is for which branch, for the scripts of pages; and what a branch uses instead of what is not for it."""

from collections.abc import Iterator
from typing import Any

from ...entries.condition import Bounds, Condition, Only
from ...entries.procedure import Procedure
from ...locale import words
from ...views.parts import Link
from ..linking import Handbook
from .addresses import address_of
from .lookup import Lookup, key_of


def plan_conditions(lookup: Lookup) -> dict[str, Any]:
    """Give what scripts go by that trim pages: words, conditions by key, the keys of entries by their address."""
    units = {slug: unit.name for slug, unit in lookup.handbook.unit_types.items()}
    several = (each for only in _onlys(lookup.handbook) for each in lookup.conditions(only))
    return {
        "words": {**words()["fit"]["script"], "units": units},
        "conditions": {key_of(each): each for each in several},
        "pages": dict(_pages(lookup)),
    }


def _onlys(handbook: Handbook) -> Iterator[Only | None]:
    for procedure in handbook.procedures.values():
        yield procedure.model.only
        yield from (question.only for question in procedure.model.questions)
        for step in procedure.model.steps.values():
            yield step.only
            yield from (deadline.only for deadline in step.deadlines)
    yield from (paper.model.only for paper in handbook.papers.values())
    yield from (form.model.only for form in handbook.forms.values())


def _pages(lookup: Lookup) -> Iterator[tuple[str, str]]:
    handbook = lookup.handbook
    groups: dict[str, Any] = {"procedure": handbook.procedures, "paper": handbook.papers, "form": handbook.forms}
    for kind, group in groups.items():
        for slug, entry in group.items():
            keys = lookup.only_of(kind, slug)
            if keys and (kind, slug) in lookup.titles:
                yield address_of(kind, slug, entry.chapter if kind == "procedure" else ""), keys


def instead(model: Procedure, lookup: Lookup) -> tuple[Link, ...]:
    """Give the related procedures that no branch shares with this one."""
    handbook = lookup.handbook
    own = handbook.condition(model.only)
    others = {slug: handbook.procedures[slug].model.only for slug in model.related if slug in handbook.procedures}
    apart = [
        slug for slug, only in others.items() if any(_apart(a, b) for a in own for b in handbook.condition(only))
    ]
    return lookup.links("procedure", apart)


def _apart(one: Condition, other: Condition) -> bool:
    """Whether no branch meets both."""
    return (
        {one.committee, other.committee} == {True, False}
        or {one.groups, other.groups} == {True, False}
        or _past(one.members, other.members)
        or _past(one.probationary, other.probationary)
        or bool(one.units and other.units and not set(one.units) & set(other.units))
        or bool(one.branches and other.branches and not set(one.branches) & set(other.branches))
    )


def _past(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether one range ends before the other begins."""
    return one is not None and other is not None and (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(one: Bounds, other: Bounds) -> bool:
    return one.max is not None and other.min is not None and one.max < other.min

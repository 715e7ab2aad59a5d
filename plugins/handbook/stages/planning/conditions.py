"""What a branch uses instead of a procedure that is not for it."""

from ...entries.condition import Bounds, Condition
from ...entries.procedure import Procedure
from ...views.parts import Link
from .lookup import Lookup


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

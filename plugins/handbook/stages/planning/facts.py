"""The table in a page's head: short facts stand in pairs, long ones take a line."""

from collections.abc import Iterable
from dataclasses import replace

from ...views.parts import Fact

LONG = frozenset({"applies", "begins", "themes", "signed_by", "copies", "keep", "short"})
"""The facts that always take a line."""


def arranged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give the facts with a whole line for each that is long or has nothing beside it."""
    lines: list[list[Fact]] = []
    for fact in facts:
        if fact.key not in LONG and lines and len(lines[-1]) == 1 and lines[-1][0].key not in LONG:
            lines[-1].append(fact)
        else:
            lines.append([fact])
    return tuple(replace(fact, wide=len(line) == 1) for line in lines for fact in line)

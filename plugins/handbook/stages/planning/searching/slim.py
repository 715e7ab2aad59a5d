"""Running texts without what the search already knows: what is left must pay for its way to the reader."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

CLAUSE = re.compile(r"[^。；，：\n]+[。；，：]?")
CHINESE = re.compile(r"[\u3400-\u9fff]+")
NEW = 3
"""Pairs of characters that a clause must add."""
TIMES = 2
"""Entries that may tell of a pair; what stands in more tells none of them from another."""


def slim(texts: Sequence[str], said: Iterable[str]) -> list[str]:
    """Keep the clauses that have words which neither the lines the search ranks by nor earlier entries say.

    ``texts`` are the running texts in the order in which they may keep what several say; ``said`` are the lines.
    """
    known = {pair for line in said for pair in _pairs(line)}
    seen: Counter[str] = Counter()
    return [_own(text, known, seen) for text in texts]


def _own(text: str, known: set[str], seen: Counter[str]) -> str:
    own: set[str] = set()
    kept = []
    for clause in CLAUSE.findall(text):
        new = [pair for pair in _pairs(clause) - known - own if seen[pair] < TIMES]
        if len(new) >= NEW:
            kept.append(clause)
            own |= _pairs(clause)
    seen.update(own)
    return "\n".join(kept)


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in CHINESE.findall(text) for at in range(len(run) - 1)}

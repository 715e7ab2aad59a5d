"""What the search knows: each entry with all that leads to it, the words that mean the same, how characters are read."""

from dataclasses import dataclass
from typing import Any

from ....locale import words
from ...linking import Handbook
from .bodies import bodies
from .offers import offers
from .speech import speech

__all__ = ["SearchPlan", "plan_search"]


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """All that travels to the search engine, ready for JSON; ``search/shapes.ts`` says what each part is."""

    contents: dict[str, Any]
    speech: dict[str, Any]
    bodies: list[str]
    """The running text of each entry, in the order of the entries."""


def plan_search(handbook: Handbook) -> SearchPlan:
    """Gather what every entry offers to the search."""
    entries = offers(handbook)
    texts = bodies(handbook, entries)
    said = [text for entry in entries for _, text, *_ in entry["said"]]
    contents = {"entries": entries, "groups": _groups(handbook)}
    return SearchPlan(contents, speech(words("speech"), [*said, *_flat(contents["groups"])]), texts)


def _groups(handbook: Handbook) -> list[list[str]]:
    """Words that mean the same: the authors' groups, and each term with its other names and its slips."""
    terms = [[term.term, term.en, *term.also, *term.slips] for term in handbook.terms.values()]
    return [*(list(group) for group in handbook.synonyms), *(group for group in terms if len(group) > 1)]


def _flat(groups: list[list[str]]) -> list[str]:
    return [word for group in groups for word in group]

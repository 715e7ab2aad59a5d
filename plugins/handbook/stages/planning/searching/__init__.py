"""What the search knows: the entries and all that leads to them, words of one meaning, how characters are read."""

from collections.abc import Iterable

from ....locale import words
from ....views.search import SearchPlan
from ...linking import Handbook
from .bodies import bodies
from .offers import offers
from .pages import plan_search_pages
from .slim import slim
from .speech import speech

__all__ = ["plan_search", "plan_search_pages"]


def plan_search(handbook: Handbook) -> SearchPlan:
    """Gather what every entry offers to the search."""
    entries = offers(handbook)
    said = [text for entry in entries for _, text, *_ in entry["said"]]
    texts = slim(bodies(handbook, entries), said)
    groups = _groups(handbook)
    matters = {"subject": handbook.subject, "core": handbook.core, "elsewhere": handbook.elsewhere}
    contents = {"entries": entries, "groups": groups, **{name: list(many) for name, many in matters.items()}}
    return SearchPlan(contents, speech(words("speech"), [*said, *_flat(groups), *_flat(matters.values())]), texts)


def _groups(handbook: Handbook) -> list[list[str]]:
    """Words that mean the same: the authors' groups, and each term with its other names and its slips."""
    terms = [[term.term, term.en, *term.also, *term.slips] for term in handbook.terms.values()]
    return [*(list(group) for group in handbook.synonyms), *(group for group in terms if len(group) > 1)]


def _flat(groups: Iterable[Iterable[str]]) -> list[str]:
    return [word for group in groups for word in group]

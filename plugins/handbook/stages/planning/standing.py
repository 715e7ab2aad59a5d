"""Which pages stand on trial or under revision: those of such a chapter, and what only such chapters use."""

from collections import defaultdict
from collections.abc import Iterator

from ...locale import words
from ..linking import Handbook

OPEN = ("draft", "trial")
"""The states that readers are told of; of two, the first is told."""

Key = tuple[str, str]


def standings(handbook: Handbook) -> dict[Key, str]:
    """Give the state of each entry, by kind and slug, that is used in chapters on trial or under revision alone.

    A chapter and its procedures have the chapter's own state. What nobody uses, or a released chapter too, has none.
    """
    chapters = {slug: chapter.state for slug, chapter in handbook.file.chapters.items()}
    states: dict[Key, set[str]] = defaultdict(set)
    for slug, state in chapters.items():
        states["chapter", slug].add(state)
    for (kind, slug), procedure in _uses(handbook):
        if procedure in handbook.procedures:
            states[kind, slug].add(chapters[handbook.procedures[procedure].chapter])
    return {key: next(each for each in OPEN if each in found) for key, found in states.items() if found <= {*OPEN}}


def told_state(chapter: str, handbook: Handbook) -> dict[str, str]:
    """Give, for a script, the word for the state of a chapter; nothing for one that is simply released."""
    state = handbook.file.chapters[chapter].state
    return {"state": words()["pages"]["states"][state]} if state in OPEN else {}


def _uses(handbook: Handbook) -> Iterator[tuple[Key, str]]:
    """Each entry with a procedure that it belongs to."""
    for slug, entry in handbook.procedures.items():
        yield ("procedure", slug), slug
        yield from ((("paper", paper), slug) for what in entry.model.archive for paper in what.papers)
        yield from ((("form", form), slug) for form in entry.model.forms)
        for step in entry.model.steps.values():
            yield from ((("paper", paper), slug) for paper in (*step.papers.uses, *step.papers.makes))
            yield from ((("calculator", name), slug) for name in step.calculators)
    for kind, group in (("diagram", handbook.diagrams), ("case", handbook.cases), ("form", handbook.forms)):
        yield from (((kind, name), slug) for name, entry in group.items() for slug in entry.model.procedures)

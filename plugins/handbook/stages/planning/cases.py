"""The pages of case studies."""

from collections.abc import Iterator

from markupsafe import escape

from ...entries.case import Case
from ...locale import words
from ...views.parts import Fact, Heading, Turning
from ...views.reference import BorrowView, CaseView, FigureView, PracticeView
from ..checking import Entry
from .addresses import address_of
from .facts import arranged
from .lookup import Lookup
from .pages import PlannedPage

SECTIONS = (
    "figures",
    "background",
    "practice",
    "drawing",
    "results",
    "borrow",
    "watch",
    "discussion",
    "shelves",
    "source",
)
"""The parts of the page in order; each is in ``pages.case_sections``."""
ALIKE, MOST_ALIKE = 5, 4
"""From how much in common cases count as alike, and how many of them are shown."""


def plan_cases(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every case."""
    names = words()["pages"]["case_sections"]
    for slug, turning in lookup.turnings("case", list(lookup.handbook.cases)).items():
        view = _view(lookup.handbook.cases[slug], turning, lookup)
        outline = tuple(Heading(names[key], key, 1) for key in SECTIONS if getattr(view, key))
        yield PlannedPage(address_of("case", slug), "case", view.title, outline, view, "case", slug)


def _view(entry: Entry[Case], turning: Turning, lookup: Lookup) -> CaseView:
    model, inline = entry.model, lookup.inline
    return CaseView(
        title=model.title,
        title_en=model.title_en,
        summary=inline(model.summary),
        problem=inline(model.problem),
        facts=arranged(_facts(model, lookup)),
        background=inline.all(model.background),
        practice=tuple(PracticeView(practice.title, inline.all(practice.points)) for practice in model.practice),
        figures=tuple(FigureView(figure.value, figure.label) for figure in model.figures),
        drawing=lookup.picture(lookup.illustrated.flows.get(model.flow or "")),
        results=inline.all(model.results),
        borrow=tuple(BorrowView(_types(borrow.unit_types, lookup), inline(borrow.text)) for borrow in model.borrow),
        watch=inline.all(model.watch),
        discussion=inline.all(model.discussion),
        shelves=lookup.shelves(
            {
                "procedures": lookup.links("procedure", model.procedures),
                "forms": lookup.links("form", model.forms),
                "diagrams": lookup.links("diagram", model.diagrams),
                "cases": lookup.links("case", _alike(entry, lookup)),
            }
        ),
        source=inline(model.source),
        turning=turning,
    )


def _alike(entry: Entry[Case], lookup: Lookup) -> list[str]:
    """The cases that share most with this one: what they solve, then the topic, then the kind of unit."""

    def shared(other: Entry[Case]) -> int:
        model, mine = other.model, entry.model
        solved = len(set(model.solves) & set(mine.solves))
        return 4 * solved + 2 * (model.topic == mine.topic) + (model.unit_type == mine.unit_type)

    others = [other for other in lookup.handbook.cases.values() if other.slug != entry.slug and entry.model.solves]
    near = sorted((other for other in others if shared(other) >= ALIKE), key=lambda other: -shared(other))
    return [other.slug for other in near[:MOST_ALIKE]]


def _types(slugs: list[str], lookup: Lookup) -> str:
    return "、".join(lookup.handbook.unit_types[slug].name for slug in slugs)


def _facts(model: Case, lookup: Lookup) -> tuple[Fact, ...]:
    return (
        Fact("unit", escape(model.unit)),
        Fact("unit_type", escape(_types([model.unit_type], lookup))),
        Fact("themes", escape("、".join(model.themes))),
        Fact("reviewed", escape(model.reviewed.isoformat())),
    )

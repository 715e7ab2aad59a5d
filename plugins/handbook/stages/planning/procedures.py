"""The pages of procedures."""

from collections.abc import Iterator

from markupsafe import escape

from ...entries.procedure import Archived, Hint, Pitfall, Procedure, Question
from ...locale import words
from ...views.parts import Fact, Heading, Link, Shelf, Turning
from ...views.procedure import ArchiveView, HintView, PitfallView, ProcedureView, QuestionView
from ..checking import Entry
from .addresses import address_of, step_anchor
from .conditions import instead
from .facts import arranged
from .forms import embedded_forms
from .lookup import Lookup
from .pages import PlannedPage
from .steps import plan_steps

SECTIONS = ("hints", "pitfalls", "questions", "records", "archive", "forms", "discussion", "shelves", "basis")
"""The parts of the page after the steps, in order; each is in ``pages.sections``."""


def plan_procedures(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every procedure."""
    orders: dict[str, list[str]] = {}
    for slug, entry in lookup.handbook.procedures.items():
        orders.setdefault(entry.chapter, []).append(slug)
    for order in orders.values():
        for slug, turning in lookup.turnings("procedure", order).items():
            yield _page(lookup.handbook.procedures[slug], turning, lookup)


def _page(entry: Entry[Procedure], turning: Turning, lookup: Lookup) -> PlannedPage:
    view = _view(entry, turning, lookup)
    address = address_of("procedure", entry.slug, entry.chapter)
    return PlannedPage(address, "procedure", view.title, _outline(view), view, "procedure", entry.slug, entry.chapter)


def _outline(view: ProcedureView) -> tuple[Heading, ...]:
    names = words()["pages"]["sections"]
    steps = [Heading(f"{step.label} {step.text}", step_anchor(step.id), 2) for step in view.steps]
    rest = [Heading(names[key], key, 1) for key in SECTIONS if getattr(view, key)]
    before = [Heading(names[key], key, 1) for key in ("journey", "prepare", "steps")]
    return (*before, *steps, *rest)


def _view(entry: Entry[Procedure], turning: Turning, lookup: Lookup) -> ProcedureView:
    model, inline = entry.model, lookup.inline
    chapter = lookup.handbook.file.chapters[entry.chapter]
    return ProcedureView(
        title=model.title,
        title_en=model.title_en,
        chapter=Link(chapter.title, f"{lookup.root}{entry.chapter}/index.html"),
        state=chapter.state,
        code=model.code,
        also=tuple(model.also),
        summary=inline(model.summary),
        facts=arranged((*_facts(model, lookup), *_layers(entry))),
        next_review=model.next_review.isoformat(),
        drawing=lookup.picture(lookup.illustrated.flows.get(entry.slug)),
        steps=plan_steps(entry, lookup),
        prepare=inline.all(model.prepare),
        hints=tuple(_hint(place, hint, entry, lookup) for place, hint in enumerate(model.hints)),
        pitfalls=tuple(_pitfall(place, each, entry, lookup) for place, each in enumerate(model.pitfalls)),
        questions=tuple(_question(*pair, entry, lookup) for pair in enumerate(model.questions, 1)),
        records=inline.all(model.records),
        archive=tuple(_archived(item, lookup) for item in model.archive),
        discussion=inline.all(model.discussion),
        forms=embedded_forms(entry.slug, model.forms, lookup),
        shelves=_shelves(model, lookup),
        basis=lookup.gathered(_all_bases(model)),
        turning=turning,
        only=lookup.only(model.only),
        instead=instead(model, lookup),
    )


def _facts(model: Procedure, lookup: Lookup) -> tuple[Fact, ...]:
    file = lookup.handbook.file
    edition = model.edition or f"{file.edition.number}（{file.edition.date.isoformat()}）"
    types = "、".join(lookup.handbook.unit_types[slug].name for slug in model.applies_to.unit_types)
    return (
        Fact("code", escape(model.code)),
        Fact("edition", escape(edition)),
        Fact("owner", escape(model.owner or file.owner)),
        Fact("lead", escape(lookup.names(model.lead))),
        Fact("reviewed", escape(model.reviewed.isoformat())),
        Fact("next_review", escape(model.next_review.isoformat())),
        Fact("applies", escape(model.applies_to.text + (f"（{types}）" if types else ""))),
        Fact("begins", lookup.inline(model.begins_when)),
    )


def _layers(entry: Entry[Procedure]) -> Iterator[Fact]:
    """Which parts of an entry another layer set, or that all of it is that layer's own."""
    source, said = entry.source, words()["pages"]
    if source.below is None and source.level not in ("", "national"):
        yield Fact("layer", escape(said["layers"][source.level]), wide=True)
    shown = [key for key in (*SECTIONS, "prepare", "steps") if source.level_of(key)]
    if source.laid and shown:
        level = said["layers"][source.laid[-1][1]]
        yield Fact("layer", escape(f"{level}：" + "、".join(said["sections"][key] for key in shown)), wide=True)


def _at(step: str | None, entry: Entry[Procedure], lookup: Lookup) -> Link | None:
    return lookup.step(entry, step, here=True) if step else None


def _hint(place: int, hint: Hint, entry: Entry[Procedure], lookup: Lookup) -> HintView:
    basis = (*lookup.bases(hint.basis), *lookup.laid(entry, "hints", place))
    return HintView(lookup.inline(hint.text), _at(hint.step, entry, lookup), basis)


def _pitfall(place: int, pitfall: Pitfall, entry: Entry[Procedure], lookup: Lookup) -> PitfallView:
    wrong, right = lookup.inline(pitfall.wrong), lookup.inline(pitfall.right)
    basis = (*lookup.bases(pitfall.basis), *lookup.laid(entry, "pitfalls", place))
    return PitfallView(wrong, right, _at(pitfall.step, entry, lookup), basis)


def _question(number: int, question: Question, entry: Entry[Procedure], lookup: Lookup) -> QuestionView:
    return QuestionView(
        number=number,
        ask=question.ask[0],
        others=tuple(question.ask[1:]),
        answer=question.answer,
        more=lookup.inline(question.more),
        step=_at(question.step, entry, lookup),
        basis=(*lookup.bases(question.basis), *lookup.laid(entry, "questions", number - 1)),
        only=lookup.only(question.only),
    )


def _archived(item: Archived, lookup: Lookup) -> ArchiveView:
    return ArchiveView(item.what, lookup.links("paper", item.papers), item.where)


def _shelves(model: Procedure, lookup: Lookup) -> tuple[Shelf, ...]:
    return lookup.shelves(
        {
            "diagrams": lookup.links("diagram", model.diagrams),
            "cases": lookup.links("case", model.cases),
            "related": lookup.links("procedure", model.related),
        }
    )


def _all_bases(model: Procedure) -> Iterator[str]:
    for step in model.steps.values():
        yield from step.basis
        for deadline in step.deadlines:
            yield from deadline.basis
    for group in (model.hints, model.pitfalls, model.questions):
        for item in group:
            yield from item.basis

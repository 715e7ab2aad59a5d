"""The desk: its page, and what it knows of each procedure (``desk/shapes.ts`` says the same to the scripts)."""

from collections.abc import Iterator
from typing import Any

from ...entries.condition import Only
from ...entries.deadline import Anchor, Deadline
from ...entries.flow import Flow
from ...entries.procedure import Procedure, Step
from ...entries.runs import Run, RunMoment
from ...locale import words
from ...views.desk import DeskGroup, DeskView
from ...views.parts import Basis, Link
from ..checking import Entry
from ..linking import Handbook
from .addresses import DESK, step_anchor
from .lookup import Lookup
from .pages import PlannedPage
from .standing import told_state


def plan_desk(lookup: Lookup) -> PlannedPage:
    """Plan the page of the desk."""
    view = DeskView(words()["desk"]["title"], tuple(_groups(lookup)))
    return PlannedPage(DESK, "desk", view.title, (), view, "page", "desk")


def plan_desk_scripts(lookup: Lookup) -> dict[str, Any]:
    """Give what the desk knows: ``_index``, and each procedure by its slug; addresses count from the site's root."""
    return {"_index": _index(lookup), **{entry.slug: desk_of(entry, lookup) for entry in _done(lookup.handbook)}}


def desk_of(entry: Entry[Procedure], lookup: Lookup) -> dict[str, Any]:
    """Give what the desk knows of one procedure."""
    model, flow = entry.model, lookup.handbook.flows[entry.slug].model
    numbers = lookup.handbook.numbers[entry.slug]
    return {
        "slug": entry.slug,
        "title": model.title,
        "code": model.code,
        **told_state(entry.chapter, lookup.handbook),
        "address": lookup.href("procedure", entry.slug),
        **_only(model.only, lookup),
        "dates": model.dates,
        "first": next(node.next for node in flow.nodes.values() if node.kind == "start"),
        "ends": {id_: node.text for id_, node in flow.nodes.items() if node.kind == "end"},
        "steps": [_step(id_, number, entry, flow, lookup) for id_, number in numbers.items()],
        "archive": [_archived(what.what, what.papers, what.where, lookup) for what in model.archive],
        "calculators": {slug: _calculator(slug, lookup) for step in model.steps.values() for slug in step.calculators},
        "papers": {slug: _paper(slug, lookup) for slug in _papers(model) if lookup.href("paper", slug)},
    }


def _groups(lookup: Lookup) -> Iterator[DeskGroup]:
    for slug, chapter in lookup.handbook.file.chapters.items():
        own = [entry for entry in _done(lookup.handbook) if entry.chapter == slug]
        if own:
            links = (Link(each.model.title, lookup.href("procedure", each.slug), each.slug) for each in own)
            yield DeskGroup(chapter.title, tuple(links))


def _done(handbook: Handbook) -> Iterator[Entry[Procedure]]:
    """What can be done as a case: all procedures that have a flow."""
    return (entry for slug, entry in handbook.procedures.items() if slug in handbook.flows)


def _index(lookup: Lookup) -> dict[str, Any]:
    file, chapters = lookup.handbook.file, lookup.handbook.file.chapters
    groups = {slug: [entry for entry in _done(lookup.handbook) if entry.chapter == slug] for slug in chapters}
    return {
        "title": file.title,
        "edition": file.edition.number,
        "date": file.edition.date.isoformat(),
        "runs": {slug: _run(run) for slug, run in lookup.handbook.runs.items()},
        "units": {slug: unit.name for slug, unit in lookup.handbook.unit_types.items()},
        "chapters": [
            {"title": chapters[slug].title, "procedures": [_choice(entry, lookup) for entry in own]}
            for slug, own in groups.items()
            if own
        ],
    }


def _run(run: Run) -> dict[str, Any]:
    """A long run; its moments are named as a plan names them, with the procedure before."""

    def moment(one: RunMoment) -> str:
        return f"{one.procedure}/step:{one.step}" if one.step else f"{one.procedure}/date:{one.date}"

    return {
        "title": run.title,
        "text": run.text,
        "legs": [{"procedure": leg.procedure, "through": leg.through} for leg in run.legs],
        "same": [[moment(one) for one in group] for group in run.same],
    }


def _choice(entry: Entry[Procedure], lookup: Lookup) -> dict[str, Any]:
    model = entry.model
    named = {"slug": entry.slug, "title": model.title, "code": model.code, "also": model.also}
    return {**named, **_only(model.only, lookup)}


def _step(id_: str, number: int, entry: Entry[Procedure], flow: Flow, lookup: Lookup) -> dict[str, Any]:
    step, node = entry.model.steps[id_], flow.nodes[id_]
    called = {"flow": node.flow} if node.flow else {}
    return {
        "id": id_,
        "number": number,
        "title": node.text,
        "kind": node.kind,
        "address": f"{lookup.href('procedure', entry.slug)}#{step_anchor(id_)}",
        "next": node.next,
        "duty": step.duty,
        "who": lookup.names(step.who.does),
        "when": step.when,
        **_only(step.only, lookup),
        "deadlines": [_deadline(deadline, lookup) for deadline in step.deadlines],
        **_papers_of(step, lookup),
        "calculators": step.calculators,
        **called,
        **({"day": step.day} if step.day else {}),
    }


def _papers_of(step: Step, lookup: Lookup) -> dict[str, list[str]]:
    return {
        "uses": [slug for slug in step.papers.uses if lookup.href("paper", slug)],
        "makes": [slug for slug in step.papers.makes if lookup.href("paper", slug)],
    }


def _deadline(deadline: Deadline, lookup: Lookup) -> dict[str, Any]:
    limits = {"limits": _moment(deadline.limits)} if deadline.limits else {}
    return {
        "kind": deadline.kind,
        "amount": deadline.amount,
        "unit": deadline.unit,
        "times": deadline.times,
        "anchor": _moment(deadline.anchor),
        "force": deadline.force,
        "text": deadline.text,
        "missed": deadline.missed or "",
        **_only(deadline.only, lookup),
        "basis": "、".join(_named(lookup.basis(text)) for text in deadline.basis),
        **limits,
    }


def _moment(given: Anchor | None) -> dict[str, str] | None:
    return given.model_dump(exclude_none=True) if given else None


def _named(basis: Basis) -> str:
    """A basis in one line, with how far it can be trusted."""
    marks = "、".join(words()["pages"]["marks"][mark] for mark in basis.marks)
    return f"{basis.text}（{marks}）" if basis.text and marks else basis.text or marks


def _archived(what: str, papers: list[str], where: str, lookup: Lookup) -> dict[str, Any]:
    return {"what": what, "papers": [slug for slug in papers if lookup.href("paper", slug)], "where": where}


def _papers(model: Procedure) -> Iterator[str]:
    """All papers of a procedure: those its steps use and make, and those it files."""
    for step in model.steps.values():
        yield from step.papers.uses
        yield from step.papers.makes
    for what in model.archive:
        yield from what.papers


def _paper(slug: str, lookup: Lookup) -> dict[str, Any]:
    model = lookup.handbook.papers[slug].model
    return {"title": model.title, "address": lookup.href("paper", slug), **_only(model.only, lookup)}


def _calculator(slug: str, lookup: Lookup) -> dict[str, str]:
    return {"title": lookup.handbook.calculators[slug].model.title, "address": lookup.href("calculator", slug)}


def _only(only: Only | None, lookup: Lookup) -> dict[str, Any]:
    """Whom something is for, as ``desk/fit.ts`` asks it; nothing if it is for all."""
    return {"only": lookup.conditions(only)} if only else {}

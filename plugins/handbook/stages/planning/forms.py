"""The pages of scoring forms."""

import json
from collections.abc import Iterator

from markupsafe import Markup, escape

from ...entries.form import Band, Form, Item, Section
from ...locale import words
from ...scoring import form_text
from ...views.form import BandView, ChoiceView, EmbeddedForm, FormView, ItemView, RankingView, SectionView
from ...views.parts import Fact, Heading, Turning
from ..checking import Entry
from .addresses import address_of
from .lookup import Lookup
from .pages import PlannedPage
from .worked import worked_examples


def plan_forms(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every form."""
    names = words()["forms"]["headings"]
    for slug, turning in lookup.turnings("form", list(lookup.handbook.forms)).items():
        view = _view(lookup.handbook.forms[slug], turning, lookup)
        there = {"bands": view.bands, "examples": view.examples}
        outline = tuple(
            Heading(names[key], key, 1) for key in ("sheet", "bands", "examples", "readings") if there.get(key, True)
        )
        yield PlannedPage(address_of("form", slug), "form", view.title, outline, view, "form", slug)


def embedded_forms(procedure: str, named: list[str], lookup: Lookup) -> tuple[EmbeddedForm, ...]:
    """Give the forms to be filled in beside a procedure: those it names, and those that name it."""
    forms = lookup.handbook.forms
    others = [slug for slug, entry in forms.items() if procedure in entry.model.procedures and slug not in named]
    return tuple(
        EmbeddedForm(f"{lookup.root}{address_of('form', slug)}", _view(forms[slug], Turning(None, None), lookup))
        for slug in (*named, *others)
        if slug in forms
    )


def plan_ranking(lookup: Lookup) -> PlannedPage:
    """Plan the page that ranks sheets of any form."""
    spoken = {**words()["scoring"], "ranking": words()["forms"]["ranking"]}
    forms = tuple(
        ChoiceView(slug, entry.model.title, form_text(slug, entry.model))
        for slug, entry in lookup.handbook.forms.items()
    )
    title = words()["forms"]["ranking"]["title"]
    view = RankingView(title, forms, json.dumps(spoken, ensure_ascii=False))
    return PlannedPage(address_of("form", "rank"), "ranking", title, (), view, "page", "rank")


def _view(entry: Entry[Form], turning: Turning, lookup: Lookup) -> FormView:
    model, inline = entry.model, lookup.inline
    year = model.year
    parts = year.parts.items() if year else ()
    spoken = {**words()["scoring"], "page": words()["forms"]["page"]}
    return FormView(
        slug=entry.slug,
        title=model.title,
        title_en=model.title_en,
        purpose=inline(model.purpose),
        sections=tuple(_section(id_, section, model, lookup) for id_, section in model.sections.items()),
        parts=tuple(
            SectionView(id_, title, f"{year.maximum:g}" if year else "", Markup(), False, ()) for id_, title in parts
        ),
        posts=tuple(model.posts),
        parameters=tuple(ChoiceView(id_, one.label, f"{one.default:g}") for id_, one in model.parameters.items()),
        flags=tuple(ChoiceView(id_, flag.title, "") for id_, flag in model.flags.items()),
        bands=tuple(_band(band, model, lookup) for band in model.bands.values()),
        examples=worked_examples(model),
        readings=inline.all(model.readings),
        model=form_text(entry.slug, model),
        sentences=json.dumps(spoken, ensure_ascii=False),
        shelves=lookup.shelves(
            {
                "procedures": lookup.links("procedure", _procedures(entry, lookup)),
                "cases": lookup.links("case", [model.case] if model.case else []),
            }
        ),
        basis=lookup.gathered(_all_bases(model, lookup)),
        facts=(Fact("edition", escape(model.edition)), Fact("reviewed", escape(model.reviewed.isoformat()))),
        turning=turning,
        only=lookup.only(model.only),
    )


def _procedures(entry: Entry[Form], lookup: Lookup) -> list[str]:
    """The procedures a form names, and those that name it."""
    named = entry.model.procedures
    naming = [slug for slug, one in lookup.handbook.procedures.items() if entry.slug in one.model.forms]
    return [*named, *(slug for slug in naming if slug not in named)]


def _all_bases(form: Form, lookup: Lookup) -> Iterator[str]:
    """What a form rests on: its own bases, its items', and those of the steps its items link to."""
    yield from form.basis
    for section in form.sections.values():
        for item in section.items.values():
            yield from item.basis
            linked = lookup.handbook.procedures.get(item.step.procedure) if item.step else None
            if linked and item.step:
                yield from linked.model.steps[item.step.step].basis


def _section(id_: str, section: Section, form: Form, lookup: Lookup) -> SectionView:
    items = tuple(_item(name, item, form, lookup) for name, item in section.items.items())
    note = lookup.inline(section.note or "")
    return SectionView(id_, section.title, _number(section.maximum, form), note, section.sample, items)


def _item(id_: str, item: Item, form: Form, lookup: Lookup) -> ItemView:
    maximum = _number(item.maximum, form)
    if item.kind == "rate":
        shown = f"0～100%（{maximum}）"
    elif item.kind == "steps":
        shown = " / ".join(f"{option.points:g} {option.label}" for option in item.options)
    elif item.threshold:
        shown = ("≥ " if item.threshold.included else "> ") + _number(item.threshold.reaches, form)
    elif item.kind == "per-occurrence":
        shown = f"{item.each or 0:+g} ×"
    else:
        shown = f"{item.minimum:g}～{maximum}"
    linked = lookup.handbook.procedures.get(item.step.procedure) if item.step else None
    step = lookup.step(linked, item.step.step, here=False) if linked and item.step else None
    na, standard = item.not_applicable != "not-allowed", lookup.inline(item.standard or "")
    return ItemView(id_, item.name, standard, item.kind, shown, na, item.evidence or "", item.sample, step)


def _number(limit: float | str | None, form: Form) -> str:
    if isinstance(limit, str):
        return f"{form.parameters[limit].default:g}"
    return "" if limit is None else f"{limit:g}"


def _band(band: Band, form: Form, lookup: Lookup) -> BandView:
    coefficient = "" if band.coefficient is None else f"{band.coefficient:g}"
    return BandView(band.title, _interval(band, form), coefficient, lookup.inline(band.means or ""), band.sample)


def _interval(band: Band, form: Form) -> str:
    """A band's ends as mathematicians write them, so that each boundary can be seen; or its share of the places."""
    for key, share in (("top", band.top), ("bottom", band.bottom)):
        if share is not None:
            return str(words()["forms"]["shares"][key]).format(percent=_number(share, form))
    if band.lower is None and band.upper is None and not form.deviation:
        return ""
    left = ("[" if band.lower_included else "(") + _number(band.lower, form) if band.lower is not None else "(-∞"
    right = _number(band.upper, form) + ("]" if band.upper_included else ")") if band.upper is not None else "+∞)"
    return f"{left}, {right}"

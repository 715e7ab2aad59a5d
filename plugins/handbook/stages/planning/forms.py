"""The pages of scoring forms."""

import json
from collections.abc import Iterator

from markupsafe import Markup, escape

from ...entries.form import Band, Form, Item, Section
from ...locale import words
from ...scoring import form_text
from ...views.form import ChoiceView, FormView, ItemView, RankingView, SectionView
from ...views.parts import Fact, Heading, Turning
from ..checking import Entry
from .addresses import address_of
from .lookup import Lookup
from .pages import PlannedPage


def plan_forms(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every form."""
    names = words()["forms"]["headings"]
    for slug, turning in lookup.turnings("form", list(lookup.handbook.forms)).items():
        view = _view(lookup.handbook.forms[slug], turning, lookup)
        outline = tuple(
            Heading(names[key], key, 1) for key in ("sheet", "bands", "readings") if key != "bands" or view.bands
        )
        yield PlannedPage(address_of("form", slug), "form", view.title, outline, view, "form", slug)


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
        bands=tuple(ChoiceView(id_, band.title, _interval(band, model)) for id_, band in model.bands.items()),
        readings=inline.all(model.readings),
        model=form_text(entry.slug, model),
        sentences=json.dumps(spoken, ensure_ascii=False),
        basis=lookup.gathered(model.basis),
        facts=(Fact("edition", escape(model.edition)), Fact("reviewed", escape(model.reviewed.isoformat()))),
        turning=turning,
    )


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
    elif item.kind == "per-occurrence":
        shown = f"{item.each or 0:+g} ×"
    else:
        shown = f"{item.minimum:g}～{maximum}"
    na, standard = item.not_applicable != "not-allowed", lookup.inline(item.standard or "")
    return ItemView(id_, item.name, standard, item.kind, shown, na, item.evidence or "", item.sample)


def _number(limit: float | str | None, form: Form) -> str:
    if isinstance(limit, str):
        return f"{form.parameters[limit].default:g}"
    return "" if limit is None else f"{limit:g}"


def _interval(band: Band, form: Form) -> str:
    """A band's ends as mathematicians write them, so that each boundary can be seen."""
    left = ("[" if band.lower_included else "(") + _number(band.lower, form) if band.lower is not None else "(-∞"
    right = _number(band.upper, form) + ("]" if band.upper_included else ")") if band.upper is not None else "+∞)"
    return f"{left}, {right}"

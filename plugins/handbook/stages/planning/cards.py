"""Entries shown as cards: on the home page, the chapters' pages and the overviews."""

from typing import Any

from markupsafe import Markup

from ...entries.case import Case
from ...entries.course import Course
from ...entries.form import Form
from ...entries.paper import Paper
from ...entries.procedure import Procedure
from ...entries.regulation import Regulation
from ...locale import words
from ...views.home import Card
from ..checking import Entry
from .lookup import Lookup


def procedure_card(entry: Entry[Procedure], lookup: Lookup) -> Card:
    """Show a procedure: its code, its summary and who leads."""
    model = entry.model
    return Card(
        title=model.title,
        href=lookup.href("procedure", entry.slug),
        code=model.code,
        summary=_plain(lookup.inline(model.summary)),
        remark=lookup.names(model.lead),
        steps=len(lookup.handbook.numbers[entry.slug]),
        only=lookup.only(model.only),
    )


def diagram_card(entry: Entry[Any], lookup: Lookup) -> Card:
    """Show a diagram: its kind and the question it answers."""
    kind = words()["pages"]["diagram_kinds"][entry.model.kind]
    return Card(
        title=entry.model.title,
        href=lookup.href("diagram", entry.slug),
        code="",
        summary=Markup.escape(entry.model.answers),
        remark=kind,
        drawing=lookup.illustrated.diagrams.get(entry.slug),
    )


def case_card(entry: Entry[Case], lookup: Lookup) -> Card:
    """Show a case: its unit and what is worth seeing."""
    summary = _plain(lookup.inline(entry.model.summary))
    return Card(entry.model.title, lookup.href("case", entry.slug), "", summary, entry.model.unit)


def paper_card(entry: Entry[Paper], lookup: Lookup) -> Card:
    """Show a paper: what it is for."""
    model = entry.model
    summary, only = _plain(lookup.inline(model.purpose)), lookup.only(model.only)
    return Card(model.title, lookup.href("paper", entry.slug), "", summary, "", only=only)


def form_card(entry: Entry[Form], lookup: Lookup) -> Card:
    """Show a form: what it is for and whom it scores."""
    model = entry.model
    summary, only = _plain(lookup.inline(model.purpose)), lookup.only(model.only)
    return Card(model.title, lookup.href("form", entry.slug), "", summary, model.subject, only=only)


def regulation_card(entry: Entry[Regulation], lookup: Lookup) -> Card:
    """Show a regulation: who issued it, when, and what it rules."""
    model = entry.model
    summary = _plain(lookup.inline(model.summary))
    return Card(model.title, lookup.href("regulation", entry.slug), "", summary, f"{model.issued_by} · {model.issued}")


def course_card(entry: Entry[Course], lookup: Lookup) -> Card:
    """Show a course: what one can do after it, for whom it is and how long it takes."""
    model, said = entry.model, words()["courses"]
    summary = _plain(lookup.inline(model.summary))
    remark = f"{model.audience} · {said['minutes'].format(minutes=model.minutes)}"
    return Card(model.title, lookup.href("course", entry.slug), "", summary, remark)


def _plain(text: Markup) -> Markup:
    """A card is a link as a whole: no link may stand inside it."""
    return text if "<a" not in text else Markup.escape(text.striptags())

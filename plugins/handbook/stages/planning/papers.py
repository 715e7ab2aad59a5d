"""The pages of papers: what to fill in, and what the paper looks like."""

import re
from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup, escape

from ...entries.paper import Block, Items, Paper, PaperField, Paragraph
from ...entries.paper import Heading as PaperHeading
from ...locale import words
from ...views.parts import Fact, Heading, Link, Turning
from ...views.reference import BlockView, FieldView, PaperView
from ..checking import Entry
from .addresses import address_of
from .facts import arranged
from .inline import Inline
from .lookup import Lookup
from .pages import PlannedPage

HOLE = re.compile(r"\{\{\s*([^}]*?)\s*\}\}")
SECTIONS = ("sheet", "fields", "checks", "shelves", "basis")
"""The parts of the page in order; each is in ``pages.paper_sections``."""

MOST_BLANK_ROWS = 6
"""How many of a table's blank rows the page shows; the paper itself has them all."""


def plan_papers(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every paper."""
    names = words()["pages"]["paper_sections"]
    users = _users(lookup)
    for slug, turning in lookup.turnings("paper", list(lookup.handbook.papers)).items():
        view = _view(lookup.handbook.papers[slug], users[slug], turning, lookup)
        outline = tuple(Heading(names[key], key, 1) for key in SECTIONS if getattr(view, key, True))
        yield PlannedPage(address_of("paper", slug), "paper", view.title, outline, view, "paper", slug)


def _users(lookup: Lookup) -> dict[str, dict[str, list[Link]]]:
    """For each paper the steps that make it and those that use it."""
    users: dict[str, dict[str, list[Link]]] = defaultdict(lambda: {"made": [], "used": []})
    for entry in lookup.handbook.procedures.values():
        for id_, step in entry.model.steps.items():
            for key, papers in (("made", step.papers.makes), ("used", step.papers.uses)):
                for paper in papers:
                    users[paper][key].append(lookup.step(entry, id_, here=False))
    return users


def _view(entry: Entry[Paper], users: dict[str, list[Link]], turning: Turning, lookup: Lookup) -> PaperView:
    model = entry.model
    fill = Filler(model, lookup.inline)
    return PaperView(
        title=model.title,
        title_en=model.title_en,
        kind=model.kind,
        purpose=lookup.inline(model.purpose),
        facts=arranged(_facts(model, lookup)),
        fields=tuple(map(_field, model.fields.values())),
        heading=fill(model.heading),
        addressee=fill(model.addressee or ""),
        body=tuple(_block(block, fill) for block in model.body),
        attachments=tuple(model.attachments),
        signature=tuple(map(fill, model.signature)),
        checks=lookup.inline.all(model.checks),
        shelves=lookup.shelves({key: tuple(links) for key, links in users.items()}),
        basis=lookup.gathered(model.basis),
        turning=turning,
        only=lookup.only(model.only),
    )


class Filler:
    """Turns a paper's text into HTML with a blank for each thing to fill in."""

    def __init__(self, model: Paper, inline: Inline) -> None:
        self._inline = inline
        self._blanks = {
            name: Markup('<span class="hb-blank hb-blank--{}">{}</span>').format(field.kind, field.label)
            for name, field in model.fields.items()
        }

    def __call__(self, text: str) -> Markup:
        """Give the HTML of a text."""
        return Markup(HOLE.sub(self._blank, str(self._inline(text))))

    def _blank(self, hole: re.Match[str]) -> str:
        return str(self._blanks.get(hole[1], escape(hole[0])))


def _block(block: Block, fill: Filler) -> BlockView:
    if isinstance(block, PaperHeading):
        return BlockView("heading", (escape(block.heading),))
    if isinstance(block, Paragraph):
        return BlockView("text", (fill(block.text),))
    if isinstance(block, Items):
        return BlockView("items", tuple(map(fill, block.items)))
    blank = (Markup(),) * len(block.columns)
    rows = tuple(tuple(map(fill, row)) for row in block.rows)
    return BlockView("table", (), tuple(block.columns), rows + (blank,) * min(block.blank_rows, MOST_BLANK_ROWS))


def _field(field: PaperField) -> FieldView:
    hint = "；".join(part for part in (field.hint or "", " / ".join(field.choices)) if part)
    return FieldView(field.label, field.kind, field.required, hint, field.sample or "")


def _facts(model: Paper, lookup: Lookup) -> Iterator[Fact]:
    yield Fact("made_by", escape(lookup.names(model.made_by)))
    if model.signed_by:
        yield Fact("signed_by", escape("、".join(model.signed_by)))
    if model.sent_to:
        yield Fact("sent_to", escape(lookup.names(model.sent_to)))
    if model.copies:
        yield Fact("copies", escape(model.copies))
    if model.keep:
        yield Fact("keep", escape(model.keep))
    yield Fact("reviewed", escape(model.reviewed.isoformat()))

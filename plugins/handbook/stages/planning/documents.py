"""Papers as documents: what goes where on the sheet, after GB/T 9704—2012 where it says so."""

import re
from collections.abc import Iterator

from ...entries.paper import Heading, Items, Paper, PaperField, Paragraph, Table
from ...locale import words
from ...views.document import DocumentField, DocumentLine, DocumentTable, DocumentView
from ..checking import Entry
from .lookup import Lookup
from .searching.plain import plain

HOLE = re.compile(r"\{\{\s*([^}]*?)\s*\}\}")
SPACED = re.compile(r"(?<=[\u2e80-\uffef]) +(?=[\w{%])|(?<=[\w}%]) +(?=[\u2e80-\uffef])|(?<=\}) +(?=\{)", re.ASCII)
"""The blank that the pages set between Chinese and figures; an official paper has none."""
SECOND = re.compile(r"[（(][一二三四五六七八九十]+[)）]")
"""How a heading of the second level begins (GB/T 9704—2012, 层次序数)."""
MANY_COLUMNS, MANY_IN_A_REGISTER = 7, 6
"""From this many columns on, the page lies on its side."""
SEALED = frozenset({"official", "notice", "letter"})
"""Kinds that end with who issues them and the date, the place of the seal."""


def plan_documents(lookup: Lookup) -> tuple[DocumentView, ...]:
    """Plan the document of every paper."""
    return tuple(document_of(slug, entry) for slug, entry in lookup.handbook.papers.items())


def tidy(text: str) -> str:
    """Give a text as it stands in a document: without marks, and without blanks beside figures."""
    return SPACED.sub("", plain(HOLE.sub(r"{{\1}}", text)))


def document_of(slug: str, entry: Entry[Paper]) -> DocumentView:
    """Give one paper as a document."""
    model = entry.model
    return DocumentView(
        slug=slug,
        title=model.title,
        kind=model.kind,
        wide=_is_wide(model),
        day=model.reviewed.isoformat(),
        blocks=tuple(_blocks(model)),
        fields={name: _field(field) for name, field in model.fields.items()},
    )


def _is_wide(model: Paper) -> bool:
    most = max((len(block.columns) for block in model.body if isinstance(block, Table)), default=0)
    return most >= (MANY_IN_A_REGISTER if model.kind == "register" else MANY_COLUMNS)


def _field(field: PaperField) -> DocumentField:
    return DocumentField(
        label=field.label,
        kind=field.kind,
        required=field.required,
        hint=field.hint or "",
        sample=field.sample or "",
        choices=tuple(map(tidy, field.choices)),
        minimum=field.minimum,
        maximum=field.maximum,
    )


def _blocks(model: Paper) -> Iterator[DocumentLine | DocumentTable]:
    yield DocumentLine("title", tidy(model.heading))
    if model.addressee:
        yield DocumentLine("addressee", tidy(model.addressee))
    for block in model.body:
        if isinstance(block, Heading):
            level = "subheading" if SECOND.match(block.heading) else "heading"
            yield DocumentLine(level, tidy(block.heading))
        elif isinstance(block, Paragraph):
            yield DocumentLine("text", tidy(block.text))
        elif isinstance(block, Items):
            yield from (DocumentLine("text", f"{n}.{tidy(item)}") for n, item in enumerate(block.items, 1))
        else:
            rows = tuple(tuple(map(tidy, row)) for row in block.rows)
            yield DocumentTable(tuple(map(tidy, block.columns)), rows, block.blank_rows)
    yield from _attachments(model)
    yield from _signature(model)


def _attachments(model: Paper) -> Iterator[DocumentLine]:
    """附件说明: numbered where there are several (GB/T 9704—2012, 附件说明)."""
    lead, several = words()["pages"]["attachments"], len(model.attachments) > 1
    for number, name in enumerate(model.attachments, 1):
        numbered = f"{number}.{tidy(name)}" if several else tidy(name)
        yield DocumentLine("attachment" if number == 1 else "attachments", (lead if number == 1 else "") + numbered)


def _signature(model: Paper) -> Iterator[DocumentLine]:
    """Who issues it over the date, or lines to be signed."""
    lines = [tidy(line) for line in model.signature]
    last = HOLE.fullmatch(lines[-1]) if lines else None
    dated = last is not None and last[1] in model.fields and model.fields[last[1]].kind == "date"
    sealed = dated and model.kind in SEALED and len(lines) > 1 and not any("：" in line for line in lines)
    style = "sealed" if sealed else "signed"
    for place, line in enumerate(lines):
        yield DocumentLine(style + ("" if not place else "-last" if place == len(lines) - 1 else "-next"), line)

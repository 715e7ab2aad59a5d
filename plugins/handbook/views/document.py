"""A paper as a document for Word: its lines and tables in order, with the places to fill in."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DocumentField:
    """One thing to fill in, as the paper's author wrote it."""

    label: str
    kind: str
    required: bool
    hint: str
    sample: str
    choices: tuple[str, ...]
    minimum: int | None
    maximum: int | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paragraph: plain text in which ``{{field}}`` is a place to fill in."""

    style: str
    """title, addressee, heading, subheading, text, attachment(s); sealed or signed, then with -next, and -last."""
    text: str


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """One table; its head is repeated on every page."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    blank_rows: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One paper: what its template, its blank copy and its preview are made from."""

    slug: str
    title: str
    kind: str
    wide: bool
    """Whether the page lies on its side."""
    day: str
    """The day its content was last reviewed (ISO 8601); files carry it as their date."""
    blocks: tuple[DocumentLine | DocumentTable, ...]
    fields: dict[str, DocumentField]


@dataclass(frozen=True, slots=True)
class PackView:
    """The papers of one procedure and what they have in common."""

    slug: str
    papers: tuple[str, ...]
    facts: tuple[dict[str, Any], ...]
    """What is typed once: ``name``, ``label``, ``kind``, ``choices`` and ``fields`` (``paper.field``); ``profile`` and
    ``date`` say what of the branch or of the case it is, or are empty."""
    checks: tuple[dict[str, Any], ...]
    """What must hold between the papers: ``kind``, ``of``, ``share``, ``strict``, ``rule`` and ``basis`` in words."""

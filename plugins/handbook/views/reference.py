"""The pages that procedures lead to: diagrams, cases, regulations, papers and the glossary."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .parts import Basis, BasisGroup, Fact, Link, Shelf, Turning


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A diagram's page."""

    title: str
    title_en: str
    answers: str
    summary: Markup
    drawing: Any
    """The drawing, made by stage 4; the templates hand it on to the component ``diagram``."""
    points: tuple[Markup, ...]
    note: Markup
    shelves: tuple[Shelf, ...]
    basis: tuple[BasisGroup, ...]
    facts: tuple[Fact, ...]
    turning: Turning


@dataclass(frozen=True, slots=True)
class PracticeView:
    """One part of what a case's branch did."""

    title: str
    points: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """One number of a case."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class BorrowView:
    """What others may take over, and which others."""

    who: str
    text: Markup


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case's page."""

    title: str
    title_en: str
    summary: Markup
    problem: Markup
    facts: tuple[Fact, ...]
    background: tuple[Markup, ...]
    practice: tuple[PracticeView, ...]
    figures: tuple[FigureView, ...]
    drawing: Any
    """The flow's drawing, or None."""
    results: tuple[Markup, ...]
    borrow: tuple[BorrowView, ...]
    watch: tuple[Markup, ...]
    discussion: tuple[Markup, ...]
    shelves: tuple[Shelf, ...]
    source: Markup
    turning: Turning


@dataclass(frozen=True, slots=True)
class FactView:
    """One sentence of fact; ``recalled`` says that it is still to be checked."""

    text: Markup
    recalled: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The facts of one article and what rests on them."""

    id: str
    label: str
    force: str
    """A key of ``pages.marks``, or ``article`` where the number may be cited."""
    facts: tuple[FactView, ...]
    cited: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed in a regulation, and when."""

    when: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RegulationView:
    """A regulation's page."""

    title: str
    title_en: str
    summary: Markup
    status: str
    """A key of ``pages.statuses``."""
    status_note: Markup
    superseded_by: Link | None
    facts: tuple[Fact, ...]
    articles: tuple[ArticleView, ...]
    notes: tuple[Markup, ...]
    changes: tuple[ChangeView, ...]
    sources: tuple[str, ...]
    turning: Turning


@dataclass(frozen=True, slots=True)
class FieldView:
    """One thing to fill in."""

    label: str
    kind: str
    """A key of ``pages.fields``."""
    required: bool
    hint: str
    sample: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One piece of a paper's body: ``kind`` is heading, text, items or table."""

    kind: str
    texts: tuple[Markup, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Markup, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper's page."""

    title: str
    title_en: str
    kind: str
    """A key of ``pages.papers``."""
    purpose: Markup
    facts: tuple[Fact, ...]
    fields: tuple[FieldView, ...]
    heading: Markup
    addressee: Markup
    body: tuple[BlockView, ...]
    attachments: tuple[str, ...]
    signature: tuple[Markup, ...]
    checks: tuple[Markup, ...]
    shelves: tuple[Shelf, ...]
    basis: tuple[BasisGroup, ...]
    turning: Turning
    only: str
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term as running text explains it: its address counts from the site's root."""

    names: tuple[str, ...]
    """The term, then its other names: those of three characters and more, for shorter ones are parts of words."""
    explain: str
    address: str


@dataclass(frozen=True, slots=True)
class TermView:
    """One term of the glossary."""

    id: str
    term: str
    spoken: str
    """Its pinyin with tone marks."""
    en: str
    explain: Markup
    also: str
    procedures: tuple[Link, ...]
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary's page."""

    terms: tuple[TermView, ...]

"""A procedure's page."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from .calculator import CalculatorView
from .form import EmbeddedForm
from .parts import Basis, BasisGroup, Fact, Link, Shelf, Turning


@dataclass(frozen=True, slots=True)
class Party:
    """Who has which part in a step: the key of the part in ``pages.parties`` and the names."""

    key: str
    names: str


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """One deadline: its words, its weight (a key of ``pages.forces``), what follows when missed."""

    text: str
    force: str
    missed: str
    layer: str = ""
    """A key of ``pages.layers``: which layer set it over a lower one; empty if none did."""
    only: str = ""
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a step: the answer that leads there and where it leads."""

    label: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step card."""

    id: str
    label: str
    """The number with two digits."""
    code: str
    """The short code, such as 换届-07."""
    text: str
    kind: str
    doer: str
    """Who does it, as short as the flowchart says it."""
    duty: str
    """A key of ``pages.duties``: ``must`` by a rule, ``own`` by the unit's own choice, or ``may``."""
    when: str
    deadlines: tuple[DeadlineView, ...]
    parties: tuple[Party, ...]
    how: tuple[Markup, ...]
    requirements: tuple[Markup, ...]
    cautions: tuple[Markup, ...]
    uses: tuple[Link, ...]
    makes: tuple[Link, ...]
    basis: tuple[Basis, ...]
    note: Markup
    exits: tuple[Exit, ...]
    subflow: Link | None
    """The procedure that this step calls."""
    only: str
    """Which branches it is for, as JSON for the script; empty if for every one."""
    calculators: tuple[CalculatorView, ...]


@dataclass(frozen=True, slots=True)
class HintView:
    """A numbered tip."""

    text: Markup
    step: Link | None
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class PitfallView:
    """A mistake and what is right."""

    wrong: Markup
    right: Markup
    step: Link | None
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question and its answer."""

    number: int
    ask: str
    others: tuple[str, ...]
    answer: str
    more: Markup
    step: Link | None
    basis: tuple[Basis, ...]
    only: str
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """One thing to file."""

    what: str
    papers: tuple[Link, ...]
    where: str


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """All that a procedure's page shows, in the order in which it shows it."""

    title: str
    title_en: str
    chapter: Link
    state: str
    """The release state of its chapter; a key of ``pages.states``."""
    code: str
    also: tuple[str, ...]
    summary: Markup
    facts: tuple[Fact, ...]
    next_review: str
    """The day (ISO 8601) after which the page is overdue for a review; the reader's browser compares it."""
    drawing: Any
    """The flow's drawing, made by stage 4; the templates hand it on to the component ``flow``."""
    steps: tuple[StepView, ...]
    prepare: tuple[Markup, ...]
    hints: tuple[HintView, ...]
    pitfalls: tuple[PitfallView, ...]
    questions: tuple[QuestionView, ...]
    records: tuple[Markup, ...]
    archive: tuple[ArchiveView, ...]
    discussion: tuple[Markup, ...]
    forms: tuple[EmbeddedForm, ...]
    shelves: tuple[Shelf, ...]
    basis: tuple[BasisGroup, ...]
    turning: Turning
    only: str
    """Which branches it is for, as JSON for the script; empty if for every one."""
    instead: tuple[Link, ...]
    """What the other branches use."""

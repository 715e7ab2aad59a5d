"""What the page of a scoring form shows."""

from dataclasses import dataclass

from markupsafe import Markup

from .parts import BasisGroup, Fact, Link, Shelf, Turning


@dataclass(frozen=True, slots=True)
class ItemView:
    """One line to be filled in."""

    id: str
    name: str
    standard: Markup
    kind: str
    range: str
    may_not_apply: bool
    evidence: str
    sample: bool
    step: Link | None
    """The step of a procedure that tells the rule."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A group of lines, or one number of a year."""

    id: str
    title: str
    maximum: str
    note: Markup
    sample: bool
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A parameter, a flag or a grade: its id, its words, and a number or an explanation."""

    id: str
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class BandView:
    """A grade: what it covers, what it brings."""

    title: str
    range: str
    coefficient: str
    means: Markup
    sample: bool


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A worked example: what was filled in and what came out, of a ranking a line each unit."""

    title: str
    given: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form's page."""

    slug: str
    title: str
    title_en: str
    purpose: Markup
    sections: tuple[SectionView, ...]
    parts: tuple[SectionView, ...]
    posts: tuple[str, ...]
    parameters: tuple[ChoiceView, ...]
    flags: tuple[ChoiceView, ...]
    bands: tuple[BandView, ...]
    examples: tuple[ExampleView, ...]
    readings: tuple[Markup, ...]
    model: str
    """The form as the scorer reads it."""
    sentences: str
    """The interface's words for the scorer's reasons and refusals and the page's own messages, as JSON."""
    shelves: tuple[Shelf, ...]
    basis: tuple[BasisGroup, ...]
    facts: tuple[Fact, ...]
    turning: Turning
    only: str
    """Which branches it is for, as JSON for the script; empty if for every one."""


@dataclass(frozen=True, slots=True)
class EmbeddedForm:
    """A form on the page of a procedure it belongs to."""

    href: str
    """Its own page."""
    form: FormView


@dataclass(frozen=True, slots=True)
class RankingView:
    """The page that ranks many sheets."""

    title: str
    forms: tuple[ChoiceView, ...]
    """Each form: its slug, its title, and the form as the scorer reads it."""
    sentences: str

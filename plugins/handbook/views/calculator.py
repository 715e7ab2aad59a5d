"""Calculators: folded in the steps that need them, and all on a page of their own."""

from dataclasses import dataclass

from markupsafe import Markup

from .parts import Basis, Link


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in words, and what it rests on."""

    text: str
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class CalculatorView:
    """What a reader without scripts sees of a calculator; the boxes are the script's."""

    slug: str
    title: str
    rules: tuple[RuleView, ...]
    silent: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class ListedView:
    """A calculator on the page of all, with the steps that name it and its worked examples."""

    calculator: CalculatorView
    title_en: str
    uses: tuple[Link, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalculatorGroup:
    """The calculators of one kind."""

    kind: str
    title: str
    listed: tuple[ListedView, ...]


@dataclass(frozen=True, slots=True)
class CalculatorsView:
    """The page of all calculators."""

    title: str
    groups: tuple[CalculatorGroup, ...]

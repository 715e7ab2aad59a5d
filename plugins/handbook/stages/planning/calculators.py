"""The calculators: in the steps that name them, on a page of their own, and what their script goes by."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ...desk.votes import calculator_of
from ...entries.calculator import Dues, LeftOut, Payers, Saying
from ...locale import words
from ...views.calculator import CalculatorGroup, CalculatorsView, CalculatorView, ListedView, RuleView
from ...views.parts import Heading, Link
from ..checking import Entry
from .addresses import CALCULATORS
from .lookup import Lookup
from .pages import PlannedPage


def calculators_of(slugs: list[str], lookup: Lookup) -> tuple[CalculatorView, ...]:
    """Give the calculators of a step."""
    return tuple(_view(lookup.handbook.calculators[slug], lookup) for slug in slugs)


def plan_calculators(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of all calculators, if there are any."""
    groups = tuple(_groups(lookup))
    if groups:
        said = words()["votes"]
        outline = [Heading(group.title, f"kind-{group.kind}", 1) for group in groups]
        outline.append(Heading(said["script"]["names"]["title"], "names", 1))
        view = CalculatorsView(said["title"], groups)
        yield PlannedPage(CALCULATORS, "calculators", said["title"], tuple(outline), view, "page", "calculators")


def plan_rules(lookup: Lookup) -> dict[str, Any]:
    """Give what the script of the calculators goes by, by slug; addresses count from the site's root."""
    marks = words()["pages"]["marks"]

    def cite(text: str) -> dict[str, Any]:
        basis = lookup.basis(text)
        return {"text": basis.text, "href": basis.href, "marks": [marks[mark] for mark in basis.marks]}

    return {slug: calculator_of(entry.model, cite) for slug, entry in lookup.handbook.calculators.items()}


def _groups(lookup: Lookup) -> Iterator[CalculatorGroup]:
    uses = _uses(lookup)
    for kind, title in words()["votes"]["kinds"].items():
        listed = [
            ListedView(
                calculator=_view(entry, lookup),
                title_en=entry.model.title_en,
                uses=tuple(uses[slug]),
                examples=tuple(example.title for example in entry.model.examples),
            )
            for slug, entry in lookup.handbook.calculators.items()
            if entry.model.kind == kind
        ]
        if listed:
            yield CalculatorGroup(kind, title, tuple(listed))


def _uses(lookup: Lookup) -> dict[str, list[Link]]:
    """The steps that name a calculator, by its slug, in reading order."""
    uses: dict[str, list[Link]] = defaultdict(list)
    for procedure in lookup.handbook.procedures.values():
        for id_ in lookup.handbook.numbers[procedure.slug]:
            for slug in procedure.model.steps[id_].calculators:
                uses[slug].append(lookup.step(procedure, id_, here=False))
    return uses


def _view(entry: Entry[Any], lookup: Lookup) -> CalculatorView:
    rules = tuple(
        RuleView(text, (*lookup.bases(basis), *(lookup.laid(entry, *path) or lookup.own(entry))))
        for text, basis, path in _rules(entry.model)
    )
    return CalculatorView(entry.slug, entry.model.title, rules, lookup.inline.all(entry.model.silent))


def _rules(model: Any) -> Iterator[tuple[str, list[str], tuple[str, ...]]]:
    """All that a calculator goes by, in the order of its fields: the words, the basis, the way to it."""
    said = words()["votes"]
    for name, value in model:
        if isinstance(value, Saying):
            yield value.text, value.basis, (name,)
        elif isinstance(value, dict):
            for key, one in value.items():
                if isinstance(one, LeftOut):
                    yield said["grounds"][one.ground].format(label=one.label), one.basis, (name, key)
                elif isinstance(one, Payers):
                    yield said["payers"].format(label=one.label, text=_paid(one, model)), one.basis, (name, key)


def _paid(payers: Payers, model: Dues) -> str:
    """What a group of members pays, in words."""
    said = words()["votes"]["bands"]
    if payers.least is not None and payers.most is not None:
        key = "fixed" if payers.least == payers.most else "range"
        return str(said[key]).format(least=f"{payers.least:g}", most=f"{payers.most:g}")
    if not payers.bands:
        return str(said["like"]).format(label=model.payers[payers.like].label) if payers.like else payers.text
    told, low = [], ""
    for band in payers.bands:
        key = "last" if band.up_to is None else "between" if low else "first"
        high = "" if band.up_to is None else f"{band.up_to:g}"
        told.append(said[key].format(low=low, high=high, rate=f"{band.per_cent:g}"))
        low = high
    return str(said["comma"]).join(told)

"""Forms add up, their bands cover every total once, their names exist, and their worked examples come out."""

from difflib import get_close_matches

from ...entries.form import Form, Item
from ...problems import Report
from ..checking import Entries, Entry
from .form_bands import ENDLESS, check_bands, limit_of
from .form_examples import check_examples
from .form_names import conditions_of, names_of
from .references import Path

TESTS = ("of", "flag", "last_place", "honoured", "risen", "tally", "every", "some", "none")
"""The fields of a condition of which one is written."""


def check_forms(entries: Entries, report: Report) -> None:
    """Hold each form against itself, then run the worked examples of all."""
    for entry in entries.forms.values():
        _check_names(entry, report)
        _check_conditions(entry, report)
        _check_items(entry, entries, report)
        _check_defaults(entry, report)
        check_bands(entry, report)
    if not any(problem.code.startswith("form-") for problem in report):
        check_examples(entries, report)


def _check_names(entry: Entry[Form], report: Report) -> None:
    for path, name, group in names_of(entry.model):
        if name not in group:
            entry.report(report, "form-name-unknown", *path, name=name, known="、".join(group) or "—")


def _check_conditions(entry: Entry[Form], report: Report) -> None:
    """A condition says one thing, and a comparison says with what."""
    for path, condition in conditions_of(entry.model):
        written = [test for test in TESTS if getattr(condition, test) not in (None, False, [])]
        compared = condition.of is None or (
            condition.value is not None and (condition.of == "band" or condition.compare is not None)
        )
        named = all(condition.of != key or getattr(condition, key) for key in ("section", "parameter"))
        counted = condition.tally is None or (condition.tally.times is None) != (condition.tally.row is None)
        if len(written) != 1 or not (compared and named and counted):
            entry.report(report, "form-condition", *path, known="、".join(TESTS))


def _needs(item: Item) -> str:
    """Give the field that an item's kind asks for and that is not written."""
    if item.kind == "steps" and not item.options:
        return "options"
    if item.kind == "per-occurrence" and item.each is None:
        return "each"
    return "threshold" if item.kind == "threshold" and item.threshold is None else ""


def _check_items(entry: Entry[Form], entries: Entries, report: Report) -> None:
    """Item ids are unique in a form, each has what its kind asks for, and the step it links to exists."""
    seen: dict[str, str] = {}
    for id_, section in entry.model.sections.items():
        for name, item in section.items.items():
            path = ("sections", id_, "items", name)
            if seen.setdefault(name, id_) != id_:
                entry.report(report, "form-item-repeated", *path, of_key=True, name=name, other=seen[name])
            if needed := _needs(item):
                entry.report(report, "form-item-kind", *path, "kind", kind=item.kind, field=needed)
            if wrong := _misfit(item, counts=section.counts):
                entry.report(report, "form-item-range", *path, "kind", low=f"{wrong[0]:g}", high=f"{wrong[1]:g}")
            if item.step and item.step.procedure in entries.procedures:
                steps = list(entries.procedures[item.step.procedure].model.steps)
                _check_step(entry, (*path, "step", "step"), item.step.step, steps, report)
        _check_learnt(entry, id_, report)
        _check_sum(entry, id_, report)


def _check_learnt(entry: Entry[Form], id_: str, report: Report) -> None:
    """In a form that checks our own procedures, each item to tick says what is learnt if it fails."""
    form, section = entry.model, entry.model.sections[id_]
    if form.case is not None or not form.procedures or section.learn is not None:
        return
    for name, item in section.items.items():
        if item.kind == "check" and item.step is None:
            entry.report(report, "form-item-learn", "sections", id_, "items", name, of_key=True, name=item.name)


def _misfit(item: Item, *, counts: bool) -> tuple[float, float] | None:
    """Give an item's own ends where they do not fit: from above to, or steps that end elsewhere than the maximum."""
    if not isinstance(item.maximum, int | float):
        return None
    if item.kind == "steps" and item.options and counts:
        reached = [option.points for option in item.options]
        return None if max(reached) == item.maximum else (min(reached), max(reached))
    return (item.minimum, item.maximum) if item.kind == "range" and item.minimum > item.maximum else None


def _check_defaults(entry: Entry[Form], report: Report) -> None:
    """A unit that sets nothing for itself has numbers that the form accepts."""
    form = entry.model
    given = {name: one.default for name, one in form.parameters.items()}
    for name, one in form.parameters.items():
        low, high = one.minimum, one.maximum
        outside = (low is not None and one.default < low) or (high is not None and one.default > high)
        if outside or (one.choices and one.default not in one.choices):
            wanted = "、".join(f"{choice:g}" for choice in one.choices) or f"{_shown(low)}～{_shown(high)}"
            _report_default(entry, ("parameters", name, "default"), one.default, wanted, report)
    for index, total in enumerate(form.sums):
        reached = round(sum(given.get(name, 0) for name in total.parameters), 9)
        if reached != total.equals:
            _report_default(entry, ("sums", index, "equals"), reached, f"{total.equals:g}", report)
    for index, largest in enumerate(form.largest):
        others = [given.get(name, 0) for name in largest.than]
        own = given.get(largest.parameter, ENDLESS)
        if own <= max(others):
            _report_default(entry, ("largest", index, "parameter"), own, f"> {max(others):g}", report)


def _shown(limit: float | None) -> str:
    return "" if limit is None else f"{limit:g}"


def _report_default(entry: Entry[Form], path: Path, given: float, wanted: str, report: Report) -> None:
    entry.report(report, "form-default", *path, given=f"{given:g}", wanted=wanted)


def _check_step(entry: Entry[Form], path: Path, name: str, steps: list[str], report: Report) -> None:
    if name not in steps:
        near = get_close_matches(name, steps, 1, 0.6)
        nearest = near[0] if near else ""
        entry.report(report, "step-unknown", *path, name=name, known="、".join(steps), nearest=nearest)


def _check_sum(entry: Entry[Form], id_: str, report: Report) -> None:
    """A section that refuses more than its maximum adds up to it."""
    form, section = entry.model, entry.model.sections[id_]
    scored = [_best(form, one) for one in section.items.values()]
    reached = section.start + round(sum(scored), 6)
    maximum = limit_of(form, section.maximum, ENDLESS)
    if section.items and section.over == "refuse" and maximum not in (reached, ENDLESS):
        entry.report(report, "form-sum", "sections", id_, "maximum", given=f"{reached:g}", maximum=f"{maximum:g}")


def _best(form: Form, item: Item) -> float:
    if item.threshold:
        return max(item.threshold.met, item.threshold.unmet)
    return 0 if item.kind == "deduct" else limit_of(form, item.maximum, 0)

"""Forms add up, their bands cover every total once, their names exist, and their worked examples come out."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ...entries.form import Band, Condition, Example, Form
from ...problems import Report
from ...scoring import form_text, score_all
from ..checking import Entries, Entry
from .references import Path

ENDLESS = float("inf")
Ends = tuple[float, float]


def check_forms(entries: Entries, report: Report) -> None:
    """Hold each form against itself, then run the worked examples of all."""
    for entry in entries.forms.values():
        _check_names(entry, report)
        _check_items(entry, report)
        if entry.model.bands:
            _check_bands(entry, report)
    if not any(problem.code.startswith("form-") for problem in report):
        _check_examples(entries, report)


def _limit(form: Form, value: float | str | None, endless: float) -> float:
    if isinstance(value, str):
        value = form.parameters[value].default if value in form.parameters else None
        return value or endless
    return endless if value is None else value


def _names(form: Form) -> Iterator[tuple[Path, str, Any]]:
    """Every name a form uses: where, which, and the group it must be in."""
    for id_, section in form.sections.items():
        yield from _limits(form, ("sections", id_), maximum=section.maximum, weight=section.weight)
        for item, of_it in section.items.items():
            yield from _limits(form, ("sections", id_, "items", item), maximum=of_it.maximum)
    for id_, band in form.bands.items():
        yield from _limits(form, ("bands", id_), lower=band.lower, upper=band.upper)
    for id_, action in form.actions.items():
        yield from _conditions(form, action.when, ("actions", id_, "when"))
    for index, override in enumerate(form.overrides):
        yield from _conditions(form, override.when, ("overrides", index, "when"))
    for id_, flag in form.flags.items():
        if flag.band:
            yield ("flags", id_, "band"), flag.band, form.bands
    for index, total in enumerate(form.sums):
        yield from (
            (("sums", index, "parameters", i), name, form.parameters) for i, name in enumerate(total.parameters)
        )
    if form.fails_as:
        yield ("fails_as",), form.fails_as, form.bands
    yield from _parts(form)


def _parts(form: Form) -> Iterator[tuple[Path, str, Any]]:
    if form.deviation:
        yield ("deviation", "base"), form.deviation.base, form.parameters
    if form.year:
        yield from _limits(form, ("year", "weights"), **form.year.weights)
        yield from ((("year", "weights", name), name, form.year.parts) for name in form.year.weights)
    if form.ranking:
        yield from ((("ranking", "ties", i), name, form.sections) for i, name in enumerate(form.ranking.ties))
        yield from ((("ranking", "rewards", name), name, form.bands) for name in form.ranking.rewards)


def _limits(form: Form, path: Path, **limits: float | str | None) -> Iterator[tuple[Path, str, Any]]:
    yield from (((*path, name), limit, form.parameters) for name, limit in limits.items() if isinstance(limit, str))


def _conditions(form: Form, condition: Condition, path: Path) -> Iterator[tuple[Path, str, Any]]:
    if condition.of == "section":
        yield (*path, "section"), condition.section or "", form.sections
    if isinstance(condition.value, str):
        yield (*path, "value"), condition.value, form.bands if condition.of == "band" else form.parameters
    if condition.flag:
        yield (*path, "flag"), condition.flag, form.flags
    for key in ("every", "some"):
        for index, inner in enumerate(getattr(condition, key)):
            yield from _conditions(form, inner, (*path, key, index))


def _check_names(entry: Entry[Form], report: Report) -> None:
    for path, name, group in _names(entry.model):
        if name not in group:
            entry.report(report, "form-name-unknown", *path, name=name, known="、".join(group) or "—")


def _check_items(entry: Entry[Form], report: Report) -> None:
    """Item ids are unique in a form, and a section that refuses more than its maximum adds up to it."""
    seen: dict[str, str] = {}
    for id_, section in entry.model.sections.items():
        for item in section.items:
            if seen.setdefault(item, id_) != id_:
                path = ("sections", id_, "items", item)
                entry.report(report, "form-item-repeated", *path, of_key=True, name=item, other=seen[item])
        scored = [_limit(entry.model, one.maximum, 0) for one in section.items.values() if one.kind != "deduct"]
        reached = section.start + round(sum(scored), 6)
        maximum = _limit(entry.model, section.maximum, ENDLESS)
        if section.items and section.over == "refuse" and maximum not in (reached, ENDLESS):
            entry.report(report, "form-sum", "sections", id_, "maximum", given=f"{reached:g}", maximum=f"{maximum:g}")


def reach(form: Form) -> Ends:
    """Give the lowest and the highest total that a form can come to; of a deviation anything."""
    if form.deviation:
        return -ENDLESS, ENDLESS
    low = high = 0.0
    for section in form.sections.values():
        if section.counts:
            share = 1.0 if section.weight is None else _limit(form, section.weight, 0) / 100
            low += section.floor * share
            high += _limit(form, section.maximum, ENDLESS) * share
    return low, round(high, 6)


def _ends(form: Form, band: Band) -> Ends:
    return _limit(form, band.lower, -ENDLESS), _limit(form, band.upper, ENDLESS)


def _check_bands(entry: Entry[Form], report: Report) -> None:
    form = entry.model
    low, high = reach(form)
    bands = sorted(form.bands.items(), key=lambda item: _ends(form, item[1]))
    for id_, band in bands:
        lower, upper = _ends(form, band)
        empty = lower > upper or (lower == upper and not (band.lower_included and band.upper_included))
        above = lower > high or (lower == high and not band.lower_included)
        if empty or above or upper < low or (upper == low and not band.upper_included):
            entry.report(
                report, "form-band-unreachable", "bands", id_, of_key=True, title=band.title, range=_range(low, high)
            )
    if _ends(form, bands[0][1])[0] > low:
        _gap(entry, report, bands[0][0], low, _ends(form, bands[0][1])[0])
    for (_, one), (id_, two) in pairwise(bands):
        upper, lower = _ends(form, one)[1], _ends(form, two)[0]
        both, neither = one.upper_included and two.lower_included, not (one.upper_included or two.lower_included)
        if upper < lower or (upper == lower and neither):
            _gap(entry, report, id_, upper, lower)
        elif upper > lower or both:
            entry.report(
                report, "form-bands-overlap", "bands", id_, one=one.title, two=two.title, range=_range(lower, upper)
            )
    top = max(_ends(form, band)[1] for _, band in bands)
    if top < high or (top == high < ENDLESS and not any(_holds_top(form, band, high) for _, band in bands)):
        _gap(entry, report, bands[-1][0], top, high)


def _holds_top(form: Form, band: Band, high: float) -> bool:
    upper = _ends(form, band)[1]
    return upper > high or (upper == high and band.upper_included)


def _gap(entry: Entry[Form], report: Report, band: str, low: float, high: float) -> None:
    entry.report(report, "form-bands-gap", "bands", band, of_key=True, range=_range(low, high))


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}～{high:g}"


def answers_of(slug: str, example: Example) -> list[str]:
    """Give an example as answers files: the sheet itself, then the earlier ones."""
    given = example.model_dump(mode="json", include={"sections", "items", "parameters", "flags", "post"})
    earlier = [{"form": slug, "post": example.post, "sections": sections} for sections in example.earlier]
    return [json.dumps(sheet) for sheet in ({"form": slug, **given}, *earlier)]


def _check_examples(entries: Entries, report: Report) -> None:
    asked = [
        (entry, number, example)
        for entry in entries.forms.values()
        for number, example in enumerate(entry.model.examples)
    ]
    if not asked:
        return
    texts = {slug: form_text(slug, entry.model) for slug, entry in entries.forms.items()}
    results = score_all((texts[entry.slug], answers_of(entry.slug, example)) for entry, _, example in asked)
    for (entry, number, example), result in zip(asked, results, strict=True):
        for key, expected in example.gives.items():
            given = result.get(key) if "refusals" not in result else _refused(result)
            if given != expected:
                parts: dict[str, Any] = {"key": key, "given": _shown(given), "expected": _shown(expected)}
                entry.report(report, "form-example-differs", "examples", number, "gives", key, **parts)


def _refused(result: dict[str, Any]) -> str:
    return "×  " + "、".join(f"{one['path']} {one['code']}" for one in result["refusals"])


def _shown(value: Any) -> str:
    return "、".join(value) or "—" if isinstance(value, list) else "—" if value is None else str(value)

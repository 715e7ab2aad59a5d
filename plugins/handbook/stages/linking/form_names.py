"""Every name that a form uses for something of its own, and where its conditions stand."""

from collections.abc import Iterator
from typing import Any

from ...entries.form import Condition, Form
from .references import Path


def names_of(form: Form) -> Iterator[tuple[Path, str, Any]]:
    """Give every name a form uses: where, which, and the group it must be in."""
    yield from _in_sections(form)
    yield from _in_bands(form)
    for path, condition in conditions_of(form):
        yield from _in_condition(form, condition, path)
    for key, groups in (("sums", form.sums), ("largest", form.largest)):
        for index, group in enumerate(groups):
            for field in ("parameters", "than"):
                named = enumerate(getattr(group, field, ()))
                yield from (((key, index, field, place), name, form.parameters) for place, name in named)
    for index, largest in enumerate(form.largest):
        yield ("largest", index, "parameter"), largest.parameter, form.parameters
    yield from _parts(form)


def _in_sections(form: Form) -> Iterator[tuple[Path, str, Any]]:
    for id_, section in form.sections.items():
        yield from _limits(form, ("sections", id_), maximum=section.maximum, weight=section.weight)
        for item, of_it in section.items.items():
            path = ("sections", id_, "items", item)
            yield from _limits(form, path, maximum=of_it.maximum)
            if of_it.threshold:
                yield from _limits(form, (*path, "threshold"), reaches=of_it.threshold.reaches)
            options = [(place, one.band) for place, one in enumerate(of_it.options) if one.band]
            yield from (((*path, "options", place, "band"), band, form.bands) for place, band in options)


def _in_bands(form: Form) -> Iterator[tuple[Path, str, Any]]:
    for id_, band in form.bands.items():
        limits = {"lower": band.lower, "upper": band.upper, "top": band.top, "bottom": band.bottom}
        yield from _limits(form, ("bands", id_), **limits)
        if band.unless:
            yield ("bands", id_, "unless"), band.unless, form.flags
    for id_, flag in form.flags.items():
        if flag.band:
            yield ("flags", id_, "band"), flag.band, form.bands
        yield from _limits(form, ("flags", id_), only_if=flag.only_if)
    if form.fails_as:
        yield ("fails_as",), form.fails_as, form.bands


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


def conditions_of(form: Form) -> Iterator[tuple[Path, Condition]]:
    """Give every condition of a form, the combined ones and what they combine, with its place."""
    for id_, action in form.actions.items():
        yield from _with_inner(("actions", id_, "when"), action.when)
    for index, override in enumerate(form.overrides):
        yield from _with_inner(("overrides", index, "when"), override.when)


def _with_inner(path: Path, condition: Condition) -> Iterator[tuple[Path, Condition]]:
    yield path, condition
    for key in ("every", "some", "none"):
        for index, inner in enumerate(getattr(condition, key)):
            yield from _with_inner((*path, key, index), inner)


def _in_condition(form: Form, condition: Condition, path: Path) -> Iterator[tuple[Path, str, Any]]:
    if condition.of == "section":
        yield (*path, "section"), condition.section or "", form.sections
    if condition.of == "parameter":
        yield (*path, "parameter"), condition.parameter or "", form.parameters
    if isinstance(condition.value, str):
        yield (*path, "value"), condition.value, form.bands if condition.of == "band" else form.parameters
    if condition.flag:
        yield (*path, "flag"), condition.flag, form.flags
    if condition.tally:
        yield (*path, "tally", "section"), condition.tally.section, form.sections
        yield from _limits(form, (*path, "tally"), times=condition.tally.times, row=condition.tally.row)

"""The worked examples of a form in words: what was filled in, and what came out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...entries.form import Example, Form, RankedExample
from ...locale import words
from ...views.form import ExampleView

SHOWN = ("rank", "total", "band", "coefficient", "pay", "float", "reward", "flag", "preferred", "actions", "pending")
"""What of a result is told, in this order."""


def worked_examples(form: Form) -> tuple[ExampleView, ...]:
    """Tell every example of a form; a ranking has a line for each unit."""
    t = words()["forms"]["examples"]
    single = (
        ExampleView(one.title, (t["join"].join(_filled(form, one)) or t["nothing"],), (_came_out(form, one.gives),))
        for one in form.examples
    )
    return (*single, *(_table(form, one) for one in form.ranked_examples))


def _table(form: Form, example: RankedExample) -> ExampleView:
    t = words()["forms"]["examples"]
    units = [t["unit"].format(unit=unit, given=_unit(form, example, unit)) for unit in example.units]
    rows = [t["unit"].format(unit=unit, given=_came_out(form, gives)) for unit, gives in example.gives.items()]
    return ExampleView(example.title, (*units, *_parameters(form, example.parameters)), tuple(rows))


def _unit(form: Form, example: RankedExample, unit: str) -> str:
    t = words()["forms"]["examples"]
    parts = [example.posts[unit]] if unit in example.posts else []
    parts += [*_points(form, example.units[unit]), *_flags(form, example.flags.get(unit, []))]
    return str(t["join"].join(parts))


def _filled(form: Form, example: Example) -> Iterator[str]:
    t = words()["forms"]["examples"]
    yield from filter(None, (example.period, example.post))
    yield from _points(form, {**example.sections, **example.items})
    yield from _parameters(form, example.parameters)
    yield from _flags(form, example.flags)
    for number, earlier in enumerate(example.earlier, 1):
        yield t["earlier"].format(number=number, given="、".join(_points(form, earlier)))


def _points(form: Form, given: Mapping[str, float | str]) -> list[str]:
    """Name and number of each; one line for a whole section where all its items, or all sections, have the same."""
    t = words()["forms"]["examples"]
    if len(given) > 3 and len(set(given.values())) == 1:
        return [t["all"].format(count=len(given), points=_number(next(iter(given.values()))))]
    names, labels = _names(form), _labels(form)
    return [
        f"{names.get(name, name)} {labels.get((name, points)) or _number(points)}" for name, points in given.items()
    ]


def _names(form: Form) -> dict[str, str]:
    names = {id_: section.title for id_, section in form.sections.items()}
    names |= {id_: item.name for section in form.sections.values() for id_, item in section.items.items()}
    return names | (form.year.parts if form.year else {})


def _labels(form: Form) -> dict[tuple[str, float | str], str]:
    """What a person chooses where only some answers are open, by item and number."""
    yes, no = words()["forms"]["examples"]["checked"]
    labels: dict[tuple[str, float | str], str] = {}
    for section in form.sections.values():
        for name, item in section.items.items():
            labels |= {(name, option.points): option.label for option in item.options}
            labels |= {(name, 1): yes, (name, 0): no} if item.kind == "check" else {}
    return labels


def _number(points: float | str) -> str:
    return words()["forms"]["examples"]["na"] if points == "na" else f"{points:.10g}"


def _parameters(form: Form, given: Mapping[str, float]) -> list[str]:
    return [f"{form.parameters[name].label}＝{_number(value)}" for name, value in given.items()]


def _flags(form: Form, names: Iterable[str]) -> list[str]:
    return [words()["forms"]["examples"]["flag"].format(title=form.flags[name].title) for name in names]


def _came_out(form: Form, gives: Mapping[str, Any]) -> str:
    t = words()["forms"]["examples"]
    if "refused" in gives:
        return str(t["refused"])
    told = (_told(form, key, gives[key]) for key in SHOWN if key in gives)
    return str(t["join"].join(filter(None, told)) or t["none"])


def _told(form: Form, key: str, value: Any) -> str:
    """One part of a result: its name and what it is; nothing of a list that is empty."""
    t, titles = words()["forms"]["examples"], words()["scoring"]["columns"]
    if key in ("actions", "pending"):
        names = "、".join(form.actions[name].title for name in value)
        return f"{titles[key]}{t['is']}{names}" if names else ""
    if key == "band":
        return form.bands[value].title if value else str(t["ungraded"])
    if isinstance(value, bool):
        honour = form.ranking.honour if form.ranking else None
        return str((honour if key == "flag" else t[key]) or "") if value else ""
    return f"{titles.get(key) or t[key]} {value}"

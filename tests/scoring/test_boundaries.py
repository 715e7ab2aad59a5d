"""Every boundary of every form, a hundredth below, on it and a hundredth above, against the oracle."""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from handbook import scoring
from scoring import consequences
from scoring.forms import entries, form_of
from scoring.numbers import exact

Plain = dict[str, Any]
STEPS = (Fraction(-1, 100), Fraction(0), Fraction(1, 100))
FORMS = sorted(entries().forms)


def plain(slug: str) -> Plain:
    """A form of the handbook as plain values."""
    return form_of(slug).model_dump(mode="json")


def default(form: Plain, value: Any) -> Fraction | None:
    """A limit where every parameter has its default; a parameter that is 0 sets none."""
    if isinstance(value, str):
        return exact(form["parameters"][value]["default"]) or None
    return None if value is None else exact(value)


def conditions(form: Plain) -> Iterator[Plain]:
    """Every condition of a form, the combined ones and what they combine."""
    waiting = [one["when"] for one in [*form["actions"].values(), *form["overrides"]]]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one["every"] + one["some"] + one["none"]


def edges_of_total(form: Plain) -> set[Fraction]:
    """Where a total changes its grade or its consequences; of a deviation, the totals at the percents that do."""
    ends = {default(form, band[end]) for band in form["bands"].values() for end in ("lower", "upper")}
    ends |= {default(form, one["value"]) for one in conditions(form) if one["of"] == "total"}
    found = {end for end in ends if end is not None}
    if form["deviation"]:
        base = exact(form["parameters"][form["deviation"]["base"]]["default"])
        percents = found | {sign * exact(form["deviation"][end]) for end in ("lowest", "highest") for sign in (-1, 1)}
        return {base + base * percent / 100 for percent in percents}
    return found


def adding_up_to(form: Plain, total: Fraction) -> Plain | None:
    """Subtotals that come to a total; None if none do."""
    counting = {name: part for name, part in form["sections"].items() if part["counts"]}
    if all(part["weight"] is not None for part in counting.values()):
        return dict.fromkeys(counting, total) if 0 <= total <= 100 else None
    points, rest = {}, total
    for name, part in counting.items():
        most = default(form, part["maximum"])
        points[name] = max(Fraction(0), rest if most is None else min(rest, most))
        rest -= points[name]
    return None if rest else points


def shown(points: Plain) -> Plain:
    """Fractions of hundredths as JSON writes them."""
    return {name: float(value) for name, value in points.items()}


def sheets(slug: str, form: Plain) -> Iterator[tuple[Plain, bool]]:
    """A sheet for each boundary and step, and whether it is in order."""
    for edge in edges_of_total(form):
        for step in STEPS:
            points = adding_up_to(form, edge + step)
            if points is not None:
                yield {"sections": shown(points)}, True
    for name, part in form["sections"].items():
        values = {one["value"] for one in conditions(form) if one["of"] == "section" and one["section"] == name}
        most, low = default(form, part["maximum"]), exact(part["floor"])
        for edge in {exact(value) for value in values} | {low, low if most is None else most}:
            for given in (edge + step for step in STEPS):
                fits = given >= low and (part["over"] == "cap" or most is None or given <= most)
                yield {"sections": shown({name: given})}, fits
        for item, of_it in part["items"].items():
            yield from ((sheet, fits) for sheet, fits in of_item(form, item, of_it))


def of_item(form: Plain, name: str, item: Plain) -> Iterator[tuple[Plain, bool]]:
    """An item's own ends: what it may score, and its threshold."""
    most, kind = default(form, item["maximum"]), item["kind"]
    ends = {
        "range": (exact(item["minimum"]), most),
        "deduct": (Fraction(0), most),
        "rate": (Fraction(0), Fraction(100)),
    }
    if kind in ends:
        low, high = ends[kind]
        for given in {end + step for end in (low, high) if end is not None for step in STEPS}:
            yield {"items": shown({name: given})}, given >= (low or 0) and (high is None or given <= high)
    elif kind == "threshold":
        reaches = default(form, item["threshold"]["reaches"]) or Fraction(0)
        yield from (({"items": shown({name: reaches + step})}, True) for step in STEPS)
    elif kind == "per-occurrence":
        yield from (({"items": {name: given}}, given in (0, 1, 100)) for given in (-1, 0, 0.5, 1, 100))
    else:
        known = [one["points"] for one in item["options"]] if kind == "steps" else [0, 1]
        for given in {exact(point) + step for point in known for step in STEPS}:
            yield {"items": shown({name: given})}, given in [exact(point) for point in known]


@pytest.mark.parametrize("slug", FORMS)
def test_a_hundredth_around_every_boundary(slug: str) -> None:
    """What is in order scores as the oracle says; what is not is refused for its place and for nothing else."""
    form, text = plain(slug), scoring.form_text(slug, form_of(slug))
    cases = [({"form": slug, **sheet}, fits) for sheet, fits in sheets(slug, form)]
    results = scoring.score_all((text, [json.dumps(sheet)]) for sheet, _ in cases)
    for (sheet, fits), result in zip(cases, results, strict=True):
        if fits:
            expected = consequences.score(form, sheet)
            assert {key: result.get(key) for key in expected} == expected, sheet
        else:
            group, names = next((key, list(sheet[key])) for key in ("items", "sections") if key in sheet)
            said = {(one["code"], one["path"]) for one in result["refusals"]}
            assert said <= {(code, f"{group}.{names[0]}") for code in ("out-of-range", "not-a-step", "not-whole")}, (
                result
            )
            assert said


@pytest.mark.parametrize("slug", [slug for slug in FORMS if form_of(slug).bands])
def test_each_boundary_belongs_to_one_grade_in_whatever_order(slug: str) -> None:
    """With the grades listed from the worst on, every boundary still falls to the same one."""
    form = form_of(slug)
    turned = form.model_copy(update={"bands": dict(reversed(form.bands.items()))})
    cases = [[json.dumps({"form": slug, **sheet})] for sheet, fits in sheets(slug, plain(slug)) if fits]
    texts = scoring.form_text(slug, form), scoring.form_text(slug, turned)
    one, two = (scoring.score_all((text, case) for case in cases) for text in texts)
    assert [score["band"] for score in one] == [score["band"] for score in two]

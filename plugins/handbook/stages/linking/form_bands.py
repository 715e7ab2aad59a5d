"""A form's bands cover every total that can come out, once."""

from itertools import pairwise

from ...entries.form import Band, Form
from ...problems import Report
from ..checking import Entry

ENDLESS = float("inf")
Ends = tuple[float, float]


def limit_of(form: Form, value: float | str | None, endless: float) -> float:
    """Give a limit as a number, a parameter's default for its name; ``endless`` where there is none."""
    if isinstance(value, str):
        value = form.parameters[value].default if value in form.parameters else None
        return value or endless
    return endless if value is None else value


def reach(form: Form) -> Ends:
    """Give the lowest and the highest total that a form can come to; of a deviation anything."""
    if form.deviation:
        return -ENDLESS, ENDLESS
    low = high = shares = 0.0
    for section in form.sections.values():
        if section.counts:
            share = 1.0 if section.weight is None else limit_of(form, section.weight, 0) / 100
            low += section.floor * share
            high += limit_of(form, section.maximum, ENDLESS) * share
            shares += share
    whole = shares if form.average and shares else 1
    return round(low / whole, 6), round(high / whole, 6)


def _ends(form: Form, band: Band) -> Ends:
    return limit_of(form, band.lower, -ENDLESS), limit_of(form, band.upper, ENDLESS)


def graded_by_total(form: Form) -> bool:
    """Tell whether a form's bands are ranges of its total, not places in a ranking or a person's judgement."""
    judged = any(one.band for part in form.sections.values() for item in part.items.values() for one in item.options)
    placed = any(band.top is not None or band.bottom is not None for band in form.bands.values())
    return bool(form.bands) and not judged and not placed


def check_bands(entry: Entry[Form], report: Report) -> None:
    """Report bands that leave a gap, overlap or can never be reached."""
    form = entry.model
    if not graded_by_total(form):
        return
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

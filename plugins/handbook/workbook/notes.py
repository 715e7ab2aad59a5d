"""What the workbook says about itself: how it is filled in, and what a sheet alone cannot tell."""

from ..entries.form import Band, Form, Item
from ..locale import words
from . import grades
from .items import NOT_APPLICABLE, bound_shown, number


def notes(form: Form) -> list[str]:
    """Give the lines of the explanation."""
    t = words()["forms"]["workbook"]
    lines = [form.title, form.purpose, t["how"], t["exact"]]
    if any(grades.needs_more(action) for action in form.actions.values()):
        titles = "、".join(one.title for one in form.actions.values() if grades.needs_more(one))
        lines.append(t["history"].format(titles=titles))
    if form.ranking or any(band.top is not None or band.bottom is not None for band in form.bands.values()):
        lines.append(t["ranking"])
    lines += [t["band_line"].format(title=band.title, range=_interval(band, form)) for band in form.bands.values()]
    lines += [f"{t['override']}{one.title} → {number(one.coefficient)}" for one in form.overrides]
    if _sampled(form):
        lines.append(t["sample"])
    return lines + [t["reading"] + line for line in form.readings]


def _sampled(form: Form) -> bool:
    sections = form.sections.values()
    marks = [one.sample for one in sections] + [item.sample for one in sections for item in one.items.values()]
    marks += [one.sample for one in form.parameters.values()] + [one.sample for one in form.bands.values()]
    return any(marks)


def _interval(band: Band, form: Form) -> str:
    t = words()["forms"]
    for key, share in (("top", band.top), ("bottom", band.bottom)):
        if share is not None:
            return str(t["shares"][key]).format(percent=bound_shown(share, form))
    ends = []
    if band.lower is not None:
        ends.append(("≥ " if band.lower_included else "> ") + bound_shown(band.lower, form))
    if band.upper is not None:
        ends.append(("≤ " if band.upper_included else "< ") + bound_shown(band.upper, form))
    return "，".join(ends) or str(t["workbook"]["rest"])


def range_of(item: Item, form: Form) -> str:
    """Give what may be filled in, in words."""
    t = words()["forms"]["workbook"]
    away = " / " + NOT_APPLICABLE if item.not_applicable != "not-allowed" else ""
    if item.kind in ("steps", "check"):
        return str(t["choose"]) + away
    if item.kind == "rate":
        return f"0～100 %{away}"
    if item.threshold:
        return ("≥ " if item.threshold.included else "> ") + bound_shown(item.threshold.reaches, form) + away
    if item.kind == "per-occurrence":
        return str(t["times"]).format(each=number(item.each or 0)) + away
    return f"{number(item.minimum)}～{bound_shown(item.maximum, form)}{away}"

"""What a form says of a sheet, worked out from the descriptions of its fields alone; nothing here looks at the scorer.

A form is its file as plain values, a sheet an answers file as plain values; numbers are exact fractions throughout.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from scoring.numbers import NOUGHT, exact
from scoring.periods import follows

Plain = dict[str, Any]


@dataclass
class Weighed:
    """One sheet added up and graded, and the sheet before it."""

    form: Plain
    sheet: Plain
    numbers: dict[str, Fraction]
    sections: dict[str, Fraction] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    total: Fraction = NOUGHT
    empty: bool = False
    band: str | None = None
    deviation: Fraction | None = None
    last: bool = False
    honoured: bool = False
    before: "Weighed | None" = None

    @property
    def flags(self) -> list[str]:
        """The flags that are on."""
        return self.sheet.get("flags") or []

    @property
    def neighbour(self) -> "Weighed | None":
        """The sheet of the period right before this one."""
        return self.before if self.before and follows(self.sheet, self.before.sheet) else None


def ceiling(value: Any, numbers: dict[str, Fraction]) -> Fraction | None:
    """A limit: a number, or a parameter by name, where 0 stands for none."""
    if isinstance(value, str):
        return numbers[value] or None
    return None if value is None else exact(value)


def item_points(item: Plain, given: Fraction, numbers: dict[str, Fraction]) -> Fraction:
    """What one answer is worth."""
    kind, most = item["kind"], ceiling(item["maximum"], numbers)
    if kind == "check":
        return NOUGHT
    if kind == "deduct":
        return -given
    if kind == "rate":
        return (most or NOUGHT) * given / 100
    if kind == "threshold":
        wanted = item["threshold"]
        bound = numbers[wanted["reaches"]] if isinstance(wanted["reaches"], str) else exact(wanted["reaches"])
        reached = given >= bound if wanted["included"] else given > bound
        return exact(wanted["met"] if reached else wanted["unmet"])
    if kind == "per-occurrence":
        points = exact(item["each"]) * given
        points = points if most is None else min(points, most)
        return max(points, exact(item["minimum"]))
    return given


def item_best(item: Plain, numbers: dict[str, Fraction]) -> Fraction:
    """The most an item can bring, as far as redistribution goes."""
    if item["kind"] == "threshold":
        return max(exact(item["threshold"]["met"]), exact(item["threshold"]["unmet"]))
    if item["kind"] in ("check", "deduct"):
        return NOUGHT
    return ceiling(item["maximum"], numbers) or NOUGHT


def from_items(section: Plain, given: Plain, numbers: dict[str, Fraction]) -> Fraction:
    """A section's points from its items; what does not apply is spread over the rest where its rule says so."""
    points = whole = away = NOUGHT
    for name, item in section["items"].items():
        whole += item_best(item, numbers)
        answer = given.get(name)
        if answer == "na":
            away += item_best(item, numbers) if item["not_applicable"] == "redistribute" else 0
        elif answer is not None:
            points += item_points(item, exact(answer), numbers)
    if away and whole > away:
        points = points * whole / (whole - away)
    return points + exact(section["start"])


def add_up(here: Weighed, name: str, section: Plain) -> None:
    """One section: its points between its floor and its maximum, and what is still to be filled in."""
    items, subtotals = here.sheet.get("items") or {}, here.sheet.get("sections") or {}
    own = [item for item in section["items"] if item in items]
    if name in subtotals:
        points, missing = exact(subtotals[name]), []
    elif own:
        points = from_items(section, items, here.numbers)
        missing = [item for item in section["items"] if item not in items]
    else:
        here.sections[name], missing = NOUGHT, list(section["items"]) or [name]
        here.missing += [] if section["optional"] else missing
        return
    most = ceiling(section["maximum"], here.numbers)
    if most is not None and points > most:
        points = most
    elif points < exact(section["floor"]):
        points = exact(section["floor"])
    here.sections[name] = points
    here.missing += [] if section["optional"] else missing


def total_of(here: Weighed) -> Fraction:
    """The weighted sum of what counts, or its average."""
    total = weights = NOUGHT
    for name, section in here.form["sections"].items():
        if section["counts"]:
            weight = Fraction(100)
            if section["weight"] is not None:
                weight = ceiling(section["weight"], here.numbers) or NOUGHT
            total += here.sections[name] * weight / 100
            weights += weight / 100
    return total / weights if here.form["average"] and weights else total


def year_of(form: Plain, parts: Plain, numbers: dict[str, Fraction]) -> Fraction | None:
    """The parts that have a score, each with its weight, over the weights of those parts."""
    total = weights = NOUGHT
    for name, weight in form["year"]["weights"].items():
        if parts.get(name) is not None:
            share = ceiling(weight, numbers) or NOUGHT
            total += Fraction(parts[name]) * share if isinstance(parts[name], str) else exact(parts[name]) * share
            weights += share
    return total / weights if weights else None


def inside(band: Plain, points: Fraction, numbers: dict[str, Fraction]) -> bool:
    """Whether points lie in a band, each end as it says."""
    low, high = ceiling(band["lower"], numbers), ceiling(band["upper"], numbers)
    above = low is None or points > low or (band["lower_included"] and points == low)
    below = high is None or points < high or (band["upper_included"] and points == high)
    return above and below


def by_place(form: Plain) -> bool:
    """Whether the grades go by the place in a ranking."""
    return any(band["top"] is not None or band["bottom"] is not None for band in form["bands"].values())


def fixed_band(here: Weighed) -> tuple[bool, str | None]:
    """Whether a flag or a rule sets the grade whatever the points, and which."""
    form, on = here.form, [here.form["flags"][name] for name in here.form["flags"] if name in here.flags]
    if any(flag["ungraded"] for flag in on):
        return True, None
    for flag in on:
        if flag["band"] and (flag["only_if"] is None or here.numbers[flag["only_if"]] != 0):
            return True, str(flag["band"])
    items = here.sheet.get("items") or {}
    rules = {name: item["not_applicable"] for part in form["sections"].values() for name, item in part["items"].items()}
    if form["fails_as"] and any(answer == "na" and rules[name] == "fail" for name, answer in items.items()):
        return True, str(form["fails_as"])
    return False, None


def grade(here: Weighed) -> str | None:
    """The grade of one sheet by itself."""
    fixed, band = fixed_band(here)
    if fixed:
        return band
    options = [
        (name, exact(option["points"]), option["band"])
        for part in here.form["sections"].values()
        for name, item in part["items"].items()
        for option in item["options"]
        if option["band"]
    ]
    if options:
        items = here.sheet.get("items") or {}
        given = [
            band for name, points, band in options if items.get(name, "na") != "na" and exact(items[name]) == points
        ]
        return given[0] if given else None
    if here.empty or by_place(here.form):
        return None
    measure = here.total if here.deviation is None else here.deviation
    return next((name for name, band in here.form["bands"].items() if inside(band, measure, here.numbers)), None)


def weigh(form: Plain, sheet: Plain) -> Weighed:
    """Add up and grade one sheet."""
    numbers = {name: exact(one["default"]) for name, one in form["parameters"].items()}
    numbers |= {name: exact(value) for name, value in (sheet.get("parameters") or {}).items()}
    here = Weighed(form, sheet, numbers)
    names = form["year"]["parts"] if form["year"] else {}
    parts = {name: value for name, value in (sheet.get("sections") or {}).items() if name in names}
    for name, section in form["sections"].items():
        if not parts or not section["counts"]:
            add_up(here, name, section)
    given = {*(sheet.get("items") or {}), *(sheet.get("sections") or {})}
    counting = {n for n, part in form["sections"].items() if part["counts"]}
    counting |= {item for part in form["sections"].values() if part["counts"] for item in part["items"]}
    here.total = (year_of(form, parts, numbers) or NOUGHT) if parts else total_of(here)
    if form["deviation"]:
        base = numbers[form["deviation"]["base"]]
        here.deviation = (here.total - base) * 100 / base
    here.empty = not parts and not given & counting
    here.band = grade(here)
    return here

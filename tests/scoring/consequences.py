"""What follows from sheets as the form says it: conditions, rows, actions, pay and places; beside `oracle`."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from scoring.numbers import NOUGHT, exact, written
from scoring.oracle import Weighed, by_place, ceiling, fixed_band, weigh, year_of
from scoring.periods import PARTS, Period, contains, parts_of_year, read_period

Plain = dict[str, Any]
SIGNS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
    ">=": lambda a, b: a >= b,
    ">": lambda a, b: a > b,
}


def row_of(here: Weighed, tally: Plain) -> Iterable[int]:
    """How long the row of one answer is after each item of this sheet, the row of the sheet before going on."""
    length, lengths = 0, []
    if here.neighbour:
        length = ([0, *row_of(here.neighbour, tally)])[-1]
    items = here.sheet.get("items") or {}
    for name in here.form["sections"][tally["section"]]["items"]:
        if items.get(name) == "na":
            continue
        same = name in items and exact(items[name]) == exact(tally["answer"])
        length = length + 1 if same else 0
        lengths.append(length)
    return lengths or [length]


def tallied(here: Weighed, tally: Plain) -> bool:
    """Whether one answer was given often enough, or often enough in a row."""
    items = here.sheet.get("items") or {}
    own = [items.get(name) for name in here.form["sections"][tally["section"]]["items"]]
    answered = [exact(one) for one in own if one not in (None, "na")]
    if tally["times"] is not None:
        return answered.count(exact(tally["answer"])) >= (ceiling(tally["times"], here.numbers) or 0)
    wanted = ceiling(tally["row"], here.numbers)
    return bool(answered) and bool(wanted) and any(n and n % int(wanted or 1) == 0 for n in row_of(here, tally))


def holds(here: Weighed, condition: Plain) -> bool:
    """Whether a condition holds for one sheet."""
    for key, joined in (("every", all), ("some", any)):
        if condition[key]:
            return joined(holds(here, one) for one in condition[key])
    if condition["none"]:
        return not any(holds(here, one) for one in condition["none"])
    if condition["last_place"] or condition["honoured"]:
        return here.last if condition["last_place"] else here.honoured
    if condition["tally"]:
        return tallied(here, condition["tally"])
    if condition["risen"]:
        order, then = list(here.form["bands"]), here.neighbour.band if here.neighbour else None
        return None not in (then, here.band) and order.index(then) - order.index(here.band) >= condition["risen"]
    if condition["flag"]:
        return condition["flag"] in here.flags
    if condition["of"] == "band":
        return bool(here.band == condition["value"])
    counts = condition["of"] == "total" or here.form["sections"].get(condition["section"], {}).get("counts")
    if here.empty and counts:
        return False
    bound = ceiling(condition["value"], here.numbers) or NOUGHT
    of = {"total": here.total, "section": here.sections.get(condition["section"], NOUGHT)}
    given = of[condition["of"]] if condition["of"] in of else here.numbers[condition["parameter"]]
    return bool(SIGNS[condition["compare"]](given, bound))


def chain(here: Weighed | None, *, gaps: bool) -> Iterable[Weighed]:
    """This sheet and the ones before it, to the first gap or over gaps."""
    while here:
        yield here
        here = here.before if gaps else here.neighbour


def follows_from(here: Weighed, action: Plain) -> bool:
    """Whether an action follows, with what it asks of earlier periods."""
    when, own = action["when"], read_period(here.sheet)
    if not holds(here, when):
        return False
    row = 0
    for one in chain(here, gaps=False):
        if not holds(one, when):
            break
        row += 1
    same = [one for one in chain(here, gaps=True) if (read_period(one.sheet) or [None])[0] == (own or [None])[0]]
    times = sum(holds(one, when) for one in same)
    if row < action["consecutive"] or (action["recount"] and row % action["consecutive"]):
        return False
    if action["whole_year"]:
        many = parts_of_year(own) if own else 0
        if not own or own[2] != many or row < many:
            return False
    return times >= action["cumulative"] and (action["until"] is None or times <= action["until"])


def percent(here: Weighed) -> str:
    """By how many percent a bonus floats."""
    rule, deviation = here.form["deviation"], here.deviation or NOUGHT
    if abs(deviation) < exact(rule["lowest"]):
        return "0"
    held = max(-exact(rule["highest"]), min(exact(rule["highest"]), deviation))
    return ("+" if held > 0 else "") + written(held)


def conclude(here: Weighed) -> Plain:
    """All that a sheet comes to."""
    form, own = here.form, here.form["bands"].get(here.band or "", {}).get("coefficient")
    coefficients = [exact(one["coefficient"]) for one in form["overrides"] if holds(here, one["when"])]
    coefficient = min(coefficients) if coefficients else None if own is None else exact(own)
    amount = form["posts"].get(here.sheet.get("post"))
    actions = [(name, one["decided_by"]) for name, one in form["actions"].items() if follows_from(here, one)]
    result = {
        "total": written(here.total),
        "sections": {name: written(points) for name, points in here.sections.items()},
        "band": here.band,
        "coefficient": None if coefficient is None else written(coefficient),
        "pay": None if coefficient is None or amount is None else written(exact(amount) * coefficient),
        "actions": [name for name, by in actions if by == "form"],
        "pending": [name for name, by in actions if by == "person"],
        "complete": not here.missing,
        "missing": here.missing,
    }
    return result | ({"float": percent(here)} if form["deviation"] else {})


def is_part(form: Plain, period: Period | None) -> bool:
    """Whether a period is one of those that a year of this form is made of."""
    return bool(form["year"]) and period is not None and parts_of_year(period) == len(form["year"]["parts"])


def parts_from(form: Plain, totals: Iterable[tuple[Plain, Fraction]]) -> dict[str, str]:
    """The totals of some sheets as the parts of a year."""
    names, found = list(form["year"]["parts"]), {}
    for sheet, total in totals:
        period = read_period(sheet)
        if period and is_part(form, period):
            found[names[period[2] - 1]] = str(total)
    return found


def filled(form: Plain, sheet: Plain, earlier: Iterable[Weighed]) -> Plain:
    """A longer period's sheet without points of its own, with the totals of its parts."""
    own, counting = read_period(sheet), {n: part for n, part in form["sections"].items() if part["counts"]}
    names = {*counting, *(item for part in counting.values() for item in part["items"])}
    given = {*(sheet.get("items") or {}), *(sheet.get("sections") or {})}
    if not form["year"] or not own or given & {*names, *form["year"]["parts"]}:
        return sheet
    inside = [(one.sheet, one.total) for one in earlier if not one.empty and contains(own, read_period(one.sheet))]
    return {**sheet, "sections": {**(sheet.get("sections") or {}), **parts_from(form, inside)}}


def so_far(here: Weighed) -> dict[str, str]:
    """The year up to this period, if the form has one and this is one of its periods."""
    form, own = here.form, read_period(here.sheet)
    if not own or not is_part(form, own) or set(here.sheet.get("sections") or {}) & set(form["year"]["parts"]):
        return {}
    scored = (one for one in chain(here, gaps=True) if not one.empty)
    alike = [one for one in scored if (read_period(one.sheet) or (0, "", 0))[:2] == own[:2]]
    year = year_of(form, parts_from(form, ((one.sheet, one.total) for one in alike)), here.numbers)
    return {} if year is None else {"year": written(year)}


def score(form: Plain, sheet: Plain, earlier: Iterable[Plain] = ()) -> Plain:
    """Score a sheet; earlier ones from the oldest on."""
    past = [weigh(form, one) for one in earlier]
    here = weigh(form, filled(form, sheet, past))
    for before, one in pairwise((*past, here)):
        one.before = before
    return conclude(here) | so_far(here)


def ordered(sheets: Iterable[Plain]) -> list[list[Plain]]:
    """The sheets by period, the oldest first."""
    periods: dict[Any, list[Plain]] = {}
    for sheet in sheets:
        periods.setdefault(sheet.get("period"), []).append(sheet)

    def begins(group: list[Plain]) -> float:
        period = read_period(group[0])
        return period[0] + (period[2] - 1) / PARTS[period[1]] if period else 0

    return sorted(periods.values(), key=begins)


def standing(form: Plain, group: list[Weighed]) -> dict[str, int]:
    """The place of each unit of one period; equal ones share it."""
    ties = form["ranking"]["ties"] if form["ranking"] else []

    def height(one: Weighed) -> list[Any]:
        return [one.total, *(one.sections.get(name, NOUGHT) for name in ties)]

    places = {one.sheet["unit"]: 1 + sum(height(other) > height(one) for other in group) for one in group}
    for one in group:
        apart = (form["ranking"] or {}).get("last_by_post")
        own = [other for other in group if not apart or other.sheet.get("post") == one.sheet.get("post")]
        one.last = len(own) > 1 and all(height(one) <= height(other) for other in own)
        rule = form["ranking"] or {}
        high = rule.get("honour_from") is None or one.total >= exact(rule["honour_from"])
        one.honoured = bool(rule.get("honour")) and places[one.sheet["unit"]] == 1 and high
    return places


def place_band(one: Weighed, above: int, below: int, many: int) -> str | None:
    """The grade by place: so many percent from the top or the bottom, equal ones together, the rest."""
    fixed, band = fixed_band(one)
    if fixed:
        return band
    for name, band_of in one.form["bands"].items():
        top, bottom = ceiling(band_of["top"], one.numbers), ceiling(band_of["bottom"], one.numbers)
        reached = (top is not None and above * 100 < many * top) or (bottom is not None and below * 100 < many * bottom)
        if reached and not (band_of["unless"] and band_of["unless"] in one.flags):
            return str(name)
    bands = one.form["bands"].items()
    return next((name for name, other in bands if other["top"] is None and other["bottom"] is None), None)


def rank(form: Plain, sheets: Iterable[Plain]) -> dict[str, Plain]:
    """The rows of the latest period by unit."""
    before: dict[str, Weighed] = {}
    rows: dict[str, Plain] = {}
    for group in ordered(sheets):
        weighed = [weigh(form, sheet) for sheet in group]
        for one in weighed:
            one.before = before.get(one.sheet["unit"])
            before[one.sheet["unit"]] = one
        places = standing(form, weighed)
        rows = {}
        for one in weighed:
            place, many = places[one.sheet["unit"]], len(weighed)
            if by_place(form):
                below = sum(other > place for other in places.values())
                one.band = place_band(one, place - 1, below, many)
            rows[one.sheet["unit"]] = {"rank": place, "last": one.last, "flag": one.honoured} | _won(one, place, many)
        for one in weighed:
            rows[one.sheet["unit"]] |= conclude(one)
    return rows


def _won(one: Weighed, place: int, many: int) -> Plain:
    rule = one.form["ranking"] or {}
    rewards = (rule.get("rewards") or {}).get(one.band or "", [])
    best = exact(rule.get("best_percent") or 0)
    return {
        "reward": written(exact([*rewards, *[0] * place][place - 1])) if rule.get("rewards") else None,
        "preferred": bool(best) and (place - 1) * 100 < many * best,
    }

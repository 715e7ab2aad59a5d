"""The formulas of the whole: sections, total, grade, coefficient, and the conditions of what follows."""

from collections.abc import Iterator

from ..entries.form import Action, Band, Condition, Form, Option, Section, Tally
from .items import NOT_APPLICABLE, bound, number, over, quoted
from .places import ANSWER, AWAY, BEST, CHECK, JUDGED, POINTS, ROW, VALUE, Places

YES = "是"


def rounded(formula: str) -> str:
    """Free a sum of what binary numbers cannot hold, before it is compared."""
    return f"ROUND({formula},9)"


def raw_section(name: str, section: Section, places: Places) -> str:
    """Give a section's points before its limits: its subtotal, or its items with what does not apply spread over."""
    subtotal = places.answer(f"section.{name}")
    if not section.items:
        return f'=IF({subtotal}="",0,{subtotal})'
    everything, away = (f"SUM({places.of_items(name, column)})" for column in (BEST, AWAY))
    points = f"SUM({places.of_items(name, POINTS)})"
    left = rounded(f"{everything}-{away}")
    spread = f"IF(OR({away}=0,{left}<=0),{points},{points}*{everything}/({left}))"
    return f'=IF({subtotal}<>"",{subtotal},{rounded(f"{number(section.start)}+{spread}")})'


def section_points(name: str, section: Section, places: Places) -> str:
    """Give a section's points within its limits; 0 as long as nobody touched it."""
    subtotal, raw = places.answer(f"section.{name}"), places.value(f"section.{name}")
    filled = f"COUNTA({places.of_items(name, ANSWER)})=0" if section.items else "TRUE"
    low = f"IF({raw}<{number(section.floor)},{number(section.floor)},{raw})"
    limited = low
    if section.maximum is not None:
        limited = f"IF({over(raw, section.maximum, places)},{bound(section.maximum, places)},{low})"
    points = f'IF(AND({subtotal}="",{filled}),0,{limited})'
    return f"=IF({_yearly(places)},0,{points})" if places.form.year and section.counts else f"={points}"


def section_check(name: str, section: Section, places: Places) -> str:
    """Say what is wrong with a subtotal."""
    subtotal = places.answer(f"section.{name}")
    both = f"COUNTA({places.of_items(name, ANSWER)})>0" if section.items else "FALSE"
    above = "FALSE" if section.over == "cap" else over(subtotal, section.maximum, places)
    year = f'IF({_yearly(places)},{quoted("当期和年度只能填一种")},"")' if places.form.year else '""'
    outside = f"IF(OR({subtotal}<{number(section.floor)},{above}),{quoted('超出范围')},{year})"
    number_wanted = f"IF(NOT(ISNUMBER({subtotal})),{quoted('要填数')},{outside})"
    return f'=IF({subtotal}="","",IF({both},{quoted("逐项和小计只能填一种")},{number_wanted}))'


def missing(places: Places) -> str:
    """Count what is still to be filled in; of a year's sheet only what does not count towards it."""
    counts = []
    for name, section in places.form.sections.items():
        if section.optional:
            continue
        empty = f"COUNTBLANK({places.of_items(name, ANSWER)})" if section.items else "1"
        count = f'IF({places.answer(f"section.{name}")}<>"",0,{empty})'
        counts.append(f"IF({_yearly(places)},0,{count})" if places.form.year and section.counts else count)
    return "=" + ("+".join(counts) or "0")


def problems(heading: str, places: Places) -> str:
    """Count what is wrong; ``heading`` is what the column of mistakes is called, over and over."""
    rows = f"${CHECK}${places.rows['problems'] + 1}:${CHECK}${places.last}"
    return f"=SUMPRODUCT((LEN({rows})>0)*({rows}<>{quoted(heading)}))"


def _yearly(places: Places) -> str:
    return f"COUNT({places.of_parts(ANSWER)})>0"


def total(places: Places) -> str:
    """Give the weighted points of all sections that count: their sum, their average, or the year's from its parts."""
    form = places.form
    points, weights = [], []
    for name, section in form.sections.items():
        if not section.counts:
            continue
        weight = None if section.weight is None else f"{bound(section.weight, places)}/100"
        points.append(places.points(f"section.{name}") + (f"*{weight}" if weight else ""))
        weights.append(weight or "1")
    whole = "+".join(points) or "0"
    if form.average and weights:
        weighed = "+".join(weights)
        whole = f"IF(({weighed})>0,({whole})/({weighed}),{whole})"
    if not form.year:
        return "=" + rounded(whole)
    given, weight = places.of_parts(ANSWER), places.of_parts(VALUE)
    weights_given = f"SUMPRODUCT(--ISNUMBER({given}),{weight})"
    parts = f"IF({weights_given}>0,SUMPRODUCT({given},{weight})/{weights_given},0)"
    return "=" + rounded(f"IF({_yearly(places)},{parts},{whole})")


def deviation(places: Places) -> str:
    """Give how far the total lies from the base, in percent; empty where the form has none."""
    if not places.form.deviation:
        return ""
    base = places.answer(f"parameter.{places.form.deviation.base}")
    return "=" + rounded(f"({places.value('total')}-{base})*100/{base}")


def shown_float(places: Places) -> str:
    """Give the signed percentage the bonus floats by."""
    rule = places.form.deviation
    if not rule:
        return ""
    value, high = places.value("float"), number(rule.highest)
    limited = f"ROUND(MAX(-{high},MIN({high},{value})),6)"
    return f'=IF(ABS({value})<{number(rule.lowest)},"0",IF({value}>0,"+","")&{limited})'


def band(places: Places) -> str:
    """Give the number of the grade, from 1 in the form's order; 0 if there is none."""
    form = places.form
    found = "0"
    if not any(one.top is not None or one.bottom is not None for one in form.bands.values()):
        measured = places.value("float" if form.deviation else "total")
        for name, one in reversed(form.bands.items()):
            found = f"IF({_within(measured, one, places)},{_number_of(name, form)},{found})"
        found = f"IF({_touched(places)},{found},0)"
    judged = [places.cell(f"item.{name}", JUDGED) for _, name, _, item in places.all_items() if _judges(item.options)]
    if judged:
        found = "0"
        for cell in reversed(judged):
            found = f"IF({cell}>0,{cell},{found})"
    if form.fails_as and (failing := _failing(places)):
        found = f"IF({failing},{_number_of(form.fails_as, form)},{found})"
    for name, flag in reversed(form.flags.items()):
        if flag.band:
            switched = f"{places.answer(f'parameter.{flag.only_if}')}<>0" if flag.only_if else "TRUE"
            found = f"IF(AND({_flagged(name, places)},{switched}),{_number_of(flag.band, form)},{found})"
    for name, flag in reversed(form.flags.items()):
        if flag.ungraded:
            found = f"IF({_flagged(name, places)},0,{found})"
    return f"={found}"


def _touched(places: Places) -> str:
    """Whether anything that counts is filled in: an empty sheet has no grade."""
    cells = []
    for name, section in places.form.sections.items():
        if section.counts:
            cells.append(places.answer(f"section.{name}"))
            cells += [places.of_items(name, ANSWER)] if section.items else []
    cells += [places.of_parts(ANSWER)] if places.form.year else []
    return f"COUNTA({','.join(cells)})>0" if cells else "FALSE"


def _judges(options: list[Option]) -> bool:
    return any(option.band for option in options)


def _number_of(name: str, form: Form) -> int:
    return list(form.bands).index(name) + 1


def _failing(places: Places) -> str:
    cells = [places.answer(f"item.{name}") for _, name, _, item in places.all_items() if item.not_applicable == "fail"]
    return "OR(" + ",".join(f"{cell}={quoted(NOT_APPLICABLE)}" for cell in cells) + ")" if cells else ""


def _flagged(name: str, places: Places) -> str:
    return f"{places.answer(f'flag.{name}')}={quoted(YES)}"


def _within(measured: str, one: Band, places: Places) -> str:
    tests = []
    for limit, sign in (
        (one.lower, ">=" if one.lower_included else ">"),
        (one.upper, "<=" if one.upper_included else "<"),
    ):
        if limit is not None:
            test = f"{measured}{sign}{bound(limit, places)}"
            tests.append(f"OR({bound(limit, places)}=0,{test})" if isinstance(limit, str) else test)
    return f"AND({','.join(tests)})" if tests else "TRUE"


def coefficient(places: Places) -> str:
    """Give the lowest coefficient a condition sets, or the grade's own."""
    form, grade = places.form, places.value("band")
    own = [number(one.coefficient) if one.coefficient is not None else '""' for one in form.bands.values()]
    given = f'IF({grade}=0,"",CHOOSE({grade},{",".join(own)}))' if own else '""'
    for one in sorted(form.overrides, key=lambda one: -float(one.coefficient)):
        given = f"IF({condition(one.when, places)},{number(one.coefficient)},{given})"
    return f"={given}"


def condition(when: Condition, places: Places) -> str:
    """Say whether a condition holds for this sheet alone: what needs a ranking or earlier sheets does not."""
    for group, joined in ((when.every, "AND"), (when.some, "OR")):
        if group:
            return f"{joined}({','.join(condition(one, places) for one in group)})"
    if when.none:
        return f"NOT(OR({','.join(condition(one, places) for one in when.none)}))"
    if when.last_place or when.honoured or when.risen is not None:
        return "FALSE"
    if when.tally:
        return _tallied(when.tally, places)
    if when.flag is not None:
        return _flagged(when.flag, places)
    if when.of == "band":
        return f"{places.value('band')}={_number_of(str(when.value), places.form)}"
    limit = "0" if when.value is None else bound(when.value, places)
    measured = places.value("total")
    if when.of == "section":
        measured = places.points(f"section.{when.section}")
    elif when.of == "parameter":
        measured = places.answer(f"parameter.{when.parameter}")
    test = f"{measured}{when.compare or '='}{limit}"
    counts = when.of == "total" or (when.of == "section" and places.form.sections[str(when.section)].counts)
    return f"AND({_touched(places)},{test})" if counts else test


def _tallied(tally: Tally, places: Places) -> str:
    if not places.form.sections[tally.section].items:
        return "FALSE" if tally.times is None else f"0>={bound(tally.times, places)}"
    values = places.of_items(tally.section, VALUE)
    if tally.times is not None:
        return f"COUNTIF({values},{number(tally.answer)})>={bound(tally.times, places)}"
    rows, least = places.of_items(tally.section, ROW), bound(tally.row or 0, places)
    return f'IFERROR(SUMPRODUCT(({values}<>"na")*({rows}>0)*(MOD({rows},{least})=0))>0,FALSE)'


def counted_in_row(when: Condition) -> Iterator[Tally]:
    """Give what a condition counts in a row."""
    if when.tally and when.tally.row is not None:
        yield when.tally
    for one in (*when.every, *when.some, *when.none):
        yield from counted_in_row(one)


def row_formula(value: str, before: str, tally: Tally) -> str:
    """Give how long the row is after an answer; what does not apply is passed over."""
    return f'=IF({value}="na",{before},IF(AND(ISNUMBER({value}),{value}={number(tally.answer)}),{before}+1,0))'


def follows(action: Action, places: Places) -> str:
    """Say whether an action follows from this sheet alone."""
    alone = action.consecutive == 1 and action.cumulative == 1
    if not alone or (action.whole_year and places.form.period != "year"):
        return "FALSE"
    return condition(action.when, places)


def needs_more(action: Action) -> bool:
    """Whether an action goes by more than this sheet, at least in part."""
    return action.consecutive > 1 or action.cumulative > 1 or action.whole_year or asks_for_more(action.when)


def asks_for_more(when: Condition) -> bool:
    """Whether a condition asks for earlier sheets or a ranking, which a sheet alone cannot tell."""
    parts = [*when.every, *when.some, *when.none]
    row = when.tally is not None and when.tally.row is not None
    return when.last_place or when.honoured or when.risen is not None or row or any(map(asks_for_more, parts))

"""Random forms that are in order, and random sheets of them, as plain values."""

from typing import Any

from hypothesis import strategies as st

from handbook.entries.form import Form

Plain = dict[str, Any]
Draw = st.DrawFn
FLAGS = ("veto", "free", "note")
POSTS = ("一线", "二线")
KINDS = ("range", "steps", "deduct", "per-occurrence", "rate", "threshold", "check")


def number(low: int, high: int) -> st.SearchStrategy[float]:
    """A number with none, one or two decimal places, as an author would write it."""
    whole = st.integers(low, high)
    return (
        whole | st.integers(low * 10, high * 10).map(lambda n: n / 10) | st.integers(low * 100, high * 100).map(_cents)
    )


def _cents(number: int) -> float:
    return round(number / 100, 2)


@st.composite
def items(draw: Draw, fails: bool) -> Plain:
    """One item of any kind, with what its kind asks for."""
    kind = draw(st.sampled_from(KINDS))
    rules = ["redistribute", "zero", "not-allowed"] + (["fail"] if fails else [])
    item: Plain = {"name": kind, "kind": kind, "not_applicable": draw(st.sampled_from(rules))}
    item["maximum"] = draw(number(0, 15) | st.just("cap"))
    if kind == "range":
        item |= {"minimum": draw(number(-5, 0))}
    elif kind == "steps":
        points = draw(st.lists(number(-3, 9), min_size=1, max_size=4, unique=True))
        item["options"] = [{"label": str(n), "points": n} for n in points]
    elif kind == "per-occurrence":
        item |= {"each": draw(number(-3, 3)), "minimum": draw(number(-6, 0))}
    elif kind == "threshold":
        reaches = draw(number(0, 9) | st.just("cap"))
        ends = {"met": draw(number(-2, 3)), "unmet": draw(number(-2, 3))}
        item["threshold"] = {"reaches": reaches, "included": draw(st.booleans()), **ends}
    return item


@st.composite
def sections(draw: Draw, place: int, fails: bool) -> Plain:
    """One section, by items or by a number alone."""
    many = draw(st.integers(0, 4))
    of = {f"i{place}-{index}": draw(items(fails)) for index in range(many)}
    return {
        "title": f"分区{place}",
        "items": of,
        "maximum": draw(number(0, 40) | st.just("cap")) if draw(st.booleans()) else None,
        "floor": draw(st.just(0) | number(-5, 0)),
        "start": draw(st.just(0) | number(0, 20)),
        "over": draw(st.sampled_from(["cap", "refuse"])),
        "counts": draw(st.integers(0, 4)) > 0,
        "optional": draw(st.booleans()),
        "weight": draw(number(0, 100) | st.just("share")) if draw(st.booleans()) else None,
    }


@st.composite
def conditions(draw: Draw, form: Plain, depth: int = 1) -> Plain:
    """One condition over anything that a form has."""
    kinds = ["total", "section", "flag", "last", "parameter", "tally"] + ["band", "risen"] * bool(form["bands"])
    kind = draw(st.sampled_from(kinds + ["every", "some", "none", "honoured"] * depth))
    section = draw(st.sampled_from(list(form["sections"])))
    compared = {"compare": draw(st.sampled_from(["<", "<=", "=", ">=", ">"])), "value": draw(number(0, 25))}
    if kind in ("every", "some", "none"):
        return {kind: draw(st.lists(conditions(form, 0), min_size=1, max_size=3))}
    counted = {draw(st.sampled_from(["times", "row"])): draw(st.integers(1, 3))}
    tally = {"section": section, "answer": draw(st.sampled_from([0, 1])), **counted}
    return {
        "total": {"of": "total", **compared},
        "section": {"of": "section", "section": section, **compared},
        "parameter": {"of": "parameter", "parameter": "cap", **compared},
        "band": {"of": "band", "value": draw(st.sampled_from(list(form["bands"]) or ["none"]))},
        "flag": {"flag": draw(st.sampled_from(FLAGS))},
        "tally": {"tally": tally},
        "risen": {"risen": draw(st.integers(1, 2))},
        "last": {"last_place": True},
        "honoured": {"honoured": True},
    }[kind]


@st.composite
def bands(draw: Draw) -> Plain:
    """Bands that meet, best or worst first, each boundary one neighbour's; now and then none, or by place."""
    shape = draw(st.sampled_from(["none", "points", "points", "points", "place"]))
    if shape == "none":
        return {}
    if shape == "place":
        unless = {"unless": "note"} if draw(st.booleans()) else {}
        top = {"title": "前", "top": draw(number(0, 100)), **unless}
        return {"first": top, "rest": {"title": "中"}, "tail": {"title": "后", "bottom": draw(number(0, 100))}}
    edges = sorted(draw(st.lists(number(1, 80), min_size=1, max_size=4, unique=True)), reverse=True)
    owned = [draw(st.booleans()) for _ in edges]
    coefficients = [draw(st.none() | number(0, 2)) for _ in range(len(edges) + 1)]
    found: Plain = {}
    for place, coefficient in enumerate(coefficients):
        band: Plain = {"title": f"第{place}档", "coefficient": coefficient}
        if place:
            band |= {"upper": edges[place - 1], "upper_included": not owned[place - 1]}
        if place < len(edges):
            band |= {"lower": edges[place], "lower_included": owned[place]}
        found[f"b{place}"] = band
    return dict(reversed(found.items())) if draw(st.booleans()) else found


@st.composite
def actions(draw: Draw, form: Plain) -> Plain:
    """One consequence, with what it asks of earlier periods."""
    more: Plain = {}
    shape = draw(st.sampled_from(["now", "row", "recount", "year", "until", "whole"]))
    if shape in ("row", "recount"):
        more = {"consecutive": draw(st.integers(2, 3)), "recount": shape == "recount"}
    elif shape in ("year", "until"):
        first = draw(st.integers(1, 3))
        more = {"cumulative": first, "until": first if shape == "until" else None}
    elif shape == "whole":
        more = {"whole_year": True}
    return {
        "title": shape,
        "when": draw(conditions(form)),
        "decided_by": draw(st.sampled_from(["form", "person"])),
        **more,
    }


@st.composite
def forms(draw: Draw) -> Plain:
    """A form, with every field filled in as the handbook would."""
    form: Plain = {"bands": draw(bands())}
    fails = bool(form["bands"]) and draw(st.booleans())
    form["fails_as"] = draw(st.sampled_from(list(form["bands"]))) if fails else None
    form["sections"] = {f"s{place}": draw(sections(place, fails)) for place in range(draw(st.integers(1, 4)))}
    form["parameters"] = {
        "cap": {"label": "上限", "default": draw(number(0, 12)), "minimum": 0, "maximum": 50},
        "share": {"label": "权重", "default": draw(number(0, 100)), "minimum": 0, "maximum": 100},
    }
    band = draw(st.none() | st.sampled_from(list(form["bands"]))) if form["bands"] else None
    veto = {"title": "否决", "band": band, "only_if": draw(st.none() | st.just("cap"))}
    form["flags"] = {"veto": veto, "free": {"title": "免评", "ungraded": draw(st.booleans())}, "note": {"title": "记"}}
    form["posts"] = dict(zip(POSTS, draw(st.tuples(number(0, 3000), number(0, 3000))), strict=True))
    form["average"] = draw(st.booleans())
    form["actions"] = {f"a{place}": draw(actions(form)) for place in range(draw(st.integers(0, 4)))}
    told = draw(st.lists(st.tuples(conditions(form), number(0, 1)), max_size=2))
    form["overrides"] = [{"title": "改", "when": when, "coefficient": value} for when, value in told]
    if draw(st.integers(0, 7)) == 0:
        base = {"base": {"label": "基础分", "default": draw(number(1, 120)), "minimum": 1}}
        form["parameters"] |= base
        form["deviation"] = {"base": "base", "lowest": draw(number(0, 20)), "highest": draw(number(20, 40))}
    if draw(st.integers(0, 5)) == 0:
        names = [f"q{place}" for place in range(1, 5)]
        weights = {name: draw(number(0, 3) | st.just("share")) for name in names}
        form["year"] = {"parts": dict.fromkeys(names, "季"), "weights": weights, "maximum": 60}
    form["ranking"] = draw(st.none() | rankings(form))
    words = {"title": "表", "title_en": "Form", "edition": "1", "subject": "支部", "period": "quarter", "purpose": "试"}
    return Form.model_validate({**words, **form, "basis": ["unit"], "reviewed": "2026-11-21"}).model_dump(mode="json")


@st.composite
def rankings(draw: Draw, form: Plain) -> Plain:
    """How units are put in order."""
    names = list(form["sections"])
    rewarded = [name for name in form["bands"] if draw(st.booleans())]
    return {
        "ties": draw(st.lists(st.sampled_from(names), max_size=2, unique=True)),
        "last_by_post": draw(st.booleans()),
        "rewards": {name: draw(st.lists(number(0, 600), max_size=3)) for name in rewarded},
        "honour": draw(st.none() | st.just("红旗")),
        "honour_from": draw(st.none() | number(0, 50)),
        "best_percent": draw(st.none() | number(0, 100)),
    }


def _answer(item: Plain, cap: float) -> st.SearchStrategy[Any]:
    most = cap if item["maximum"] == "cap" else item["maximum"]
    given: st.SearchStrategy[Any] = {
        "range": number(-5, 15).filter(
            lambda n: item["minimum"] <= n and (n <= most or (item["maximum"] == "cap" and not cap))
        ),
        "steps": st.sampled_from([one["points"] for one in item["options"]] or [0]),
        "deduct": number(0, 15).filter(lambda n: n <= most or (item["maximum"] == "cap" and not cap)),
        "per-occurrence": st.integers(0, 6),
        "rate": number(0, 100),
        "threshold": number(0, 12),
        "check": st.sampled_from([0, 1]),
    }[item["kind"]]
    return given if item["not_applicable"] == "not-allowed" else given | st.just("na")


def _takes_all(section: Plain) -> bool:
    """Whether a section's subtotal may be any number and is counted as it is."""
    return bool(section["counts"]) and section["maximum"] is None and section["weight"] is None


@st.composite
def sheets(draw: Draw, form: Plain, fixed: Plain | None = None) -> Plain:
    """A sheet that is in order: some sections by items, some by a subtotal, some untouched; or on a grade's edge."""
    sheet: Plain = {"form": "drawn", "items": {}, "sections": {}, "parameters": {}, **(fixed or {})}
    if draw(st.booleans()):
        sheet["parameters"]["cap"] = draw(number(0, 20))
    cap = sheet["parameters"].get("cap", form["parameters"]["cap"]["default"])
    sheet["flags"] = [flag for flag in FLAGS if draw(st.integers(0, 5)) == 0]
    sheet["post"] = draw(st.none() | st.sampled_from(POSTS))
    year = form["year"]
    if year and draw(st.integers(0, 3)) == 0:
        kept = [name for name in year["parts"] if draw(st.booleans())] or ["q1"]
        sheet["sections"] = {name: draw(number(0, 60)) for name in kept}
        return sheet
    edges = [band["lower"] for band in form["bands"].values() if band["lower"] is not None]
    whole = [name for name, part in form["sections"].items() if _takes_all(part)]
    if draw(st.booleans()) and edges and whole:
        sheet["sections"] = {draw(st.sampled_from(whole)): draw(st.sampled_from(edges))}
        return sheet
    for name, section in form["sections"].items():
        way = draw(st.sampled_from(["items", "items", "items", "subtotal", "nothing"]))
        if way == "items" and section["items"]:
            chosen = [item for item in section["items"] if draw(st.integers(0, 6)) > 0]
            sheet["items"] |= {item: draw(_answer(section["items"][item], cap)) for item in chosen}
        elif way != "nothing":
            most = cap if section["maximum"] == "cap" else section["maximum"]
            free = section["over"] == "cap" or most is None or (section["maximum"] == "cap" and not cap)
            low, ceiling = section["floor"], 60 if free else most
            points = draw(number(-5, 60))
            sheet["sections"][name] = min(max(points, low), ceiling)
    return sheet


@st.composite
def histories(draw: Draw, form: Plain) -> list[Plain]:
    """Some sheets of one unit, many of them alike, one a quarter from the oldest on; a quarter may be missing."""
    quarters = [f"{year}Q{part}" for year in (2025, 2026) for part in (1, 2, 3, 4)]
    many = draw(st.integers(1, 8))
    kept = [one for one in quarters[-many:] if draw(st.integers(0, 9)) > 0] or quarters[-1:]
    periods: list[Any] = kept if draw(st.integers(0, 4)) else [None] * len(kept)
    if form["year"] and periods[-1] and draw(st.booleans()):
        end = draw(st.sampled_from(["2026", "2026H2"]))
        return [draw(sheets(form, {"period": period})) for period in periods] + [{"form": "drawn", "period": end}]
    usual = draw(sheets(form))
    alike = [draw(st.integers(0, 3)) > 0 for _ in periods]
    return [
        {**(usual if same else draw(sheets(form))), **({"period": period} if period else {})}
        for period, same in zip(periods, alike, strict=True)
    ]

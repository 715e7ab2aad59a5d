"""What the schemes say, written from their texts in Python's decimals; nothing here looks at a form or the scorer."""

from decimal import Decimal, getcontext
from typing import Any

getcontext().prec = 60
Points = dict[str, Decimal]
D = Decimal


def written(number: Decimal) -> str:
    """A decimal without trailing zeros or exponent."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def chengzhuang(points: Points, post: str, earlier: list[Points]) -> dict[str, Any]:
    """Three steps, two thresholds, consecutive quarters."""

    def total(one: Points) -> Decimal:
        return one["key"] + one["base"] + min(one["innov"], D(10))

    def failing(one: Points) -> bool:
        return total(one) < 60 or one["key"] < 35

    here, key = total(points), points["key"]
    step = "below" if here < 70 else "step-1" if here < 80 else "step-2" if here < 90 else "step-3"
    coefficient = {"below": D("0.7"), "step-1": D("0.8"), "step-2": D("0.9"), "step-3": D(1)}[step]
    if key < 40:
        coefficient = D("0.7")
    row = 0
    for one in [points, *reversed(earlier)]:
        if not failing(one):
            break
        row += 1
    asked = {
        "reflect": here < 70 or key < 40,
        "notice": here < 70,
        "admonish": failing(points),
        "remove": row >= 2,
    }
    return {
        "total": written(here),
        "band": step,
        "coefficient": written(coefficient),
        "pay": written({"一线": D(3000), "二线": D(2000), "地面": D(1000)}[post] * coefficient),
        "actions": [name for name, holds in asked.items() if holds],
        "pending": ["dismiss"] if row >= 3 else [],
    }


def fengxian(points: Points, flags: list[str]) -> dict[str, Any]:
    """20 + 70 + 10 and extras; whoever is exempt has no grade, whoever broke the law is unqualified."""
    here = points["base"] + min(points["task"], D(70)) + min(points["bonus"], D(10)) + min(points["extra"], D(5))
    grade: str | None = "excellent"
    for name, below in (("qualified", 90), ("basic", 80), ("unqualified", 60)):
        if here < below:
            grade = name
    if "violation" in flags:
        grade = "unqualified"
    if "exempt" in flags:
        grade = None
    return {"total": written(here), "band": grade}


def yongxi(points: Points) -> dict[str, Any]:
    """Ten indicators, three bands."""
    here = sum(points.values(), D(0))
    return {"total": written(here), "band": "full" if here >= 95 else "half" if here >= 85 else "none"}


def qitaihe(score: Decimal, base: Decimal) -> dict[str, Any]:
    """The bonus floats as the score deviates, from 10 to 30 percent."""
    tenth = base / 10
    band = "up" if score - base >= tenth else "down" if base - score >= tenth else "same"
    if band == "same":
        return {"band": band, "float": "0"}
    percent = (score - base) * 100 / base
    held = max(D(-30), min(D(30), percent))
    shown = held.quantize(D("0.000001"), rounding="ROUND_HALF_UP") if held != held.quantize(D("1e-30")) else held
    return {"band": band, "float": ("+" if held > 0 else "") + written(shown)}


def shanxi(quarters: list[Decimal | None]) -> dict[str, Any]:
    """The mean of the quarters that have a score."""
    given = [one for one in quarters if one is not None]
    mean = sum(given, D(0)) / len(given)
    ends = len(given) != 3 or mean == mean.quantize(D("1e-10"))
    return {"total": written(mean if ends else mean.quantize(D("0.000001"), rounding="ROUND_HALF_UP"))}


def thirds(given: dict[str, Decimal], weights: dict[str, Decimal]) -> Decimal:
    """A weighted mean, in 60 digits."""
    return sum((given[name] * weight for name, weight in weights.items()), D(0)) / sum(weights.values())


def oilgas(points: Points) -> dict[str, Any]:
    """Reviews count 40, of which members 50, other secretaries 20, organs 30; the inspection counts 60."""
    review = thirds(points, {"members": D(50), "peers": D(20), "organs": D(30)})
    return {"total": written((review * 40 + points["inspection"] * 60) / 100), "band": None}


def oilgas_tiers(totals: list[Decimal], vetoed: set[int]) -> list[str]:
    """The first fifth, the last tenth, both rounded up and equal ones together; whoever touched a veto is not first."""
    many = len(totals)
    first, last = -(-many * 20 // 100), -(-many * 10 // 100)
    tiers = []
    for number, own in enumerate(totals):
        above, below = sum(one > own for one in totals), sum(one < own for one in totals)
        if above < first and number not in vetoed:
            tiers.append("first")
        else:
            tiers.append("lower" if below < last else "middle")
    return tiers


def jingyuan(points: Points) -> dict[str, Any]:
    """Four letters: from 90, from 80, from 60, the rest; the last is to be corrected."""
    here = sum(points.values(), D(0))
    grade = "a" if here >= 90 else "b" if here >= 80 else "c" if here >= 60 else "d"
    return {"total": written(here), "band": grade, "actions": ["correct"] if grade == "d" else []}


def jingyuan_points(points: Points) -> dict[str, Any]:
    """Daily points 60, review 20, the branch 15, oneself 5."""
    return {"total": written(thirds(points, {"daily": D(60), "review": D(20), "branch": D(15), "self": D(5)}))}


def dayao(points: Points, flags: list[str]) -> dict[str, Any]:
    """Daily 40, quarters 20, members 15, the masses 15, leaders 10; whoever is not commended at home is not at work."""
    shares = {"daily": D(40), "quarterly": D(20), "members": D(15), "masses": D(15), "leaders": D(10)}
    said = [
        ("unit-not-excellent", {"not-commended", "under-four"}),
        ("not-excellent", {"under-four"}),
        ("correct", {"serious"}),
        ("discipline", {"breach"}),
    ]
    return {"total": written(thirds(points, shares)), "actions": [name for name, any_of in said if any_of & set(flags)]}


def liling(points: Points) -> dict[str, Any]:
    """Three groups, equal; from 90 praise, under 60 a talk, both for people to decide."""
    here = thirds(points, {"masses": D(1), "delegates": D(1), "merchants": D(1)})
    grade, pending = ("praise", ["praise"]) if here >= 90 else ("correct", ["talk"]) if here < 60 else ("keep", [])
    cut = here.quantize(D("1e-30"))
    shown = cut if cut == here else here.quantize(D("0.000001"), rounding="ROUND_HALF_UP")
    return {"total": written(shown), "band": grade, "pending": pending}


def haizhou(now: str, before: str) -> dict[str, Any]:
    """Absent 缺, present 到, excused 假: three in the year, or three in a row over its turn, then counted anew."""
    row, reached = 0, False
    for place, one in enumerate(before + now):
        row = row + 1 if one == "缺" else 0
        if row == 3:
            reached, row = reached or place >= len(before), 0
    talk = now.count("缺") >= 3 or reached
    return {"actions": ["talk"] if talk else [], "pending": ["dispose"] if reached else []}


def taiqian(months: str, careless: bool) -> dict[str, Any]:
    """Two late months of a year, or a careless attitude."""
    return {"actions": ["talk"] if careless or months.count("迟") >= 2 else []}


def yangtze(days: Decimal, people: Decimal, members: Decimal, special: bool) -> dict[str, Any]:
    """More than 15 days, 20 people or more, more than 5 members: all, some or none; the bureau may decide otherwise."""
    met = [days > 15, people >= 20, members > 5].count(True)
    place = "branch" if met == 3 or special else "group" if met else "home"
    return {"total": str(met), "band": place}


def guotong(held: dict[str, int | None], groups: int) -> dict[str, Any]:
    """Once in each quarter or month, the groups once each; a period that is not over is not short."""
    wanted = {name: groups if name.startswith("group") else 1 for name in held}
    short = sum(count is not None and count < wanted[name] for name, count in held.items())
    return {"total": str(short), "band": "short" if short else "met", "actions": ["make-up"] if short else []}

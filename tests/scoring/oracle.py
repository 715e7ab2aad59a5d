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

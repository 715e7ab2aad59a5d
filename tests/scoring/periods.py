"""Periods as answers files write them."""

import re
from fractions import Fraction
from typing import Any

PARTS = {"": 1, "H": 2, "Q": 4, "B": 6, "-": 12}
Period = tuple[int, str, int]


def read_period(sheet: dict[str, Any]) -> Period | None:
    """The year, the kind and the number of a sheet's period."""
    match = re.fullmatch(r"(\d{4})(?:([HQB-])(\d+))?", sheet.get("period") or "")
    return (int(match[1]), match[2] or "", int(match[3] or 1)) if match else None


def parts_of_year(period: Period) -> int:
    """How many such periods a year has."""
    return PARTS[period[1]]


def follows(later: dict[str, Any], earlier: dict[str, Any]) -> bool:
    """Whether a sheet's period comes right after another's; sheets without periods stand in their order."""
    one, two = read_period(later), read_period(earlier)
    if not one or not two:
        return True
    return one[1] == two[1] and one[0] * PARTS[one[1]] + one[2] == two[0] * PARTS[two[1]] + two[2] + 1


def contains(longer: Period, shorter: Period | None) -> bool:
    """Whether a period is a part of a longer one: it begins and ends within it."""
    if shorter is None or longer[0] != shorter[0] or PARTS[shorter[1]] <= PARTS[longer[1]]:
        return False
    size, many = Fraction(1, PARTS[longer[1]]), Fraction(1, PARTS[shorter[1]])
    return (longer[2] - 1) * size <= (shorter[2] - 1) * many and shorter[2] * many <= longer[2] * size

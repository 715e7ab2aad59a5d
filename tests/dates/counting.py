"""Counting days once more, in Python, from the convention alone; holidays as the State Council's notices give them."""

import calendar
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
HOLIDAYS = {
    2024: "0101-0101 0210-0217 0404-0406 0501-0505 0610-0610 0915-0917 1001-1007",
    2025: "0101-0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
    2026: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
}
"""Days off, first and last day, by the yearly notices of the General Office of the State Council."""
WORKING = {
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
"""Saturdays and Sundays on which people work instead."""


def _day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[2:]))


def _free() -> set[date]:
    found: set[date] = set()
    for year, spans in HOLIDAYS.items():
        for span in spans.split():
            first, last = (_day(year, text) for text in span.split("-"))
            found |= {first + timedelta(each) for each in range((last - first).days + 1)}
    return found


FREE = _free()
BUSY = {_day(year, text) for year, texts in WORKING.items() for text in texts.split()}


def nature(day: date) -> str:
    """What a day of 2024, 2025 or 2026 is, in the engine's words."""
    if day in FREE:
        return "holiday"
    if day in BUSY:
        return "working-weekend"
    return "weekend" if day.weekday() > 4 else "plain"


def _month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, amount: int, unit: str) -> date:
    """Count an amount of units from a day, back if it is negative; the first day is not counted."""
    if unit in MONTHS:
        return _month(day, amount * MONTHS[unit])
    if unit != "workday":
        return day + timedelta(days=amount * {"day": 1, "week": 7}[unit])
    step = timedelta(days=1 if amount > 0 else -1)
    for _ in range(abs(amount)):
        day += step
        while nature(day) in ("holiday", "weekend"):
            day += step
    return day

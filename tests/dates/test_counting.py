"""Days are counted as the convention says, and what is not known about a year is not guessed."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.counting import nature, shift
from dates.engine import Engine

GOLDEN = yaml.safe_load((Path(__file__).parent / "golden.yml").read_text("utf-8"))
LONG = st.sampled_from(["day", "week", "month", "quarter", "half-year", "year"])
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
KNOWN = st.dates(date(2024, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["what"])
def test_counts_that_anyone_can_check(engine: Engine, case: dict[str, Any]) -> None:
    """Ends of months and years, leap days, working days over the long holidays."""
    assert engine.shift(case["from"], case["amount"], case["unit"]) == case["end"]


@settings(max_examples=150, deadline=None)
@given(day=DAYS, amount=st.integers(-60, 60), unit=LONG)
def test_counts_agree_with_python_s_calendar(engine: Engine, day: date, amount: int, unit: str) -> None:
    """Two implementations, one convention."""
    assert engine.shift(day, amount, unit) == shift(day, amount, unit)


@settings(max_examples=150, deadline=None)
@given(day=KNOWN, amount=st.integers(-90, 90))
def test_working_days_agree_with_the_notices(engine: Engine, day: date, amount: int) -> None:
    """Our own table of three years against the package's."""
    assert engine.shift(day, amount, "workday") == shift(day, amount, "workday")


def test_every_day_of_three_years_is_what_the_notices_say(engine: Engine) -> None:
    """But for the last days of the last year, on which the next notice may still speak."""
    for number in range((date(2026, 12, 27) - date(2024, 1, 1)).days + 1):
        day = date(2024, 1, 1) + timedelta(number)
        found = engine.ask("natureOfDay", day.isoformat())
        assert (found["kind"], found["known"]) == (nature(day), True), day


def test_of_a_year_without_an_arrangement_only_weekends_are_told(engine: Engine) -> None:
    """The years known come from the package's own entries; 1 October of another year is no holiday to us."""
    last = max(engine.ask("knownYears"))
    for text, kind in ((f"{last + 1}-10-01", {"plain", "weekend"}), (f"{last}-12-30", {"plain", "weekend"})):
        found = engine.ask("natureOfDay", text)
        assert not found["known"]
        assert found["kind"] in kind
        assert found["name"] == ""


@settings(max_examples=150, deadline=None)
@given(end=KNOWN, amount=st.integers(-40, 40), unit=st.one_of(LONG, st.just("workday")))
def test_the_way_back_is_the_outermost_day(engine: Engine, end: date, amount: int, unit: str) -> None:
    """From the day found the count keeps within the end; from the day further out it does not."""
    amount = amount if unit in ("day", "week", "workday") else amount % 3
    day = timedelta(1)
    first, last = engine.reaching("first", end, amount, unit), engine.reaching("last", end, amount, unit)
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert shift(first, amount, unit) >= end > shift(first - day, amount, unit)
    assert shift(last, amount, unit) <= end < shift(last + day, amount, unit)


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "2026-13-01", "2026-1-1", "20261121", "2026-11-21T00:00", "0000-01-01"]
)
def test_what_is_no_day_is_none(engine: Engine, text: str) -> None:
    """Nothing is bent into a day."""
    assert engine.ask("parseDay", text) is None

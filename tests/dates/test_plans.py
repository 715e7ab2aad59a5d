"""A plan gives each step the days that its rules leave, tells of what cannot be, and says by which rules."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.drawn import case, deadline, procedure, step
from dates.engine import Engine, day_of

MEETING = {"date": "meeting"}


def rows(plan: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A plan's rows by their moments."""
    return {row["moment"]: row for row in plan["rows"]}


def span(plan: dict[str, Any], moment: str, of: str = "must") -> tuple[date | None, date | None]:
    """The earliest and the latest day of a moment."""
    found = rows(plan)[moment][of]
    return day_of(found["early"]), day_of(found["late"])


def notice(force: str = "must", **more: Any) -> dict[str, Any]:
    """Draft, give notice 3 days before the meeting at least, meet, report within 5 days."""
    return procedure(
        ["meeting"],
        step("draft", "notify"),
        step("notify", "meet", deadline("at-least-before", 3, "day", MEETING, force=force)),
        step("meet", "report", day="meeting"),
        step("report", "end", deadline("within", 5, "day", {"step": "meet"}), **more),
    )


def test_from_the_meeting_days_are_counted_back_and_on(engine: Engine) -> None:
    """What precedes the notice is bound by it too."""
    plan = engine.plan(notice(), case({"meeting": "2026-12-10"}), "2026-11-21")
    assert plan["problems"] == []
    assert span(plan, "step:draft") == (date(2026, 11, 21), date(2026, 12, 7))
    assert span(plan, "step:notify") == (date(2026, 11, 21), date(2026, 12, 7))
    assert span(plan, "step:meet") == (date(2026, 12, 10), date(2026, 12, 10))
    assert span(plan, "step:report") == (date(2026, 12, 10), date(2026, 12, 15))


def test_without_a_date_nothing_is_made_up(engine: Engine) -> None:
    """Only today bounds what is open; with nothing known nothing is bounded."""
    plan = engine.plan(notice(), case())
    assert {span(plan, moment) for moment in rows(plan)} == {(None, None)}


def test_what_comes_too_late_names_the_rule_and_how_the_date_could_move(engine: Engine) -> None:
    """Notice cannot be given three days before a meeting in two days."""
    plan = engine.plan(notice(), case({"meeting": "2026-11-23"}), "2026-11-21")
    (problem,) = plan["problems"]
    assert problem["kind"] == "late"
    assert problem["cause"]["deadline"]["text"] == "at-least-before 3 day"
    assert {cause["is"] for cause in problem["causes"]} == {"deadline", "date", "today"}
    (move,) = problem["moves"]
    assert move["moment"] == "date:meeting"
    assert day_of(move["must"]["early"]) == date(2026, 11, 24)


def test_what_is_not_must_makes_nothing_impossible(engine: Engine) -> None:
    """It is told as advice, and the days that must be kept are not narrowed by it."""
    plan = engine.plan(notice("practice"), case({"meeting": "2026-11-23"}), "2026-11-21")
    assert [problem["kind"] for problem in plan["problems"]] == ["advice"]
    assert span(plan, "step:notify") == (date(2026, 11, 21), date(2026, 11, 23))
    far = engine.plan(notice("practice"), case({"meeting": "2026-12-23"}), "2026-11-21")
    assert span(far, "step:notify") == (date(2026, 11, 21), date(2026, 12, 23))
    assert span(far, "step:notify", "advised") == (date(2026, 11, 21), date(2026, 12, 20))


def test_advice_for_what_is_done_is_not_given(engine: Engine) -> None:
    """What must be kept is told even then."""
    done = {"draft": "2026-11-01", "notify": "2026-11-24"}
    own = case({"meeting": "2026-11-25"}, **done)
    assert engine.plan(notice("practice"), own, "2026-11-24")["problems"] == []
    assert [problem["kind"] for problem in engine.plan(notice(), own, "2026-11-24")["problems"]] == ["impossible"]


def test_two_dates_that_exclude_each_other_are_named_with_both_steps(engine: Engine) -> None:
    """The approval cannot come a month after an application that must wait for the meeting."""
    flow = procedure(
        ["meeting", "closing"],
        step("meet", "apply", day="meeting"),
        step("apply", "approve", deadline("at-least-after", 1, "month", {"step": "meet"})),
        step("approve", "end", deadline("at-least-before", 2, "week", {"date": "closing"})),
    )
    plan = engine.plan(flow, case({"meeting": "2027-01-31", "closing": "2027-03-10"}), "2026-11-21")
    (problem,) = plan["problems"]
    assert problem["kind"] == "impossible"
    texts = {cause["deadline"]["text"] for cause in problem["causes"] if cause["is"] == "deadline"}
    assert texts == {"at-least-after 1 month", "at-least-before 2 week"}
    assert {"step:meet", "step:apply", "step:approve"} <= set(problem["moments"])
    moves = {move["moment"]: move["must"] for move in problem["moves"]}
    assert day_of(moves["date:meeting"]["late"]) == date(2027, 1, 24)
    assert day_of(moves["date:closing"]["early"]) == date(2027, 3, 14)


def test_what_was_done_late_is_past_mending(engine: Engine) -> None:
    """It is told with the deadline, and no date is offered to move."""
    plan = engine.plan(notice(), case({"meeting": "2026-11-01"}, draft="2026-10-20", notify="2026-10-30"), "2026-11-05")
    told = {problem["kind"]: problem for problem in plan["problems"]}
    assert told["done-late"]["cause"]["deadline"]["text"] == "at-least-before 3 day"
    assert told["done-late"]["moves"] == []


def branching() -> dict[str, Any]:
    """Apply; if refused, explain within 3 days and end; if sent back, apply again; else approve within 10 days."""
    ways = {"yes": "approve", "no": "explain", "again": "apply"}
    return procedure(
        ["meeting"],
        step("apply", "ask", day="meeting"),
        step("ask", ways),
        step("explain", "end", deadline("within", 3, "day", {"step": "apply"})),
        step("approve", "end", deadline("within", 10, "day", {"step": "apply"})),
    )


def test_only_what_lies_on_every_path_binds(engine: Engine) -> None:
    """A branch has its own days, and being late on it alone troubles nobody who goes the other way."""
    plan = engine.plan(branching(), case({"meeting": "2026-11-16"}, apply="2026-11-16"), "2026-11-21")
    found = rows(plan)
    assert [found[f"step:{id_}"]["path"] for id_ in ("apply", "ask", "explain", "approve")] == [
        "sure",
        "sure",
        "maybe",
        "maybe",
    ]
    assert [(problem["kind"], problem["only"]) for problem in plan["problems"]] == [("late", "explain")]
    assert span(plan, "step:approve") == (date(2026, 11, 21), date(2026, 11, 26))
    assert span(plan, "step:ask") == (date(2026, 11, 21), None)


def test_what_was_decided_leaves_the_other_ways_out(engine: Engine) -> None:
    """After the answer the branch taken binds what comes before it."""
    plan = engine.plan(
        branching(), case({"meeting": "2026-11-16"}, apply="2026-11-16", ask="2026-11-18 yes"), "2026-11-21"
    )
    assert rows(plan)["step:explain"]["path"] == "off"
    assert rows(plan)["step:approve"]["path"] == "sure"
    assert plan["problems"] == []


def test_a_letter_is_good_for_so_long(engine: Engine) -> None:
    """valid-for binds the step that uses the letter; alone it tells until when."""
    flow = procedure(
        [],
        step("issue", "arrive", deadline("valid-for", 3, "month", {"step": "issue"})),
        step("arrive", "end", deadline("valid-for", 3, "month", {"step": "issue"})),
    )
    plan = engine.plan(flow, case(issue="2026-11-30"), "2026-12-01")
    assert span(plan, "step:arrive") == (date(2026, 12, 1), date(2027, 2, 28))
    (limit,) = rows(plan)["step:issue"]["limits"]
    assert (limit["sense"], day_of(limit["day"])) == ("until", date(2027, 2, 28))


def test_a_year_without_holidays_leaves_working_days_uncounted(engine: Engine) -> None:
    """The deadline is told of with the year, and binds nothing."""
    flow = procedure(["meeting"], step("tell", "end", deadline("within", 5, "workday", MEETING)))
    plan = engine.plan(flow, case({"meeting": "2027-03-01"}), "2026-11-21")
    assert [(told["text"], told["year"]) for told in plan["uncounted"]] == [("within 5 workday", 2027)]
    assert span(plan, "step:tell") == (date(2027, 3, 1), None)


@pytest.mark.parametrize(
    ("anchor", "unit", "due"),
    [
        (None, "quarter", date(2026, 12, 31)),
        (None, "week", date(2026, 11, 22)),
        ({"date": "meeting"}, "half-year", date(2027, 2, 28)),
    ],
)
def test_what_comes_round_is_due_next(engine: Engine, anchor: dict[str, str] | None, unit: str, due: date) -> None:
    """By the end of the period, or so long after the day it counts from: 31 August and half a year."""
    flow = procedure(["meeting"], step("look", "end", deadline("every", 1, unit, anchor)))
    plan = engine.plan(flow, case({"meeting": "2025-08-31"}), "2026-11-21")
    (limit,) = rows(plan)["step:look"]["limits"]
    assert day_of(limit["day"]) == due


AMOUNTS = st.tuples(
    st.sampled_from(["at-least-before", "at-most"]), st.integers(0, 90), st.sampled_from(["day", "week"])
)


@settings(max_examples=60, deadline=None)
@given(
    meeting=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    moved=st.integers(-800, 800),
    limits=st.lists(AMOUNTS, min_size=1, max_size=6),
)
def test_moving_the_meeting_moves_every_day_with_it(
    engine: Engine, meeting: date, moved: int, limits: list[tuple[str, int, str]]
) -> None:
    """All that counts in days and weeks from a date moves by as many days as the date."""
    ids = [f"s{number}" for number in range(len(limits))]
    following = [*ids[1:], "end"]
    steps = [
        step(id_, then, deadline(*limit, MEETING)) for id_, then, limit in zip(ids, following, limits, strict=True)
    ]
    flow = procedure(["meeting"], *steps)
    plans = [engine.plan(flow, case({"meeting": (meeting + timedelta(by)).isoformat()})) for by in (0, moved)]
    before, after = (
        {(moment, of): row[of]["late"] for moment, row in rows(plan).items() for of in ("must", "advised")}
        for plan in plans
    )
    assert after == {key: late + moved for key, late in before.items()}
    assert None not in before.values()

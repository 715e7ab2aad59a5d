"""Every procedure of the real handbook can be planned, and what must be kept is kept by its plan."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from dates.counting import shift
from dates.drawn import case
from dates.engine import Engine, day_of

BEGUN = date(2026, 2, 2)
DAYS = [timedelta(number) for number in (0, 45, 200)]
Found = dict[str, dict[str, Any]]


def spread(procedure: dict[str, Any], first: date, gap: timedelta) -> dict[str, str]:
    """A day for each named date, in their order, one gap apart."""
    return {name: (first + number * gap).isoformat() for number, name in enumerate(procedure["dates"])}


def musts(procedure: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """The deadlines that must be kept and bind a day: each with what it binds and what it counts from."""
    for step in procedure["steps"]:
        for limit in step["deadlines"]:
            if limit["force"] == "must" and limit["kind"] != "every" and limit["anchor"]:
                ends = [
                    moment and next(f"{kind}:{id_}" for kind, id_ in moment.items())
                    for moment in (limit.get("limits"), limit["anchor"])
                ]
                yield limit, ends[0] or f"step:{step['id']}", ends[1]


def kept(limit: dict[str, Any], bound: dict[str, Any], anchor: dict[str, Any]) -> bool:
    """Whether the days left to what is bound keep a deadline, whatever day its anchor falls on."""
    early, late = day_of(anchor["early"]), day_of(anchor["late"])
    first, last = day_of(bound["early"]), day_of(bound["late"])
    if limit["kind"] == "at-least-after":
        return early is None or (first is not None and first >= shift(early, limit["amount"], limit["unit"]))
    amount = -limit["amount"] if limit["kind"] == "at-least-before" else limit["amount"]
    return late is None or (last is not None and last <= shift(late, amount, limit["unit"]))


@pytest.mark.parametrize("gap", DAYS, ids=lambda gap: f"{gap.days} days apart")
@pytest.mark.parametrize("today", ["", "2026-02-02"])
def test_every_procedure_has_a_plan_that_keeps_what_must_be_kept(
    engine: Engine, procedures: Found, gap: timedelta, today: str
) -> None:
    """Or names the deadline among its problems; a step on a branch keeps those of the branch."""
    assert len(procedures) >= 70
    held = 0
    for slug, procedure in procedures.items():
        plan = engine.plan(procedure, case(spread(procedure, BEGUN, gap)), today)
        rows = {row["moment"]: row for row in plan["rows"]}
        told = {problem["cause"].get("deadline", {}).get("text") for problem in plan["problems"]}
        told |= {one["text"] for one in plan["uncounted"]}
        for limit, bound, anchor in musts(procedure):
            owner = next(f"step:{step['id']}" for step in procedure["steps"] if limit in step["deadlines"])
            sure = rows[owner]["path"] == "sure" or bound in (
                owner,
                *(moment for moment in rows if moment.startswith("date:")),
            )
            if limit["text"] not in told and rows[anchor]["path"] == "sure" and sure:
                assert kept(limit, rows[bound]["must"], rows[anchor]["must"]), (slug, limit["text"])
                held += 1
    assert held >= 15


def test_every_named_date_and_step_has_its_row(engine: Engine, procedures: Found) -> None:
    """No date and no step is lost, and a plan of which nothing is known has no problem."""
    for slug, procedure in procedures.items():
        plan = engine.plan(procedure, case(), "2026-11-21")
        wanted = [f"date:{name}" for name in procedure["dates"]] + [f"step:{step['id']}" for step in procedure["steps"]]
        assert [row["moment"] for row in plan["rows"]] == wanted, slug
        assert plan["problems"] == [], slug
        assert plan["rows"][len(procedure["dates"])]["path"] == "sure", slug


def test_an_assembly_after_the_term_names_the_rule_and_both_dates(engine: Engine, procedures: Found) -> None:
    """What voids an election is told before the letters are written."""
    own = case({"term-end": "2027-03-31", "meeting-day": "2027-04-10"})
    plan = engine.plan(procedures["branch-election"], own, "2026-11-21")
    (problem,) = [each for each in plan["problems"] if each["kind"] == "impossible"]
    assert problem["cause"]["deadline"]["limits"] == {"step": "vote"}
    assert {"step:vote", "date:term-end", "date:meeting-day"} <= set(problem["moments"])
    assert problem["cause"]["deadline"]["missed"]
    assert [(move["moment"], move["own"]) for move in problem["moves"]] == [
        ("date:meeting-day", True),
        ("date:term-end", False),
    ]
    moves = {move["moment"]: move["must"] for move in problem["moves"]}
    assert day_of(moves["date:meeting-day"]["late"]) == date(2027, 3, 31)
    assert day_of(moves["date:term-end"]["early"]) == date(2027, 4, 10)


def test_the_year_of_probation_is_counted_from_the_assembly(engine: Engine, procedures: Found) -> None:
    """From 29 February it ends on the 28th."""
    plan = engine.plan(procedures["probation-training"], case({"passed-day": "2028-02-29"}))
    ends = next(row for row in plan["rows"] if row["moment"] == "date:probation-end")
    assert day_of(ends["must"]["early"]) == date(2029, 2, 28)


def drawn_case(procedure: dict[str, Any], draw: random.Random) -> dict[str, Any]:
    """Some dates filled in, some steps done in some order, some decisions taken: what people may well do."""
    days = {name: BEGUN + timedelta(draw.randint(-400, 400)) for name in procedure["dates"] if draw.random() < 0.6}
    own = case({name: day.isoformat() for name, day in days.items()})
    for step in procedure["steps"]:
        if draw.random() < 0.35:
            day = "" if draw.random() < 0.2 else (BEGUN + timedelta(draw.randint(-300, 0))).isoformat()
            own["steps"][step["id"]] = {"state": "done", "note": "", "day": day}
            if isinstance(step["next"], dict) and draw.random() < 0.8:
                own["steps"][step["id"]]["answer"] = draw.choice(list(step["next"]))
    return own


@pytest.mark.parametrize("turns", [1, pytest.param(60, marks=pytest.mark.sweep)])
def test_whatever_is_filled_in_a_plan_comes_of_it(engine: Engine, procedures: Found, turns: int) -> None:
    """No day is before another it must follow: what cannot be is a problem, and the days left are days one can keep."""
    draw = random.Random(7)
    for slug, procedure in procedures.items():
        for _ in range(turns):
            plan = engine.plan(procedure, drawn_case(procedure, draw), draw.choice(["", BEGUN.isoformat()]))
            for row in plan["rows"]:
                for span in (row["must"], row["advised"]):
                    if span["early"] is not None and span["late"] is not None:
                        assert span["early"] <= span["late"], (slug, row["moment"])
            assert all(problem["causes"] for problem in plan["problems"]), slug

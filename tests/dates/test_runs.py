"""Long runs are counted by the deadlines of their procedures, and name nothing that is not there."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from command import run
from dates.counting import shift
from dates.engine import Engine, day_of

Found = dict[str, dict[str, Any]]


def runs(site: Path) -> dict[str, Any]:
    """The runs as the desk knows them."""
    text = (site / "assets" / "desk" / "_index.js").read_text("utf-8").strip()
    found: dict[str, Any] = json.loads(text[len("var hbDeskIndex=") :])["runs"]
    return found


def counted(engine: Engine, one: dict[str, Any], procedures: Found, dates: dict[str, str]) -> dict[str, Any]:
    """A run's plan."""
    own = [procedures[leg["procedure"]] for leg in one["legs"]]
    plan: dict[str, Any] = engine.ask("planRun", json.dumps(one), json.dumps(own), json.dumps(dates))
    return plan


def earliest(plan: dict[str, Any], procedure: str, moment: str, within: str = "must") -> date | None:
    """The earliest day of a moment in a leg, by what must be or by what is advised as well."""
    leg = next(leg for leg in plan["legs"] if leg["procedure"]["slug"] == procedure)
    return day_of(next(row for row in leg["rows"] if row["moment"] == moment)[within]["early"])


@pytest.mark.parametrize("letter", [date(2026, 11, 2), date(2028, 2, 29)])
def test_from_the_letter_to_full_membership(engine: Engine, site: Path, procedures: Found, letter: date) -> None:
    """A year of training and a year of probation at least: the sooner days are those, and the talk has its last day."""
    one = runs(site)["membership"]
    plan = counted(engine, one, procedures, {"membership-application/date:letter-date": letter.isoformat()})
    target = shift(letter, 1, "year")
    assert plan["clashes"] == []
    assert earliest(plan, "development-target", "step:eligible") == target
    assert earliest(plan, "probation-training", "date:probation-end") == shift(target, 1, "year")
    assert earliest(plan, "regularization", "step:vote", "advised") == shift(target, 1, "year")
    (talk,) = [row for row in plan["legs"][0]["rows"] if row["moment"] == "step:talk"]
    assert day_of(talk["must"]["late"]) == shift(letter, 1, "month")


def test_a_day_in_the_middle_counts_both_ways(engine: Engine, site: Path, procedures: Found) -> None:
    """Set too early, probation's end is told with the rule that says how long it lasts."""
    dates = {"probation-training/date:passed-day": "2027-06-30", "probation-training/date:probation-end": "2028-03-01"}
    plan = counted(engine, runs(site)["membership"], procedures, dates)
    (clash,) = plan["clashes"]
    assert clash["source"]["deadline"]["text"].startswith("预备期 1 年")
    assert {cause["moment"] for cause in clash["sources"] if cause["is"] == "date"} == set(dates)


def test_when_to_begin_an_election(engine: Engine, site: Path, procedures: Found) -> None:
    """From the term's end: the assembly's last day must be kept, half a year before it one begins as advised."""
    plan = counted(engine, runs(site)["term"], procedures, {"branch-election/date:term-end": "2027-08-31"})
    found = {row["moment"]: row for row in plan["legs"][0]["rows"]}
    assert day_of(found["step:vote"]["must"]["late"]) == date(2027, 8, 31)
    assert day_of(found["step:plan"]["advised"]["late"]) == date(2027, 2, 28)


BROKEN = """\
runs:
  year:
    title: 开会
    text: 两段
    legs:
      - {procedure: hold-meeting, through: [nowhere]}
      - {procedure: unheard-of}
    same:
      - - {procedure: hold-meeting, date: never}
        - {procedure: hold-meeting, step: notify, date: meeting-day}
"""


def test_what_a_run_names_must_be_there(minimal: Path) -> None:
    """A step, a procedure and a date that are not, and a moment that is named twice: each at its place."""
    (minimal / "content" / "runs.yml").write_text(BROKEN, "utf-8")
    problems = json.loads(run("check", "--format", "json", folder=minimal).stdout)
    told = {(problem["code"], problem["line"]) for problem in problems}
    assert told == {
        ("step-unknown", 6),
        ("ref-unknown", 7),
        ("deadline-date-unknown", 9),
        ("deadline-anchor-unclear", 10),
    }

"""Rankings: places, ties, rewards, the flag, and the last place counted within the year."""

import json
from pathlib import Path
from typing import Any

import pytest

from handbook import scoring
from handbook.entries.form import Form
from scoring.forms import form_of

SECTIONS = ("party", "poverty", "family", "security", "safety", "civil", "clean", "stability", "finance", "stationed")


@pytest.fixture(scope="module")
def flag_form() -> Form:
    """The travelling flag."""
    return form_of("yongxi-flag")


def sheet(unit: str, total: float, period: str, party: float | None = None) -> dict[str, str]:
    """A sheet whose ten sections add up to a total; the first may be set apart."""
    rest = total if party is None else total - party
    shares = {name: round(rest / (10 if party is None else 9), 4) for name in SECTIONS}
    if party is not None:
        shares["party"] = party
    answers = {"form": "yongxi-flag", "unit": unit, "period": period, "sections": shares}
    return {"name": f"{unit}-{period}.json", "text": json.dumps(answers)}


def ranked(form: Form, *sheets: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The rows of a ranking by unit."""
    rows = scoring.rank(scoring.form_text("yongxi-flag", form), sheets)["rows"]
    return {row["unit"]: row for row in rows}


@pytest.mark.parametrize(
    ("scores", "rewards", "flags", "speech"),
    [
        ([97, 93, 90, 84], ["600", "250", "200", "0"], [True, False, False, False], 3),
        ([95, 85, 84.5], ["600", "250", "0"], [True, False, False], 2),
        ([84, 80, 79], ["0", "0", "0"], [False] * 3, 2),
        ([98, 96, 95, 95.5], ["600", "500", "0", "400"], [True, False, False, False], None),
    ],
)
def test_the_source_s_examples(
    flag_form: Form, scores: list[float], rewards: list[str], flags: list[bool], speech: int | None
) -> None:
    """The four rankings of the reference."""
    rows = ranked(flag_form, *(sheet(str(number), score, "2026Q1") for number, score in enumerate(scores)))
    got = [rows[str(number)] for number in range(len(scores))]
    assert [row["reward"] for row in got] == rewards
    assert [row["flag"] for row in got] == flags
    assert [number for number, row in enumerate(got) if row["actions"] == ["speech"]] == (
        [] if speech is None else [speech]
    )


def test_a_last_place_counts_within_the_year_only(flag_form: Form) -> None:
    """First a speech, then no award, then discipline; a new year begins anew."""
    said = []
    sheets: list[dict[str, str]] = []
    for period in ("2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"):
        sheets += [sheet("甲", 90, period), sheet("乙", 80, period)]
        said.append(ranked(flag_form, *reversed(sheets))["乙"]["actions"])
    assert said == [["speech"], ["speech"], ["lose-eligibility"], ["discipline"], ["discipline"]]


def test_ties_go_by_the_first_section_and_are_shared_otherwise(flag_form: Form) -> None:
    """Equal totals: the better first section stands before; equal there too: both get the place's reward."""
    rows = ranked(flag_form, sheet("甲", 90, "2026Q1", 9), sheet("乙", 90, "2026Q1", 9.9), sheet("丙", 90, "2026Q1", 9))
    assert {unit: (row["rank"], row["reward"]) for unit, row in rows.items()} == {
        "乙": (1, "300"),
        "甲": (2, "250"),
        "丙": (2, "250"),
    }


def test_foreign_and_doubled_files_are_refused(flag_form: Form) -> None:
    """Each with its reason; the others are ranked all the same."""
    files = [sheet("甲", 90, "2026Q1"), {**sheet("甲", 91, "2026Q1"), "name": "again.json"}]
    files += [
        {"name": "nonsense.json", "text": "{"},
        {"name": "foreign.json", "text": '{"form": "other", "unit": "x", "period": "2026Q1"}'},
        {"name": "old.json", "text": '{"form": "yongxi-flag", "edition": "1999", "unit": "x", "period": "2026Q1"}'},
    ]
    result = scoring.rank(scoring.form_text("yongxi-flag", flag_form), files)
    assert {one["file"]: one["problems"][0]["code"] for one in result["refused"]} == {
        "again.json": "unit-twice",
        "nonsense.json": "not-json",
        "foreign.json": "form-other",
        "old.json": "edition-other",
    }
    assert [row["unit"] for row in result["rows"]] == ["甲"]


def test_ten_thousand_sheets(flag_form: Form, tmp_path: Path) -> None:
    """Ranked in ten seconds of work at most, however busy the machine is; `bench/scoring.py` looks at the clock."""
    from time import process_time

    files = [sheet(f"村{number}", 60 + number % 400 / 10, "2026Q1") for number in range(10_000)]
    begun = process_time()
    assert len(ranked(flag_form, *files)) == 10_000
    assert process_time() - begun < 10


@pytest.mark.parametrize("kind", ["Q", "B"])
def test_a_year_without_the_flag_is_told_at_its_end_where_the_form_is_set_so(flag_form: Form, kind: str) -> None:
    """Quarters or every two months: only after the last, only if each was held, only for who never had it."""
    periods = [f"2026{kind}{part}" for part in range(1, 5 if kind == "Q" else 7)]
    sheets = [sheet(unit, total, period) for period in periods for unit, total in (("甲", 96), ("乙", 90), ("丙", 88))]
    switched = [{**one, "text": one["text"][:-1] + ', "parameters": {"no-flag": 1}}'} for one in sheets]
    assert {row["unit"]: row["pending"] for row in ranked(flag_form, *switched).values()} == {
        "甲": ["fund"],
        "乙": ["withdraw"],
        "丙": ["withdraw"],
    }
    assert ranked(flag_form, *sheets)["乙"]["pending"] == []
    assert ranked(flag_form, *switched[:-3])["乙"]["pending"] == []
    assert ranked(flag_form, *switched[3:])["乙"]["pending"] == []


def test_forty_periods_of_many_units(flag_form: Form) -> None:
    """Ten years of quarters: the last place counts within each year, the flag in a row over all."""
    periods = [f"{year}Q{part}" for year in range(2017, 2027) for part in range(1, 5)]
    units = {f"村{number}": 95 - number for number in range(20)}
    rows = ranked(flag_form, *(sheet(unit, total, period) for period in periods for unit, total in units.items()))
    assert (rows["村0"]["pending"], rows["村19"]["actions"]) == (["fund"], ["discipline"])
    assert [row["rank"] for row in rows.values()] == list(range(1, 21))


def test_forty_periods_of_history(flag_form: Form) -> None:
    """Ten years of quarters of two hundred and fifty units: the last places counted in each year, in ten seconds."""
    from time import perf_counter

    periods = [f"{2016 + number // 4}Q{number % 4 + 1}" for number in range(40)]
    files = [sheet(f"村{unit}", 84 if unit else 60, period) for period in periods for unit in range(250)]
    begun = perf_counter()
    rows = ranked(flag_form, *files)
    assert perf_counter() - begun < 10
    assert rows["村0"]["period"] == "2025Q4"
    assert rows["村0"]["actions"] == ["discipline"]
    history = [file["text"] for file in files if file["name"].startswith("村0-")]
    assert len(history) == 40
    text = scoring.form_text("yongxi-flag", flag_form)
    assert scoring.score(text, [history[-1], *history[:-1]])["total"] == "60"

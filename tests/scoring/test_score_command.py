"""`handbook score` keeps the contract: exact words, exit codes, every problem with its place."""

from pathlib import Path
from typing import Any

import pytest

from scoring.commands import Sheet, Write, refused, run, scored

LADDER = {"form": "chengzhuang-ladder", "unit": "综掘三队", "post": "一线", "period": "2026Q3"}


def test_a_ladder_word_for_word(write: Write) -> None:
    """All that the contract promises of a score."""
    given = scored("chengzhuang-ladder", write({**LADDER, "sections": {"key": 44, "base": 40, "innov": 5}}))
    assert {key: given[key] for key in given if key not in ("trace", "code")} == {
        "form": "chengzhuang-ladder",
        "unit": "综掘三队",
        "post": "一线",
        "period": "2026Q3",
        "total": "89",
        "sections": {"key": "44", "base": "40", "innov": "5", "self": "0"},
        "band": "step-2",
        "coefficient": "0.9",
        "pay": "2700",
        "actions": [],
        "pending": [],
        "complete": True,
        "missing": [],
        "problems": [],
    }
    assert given["trace"][-1] == "应发 3000 × 0.9 ＝ 2700 元"


@pytest.mark.parametrize(
    ("sections", "post", "expected"),
    [
        ({"key": 45, "base": 45, "innov": 0}, "二线", ("90", "step-3", "1", "2000", [])),
        ({"key": 45, "base": 44.99, "innov": 0}, "二线", ("89.99", "step-2", "0.9", "1800", [])),
        ({"key": 39.5, "base": 50, "innov": 8}, "一线", ("97.5", "step-3", "0.7", "2100", ["reflect"])),
        ({"key": 45, "base": 55, "innov": 12}, "地面", ("110", "step-3", "1", "1000", [])),
        ({"key": 40, "base": 29.99, "innov": 0}, "地面", ("69.99", "below", "0.7", "700", ["reflect", "notice"])),
        (
            {"key": 40, "base": 19.99, "innov": 0},
            "一线",
            ("59.99", "below", "0.7", "2100", ["reflect", "notice", "admonish"]),
        ),
        ({"key": 34.99, "base": 50, "innov": 5}, "二线", ("89.99", "step-2", "0.7", "1400", ["reflect", "admonish"])),
        (
            {"key": 0.1 + 0.2, "base": 44.7, "innov": 0},
            "一线",
            ("45.00000000000000004", "below", "0.7", "2100", ["reflect", "notice", "admonish"]),
        ),
        (
            {"key": 0.1, "base": 0.2, "innov": 0},
            "一线",
            ("0.3", "below", "0.7", "2100", ["reflect", "notice", "admonish"]),
        ),
    ],
)
def test_ladders(write: Write, sections: Sheet, post: str, expected: tuple[Any, ...]) -> None:
    """Innovation is capped at ten; each boundary belongs where the scheme says; a tenth and two tenths are three."""
    given = scored("chengzhuang-ladder", write({**LADDER, "post": post, "sections": sections}))
    assert tuple(given[key] for key in ("total", "band", "coefficient", "pay", "actions")) == expected


def quarter(period: str, key: float = 34) -> Sheet:
    """A quarter that fails by its key items, or does not."""
    return {**LADDER, "period": period, "sections": {"key": key, "base": 50, "innov": 5}}


def test_quarters_in_a_row(write: Write) -> None:
    """Two fail: removal; three: dismissal for people to decide; a quarter that passes or is missing ends the row."""
    periods = {name: write(quarter(name), f"{name}.json") for name in ("2025Q4", "2026Q1", "2026Q2", "2026Q3")}
    passed = write(quarter("2026Q2", 40), "passed.json")
    now = periods["2026Q3"]
    outcomes = {
        (): (["reflect", "admonish"], []),
        (periods["2026Q2"],): (["reflect", "admonish", "remove"], []),
        (periods["2026Q2"], periods["2026Q1"]): (["reflect", "admonish", "remove"], ["dismiss"]),
        (periods["2026Q1"], periods["2025Q4"]): (["reflect", "admonish"], []),
        (periods["2026Q1"], passed): (["reflect", "admonish"], []),
    }
    for history, expected in outcomes.items():
        given = scored("chengzhuang-ladder", now, *history)
        assert (given["actions"], given["pending"]) == expected, history


def test_forty_periods(write: Write) -> None:
    """Ten years of quarters, given in any order, all failing: removal, and dismissal to be decided."""
    names = [f"{year}Q{part}" for year in range(2017, 2027) for part in (1, 2, 3, 4)]
    files = [write(quarter(name), f"{name}.json") for name in names]
    given = scored("chengzhuang-ladder", files[-1], *files[-2::-1])
    assert (given["actions"], given["pending"]) == (["reflect", "admonish", "remove"], ["dismiss"])
    assert "连续 40 期" in given["trace"]


def test_members_points_by_month(write: Write) -> None:
    """A quota times what was fulfilled, the base from twenty down, a veto, an exemption that stands before it."""
    items: Sheet = {f"month-{month}": 100 for month in range(1, 13)} | {"month-2": 50, "meetings": 3, "dues": 0}
    items |= {
        "study": 0.5,
        "duties": 0,
        "conduct": 0,
        "overfulfil": 4,
        "merit": 5,
        "bravery": 0,
        "praise": 7,
        "county": 3,
    }
    sheet = {"form": "fengxian-points", "period": "2026", "items": items}
    given = scored("fengxian-points", write(sheet))
    assert given["sections"] == {"base": "16.5", "task": "67.5", "bonus": "10", "extra": "5"}
    assert (given["total"], given["band"], given["missing"]) == ("99", "excellent", [])
    assert scored("fengxian-points", write({**sheet, "flags": ["violation"]}))["band"] == "unqualified"
    assert scored("fengxian-points", write({**sheet, "flags": ["violation", "exempt"]}))["band"] is None
    free = scored("fengxian-points", write({**sheet, "parameters": {"extra-cap": 0}}))
    assert (free["sections"]["extra"], free["total"]) == ("6", "100")


@pytest.mark.parametrize(
    ("total", "base", "expected"),
    [
        (112, 100, ("up", "+12")),
        (109.9, 100, ("same", "0")),
        (110, 100, ("up", "+10")),
        (90, 100, ("down", "-10")),
        (62, 100, ("down", "-30")),
        (130.01, 100, ("up", "+30")),
        (100, 90, ("up", "+11.111111")),
        (99, 90, ("up", "+10")),
    ],
)
def test_a_bonus_that_floats(write: Write, total: float, base: float, expected: tuple[str, str]) -> None:
    """From ten to thirty percent, both included; a percent that does not end is rounded only where it is written."""
    sheet = {"form": "qitaihe-assessment", "sections": {"total": total}, "parameters": {"base": base}}
    given = scored("qitaihe-assessment", write(sheet))
    assert (given["band"], given["float"]) == expected


def test_a_year_from_its_quarters(write: Write) -> None:
    """By its parts, or from the quarters' own sheets; a quarter without a score is left out."""
    parts = {"q1": None, "q2": 88, "q3": 94, "q4": 91}
    assert scored("shanxi-onebook", write({"form": "shanxi-onebook", "sections": parts}))["total"] == "91"
    quarters = [(f"2026Q{n}", points) for n, points in ((2, 88), (3, 94), (4, 91))]
    files = [
        write({"form": "shanxi-onebook", "period": name, "sections": {"must": points, "plus": 0}}, f"{name}.json")
        for name, points in quarters
    ]
    assert scored("shanxi-onebook", write({"form": "shanxi-onebook", "period": "2026"}), *files)["total"] == "91"


def test_months_of_a_half_year(write: Write) -> None:
    """The half-year shows the mean of its months; its grade is what the judge chose."""
    files = [
        write({"form": "qitaihe-record", "period": f"2026-0{n}", "sections": {"record": points}}, f"{n}.json")
        for n, points in ((1, 30), (2, 33), (4, 36))
    ]
    half = {"form": "qitaihe-record", "period": "2026H1", "items": {"half-grade": 2}}
    given = scored("qitaihe-record", write(half), *files)
    assert (given["total"], given["band"]) == ("33", "fair")


def test_every_problem_has_its_place(write: Write) -> None:
    """Unknown names, ranges, both ways at once: all of them, in the file's order, and no total."""
    text = """{
  "form": "chengzhuang-ladder", "post": "井下",
  "items": {"duty": 5.01, "nobody": 1, "plan": "na", "study": 1},
  "sections": {"base": 30, "innov": -1, "what": 3},
  "parameters": {"x": 1}, "flags": ["y"], "extra": 1
}"""
    assert refused("chengzhuang-ladder", write(text)) == [
        ("post-unknown", "post", 2, 41),
        ("out-of-range", "items.duty", 3, 21),
        ("item-unknown", "items.nobody", 3, 27),
        ("na-not-allowed", "items.plan", 3, 48),
        ("both", "sections.base", 4, 16),
        ("out-of-range", "sections.innov", 4, 37),
        ("section-unknown", "sections.what", 4, 41),
        ("parameter-unknown", "parameters.x", 5, 18),
        ("flag-unknown", "flags.0", 5, 37),
        ("key-unknown", "extra", 5, 43),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "not-json"),
        ("{", "not-json"),
        ("[1]", "not-a-sheet"),
        ('{"form": "chengzhuang-ladder",}', "not-json"),
        ('{"form": "chengzhuang-ladder"} x', "not-json"),
        ('{"form": "yongxi-flag", "sections": {"party": 9}}', "form-other"),
        ('{"sections": {"key": 40}}', "form-missing"),
        ('{"form": "chengzhuang-ladder", "edition": "1999"}', "edition-other"),
        ('{"form": "chengzhuang-ladder", "period": "2026第三季度"}', "period"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": 1e309}}', "out-of-range"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": 45.01}}', "out-of-range"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": NaN}}', "not-json"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": "40"}}', "not-a-number"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": "４０"}}', "not-a-number"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": 1e-21}}', "too-fine"),
        ('{"form": "chengzhuang-ladder", "sections": {"__proto__": 1}}', "section-unknown"),
        ('{"form": "chengzhuang-ladder", "items": {"constructor": 1}}', "item-unknown"),
        ('{"form": "chengzhuang-ladder", "sections": {"key": 1, "key": 2}}', "repeated"),
        (b'{"form": "\xff"}', "not-utf8"),
        ("[" * 100_000, "not-json"),
        (b" " * 5_000_000, "too-large"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_sheet_of_this_form(write: Write, content: str | bytes, code: str) -> None:
    """Damaged, foreign and hostile files are refused for one reason, each with its place."""
    assert [one[0] for one in refused("chengzhuang-ladder", write(content))] == [code]


def test_what_is_not_there(write: Write, tmp_path: Path) -> None:
    """A missing file is the content's fault, an unknown form the call's."""
    assert refused("chengzhuang-ladder", str(tmp_path / "none.json")) == [("unreadable", "", 1, 1)]
    assert refused("chengzhuang-ladder", str(tmp_path)) == [("unreadable", "", 1, 1)]
    sheet = write({**LADDER, "sections": {"key": 44, "base": 40, "innov": 5}})
    assert refused("chengzhuang-ladder", sheet, str(tmp_path / "none.json")) == [("unreadable", "", 1, 1)]
    result = run("score", "no-such-form", "--answers", sheet)
    assert result.exit_code == 2 and "没有“no-such-form”这张计分表" in result.stderr
    assert run("rank", "no-such-form", sheet).exit_code == 2


def test_history_that_does_not_belong(write: Write) -> None:
    """Of another unit, of the same or a later period, or twice the same."""
    now = write(quarter("2026Q3"))
    wrong = {
        "history-unit": {**quarter("2026Q2"), "unit": "机电队"},
        "history-later": quarter("2026Q4"),
        "form-other": {"form": "yongxi-flag"},
    }
    for code, sheet in wrong.items():
        assert [one[0] for one in refused("chengzhuang-ladder", now, write(sheet, "earlier.json"))] == [code]
    twice = write(quarter("2026Q2"), "one.json"), write(quarter("2026Q2"), "two.json")
    assert [one[0] for one in refused("chengzhuang-ladder", now, *twice)] == ["history-twice"]

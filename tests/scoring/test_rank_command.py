"""`handbook rank` keeps the contract: places, rewards, what is refused and why, tables for other programs."""

import csv
import json
from pathlib import Path
from typing import Any

from scoring.commands import Sheet, Write, refused, run

FLAG = ("party", "poverty", "family", "security", "safety", "civil", "clean", "stability", "finance", "stationed")


def village(unit: str, total: float, period: str = "2026Q3", **more: Any) -> Sheet:
    """A sheet of the travelling flag whose ten sections come to a total."""
    return {
        "form": "yongxi-flag",
        "unit": unit,
        "period": period,
        "sections": dict.fromkeys(FLAG, round(total / 10, 4)),
        **more,
    }


def test_a_table_word_for_word(write: Write, tmp_path: Path) -> None:
    """Places, rewards, the flag, the last place's count, and the units that sent nothing this time."""
    sheets = [village("甲村", 97), village("乙村", 93), village("丙村", 93), village("丁村", 84)]
    sheets += [village("甲村", 90, "2026Q2"), village("丁村", 80, "2026Q2"), village("戊村", 90, "2026Q2")]
    files = [write(one, f"{place}.json") for place, one in enumerate(sheets)]
    result = run("rank", "yongxi-flag", *files)
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [row[:11] for row in rows[1:]] == [
        ["1", "甲村", "", "97", "全额奖励档", "", "", "600", "流动红旗", "", "再增加支部经费"],
        ["2", "丙村", "", "93", "减半奖励档", "", "", "250", "", "", ""],
        ["2", "乙村", "", "93", "减半奖励档", "", "", "250", "", "", ""],
        ["4", "丁村", "", "84", "无奖励档", "", "", "0", "", "取消年终参评资格", ""],
    ]
    out = tmp_path / "table.json"
    assert run("rank", "yongxi-flag", *files, "--out", str(out)).exit_code == 0
    table = json.loads(out.read_text("utf-8"))
    assert (table["period"], table["missing"], table["problems"]) == ("2026Q3", ["戊村"], [])


def test_sheets_that_are_not_ranked(write: Write, tmp_path: Path) -> None:
    """Each with its reason and place, exit 1; the others are in the table all the same."""
    files = {
        "good.json": village("甲村", 97),
        "again.json": village("甲村", 90),
        "old.json": village("乙村", 90, edition="1999"),
        "foreign.json": {**village("丙村", 90), "form": "chengzhuang-ladder"},
        "nobody.json": {**village("", 90)},
        "broken.json": "{",
        "when.json": {"form": "yongxi-flag", "unit": "丁村", "sections": {"party": 9}},
    }
    paths = {name: write(content, name) for name, content in files.items()}
    out = tmp_path / "table.json"
    result = run("rank", "yongxi-flag", *paths.values(), str(tmp_path / "none.json"), "--out", str(out))
    assert result.exit_code == 1
    table = json.loads(out.read_text("utf-8"))
    assert [row["unit"] for row in table["rows"]] == ["甲村"]
    assert {Path(one["file"]).name: one["code"] for one in table["problems"]} == {
        "again.json": "unit-twice",
        "old.json": "edition-other",
        "foreign.json": "form-other",
        "nobody.json": "unit-missing",
        "broken.json": "not-json",
        "when.json": "period-missing",
        "none.json": "unreadable",
    }


def test_a_table_for_a_spreadsheet(write: Write, tmp_path: Path) -> None:
    """With a byte-order mark, and no unit's name taken for a formula; another ending is a wrong call."""
    files = [write(village(unit, 90), f"{place}.json") for place, unit in enumerate(("=1+1", "-甲", "乙"))]
    out = tmp_path / "table.csv"
    assert run("rank", "yongxi-flag", *files, "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert {row[1] for row in list(csv.reader(file))[1:]} == {"'=1+1", "'-甲", "乙"}
    assert run("rank", "yongxi-flag", *files, "--out", str(tmp_path / "table.ods")).exit_code == 2


def test_tiers_and_weights(write: Write) -> None:
    """Grades by place; members must weigh more than any other group."""
    names = ("members", "peers", "organs", "inspection")
    sheets = [
        {"form": "oilgas-responsibility", "unit": str(total), "sections": dict.fromkeys(names, total)}
        for total in (90, 80, 70)
    ]
    files = [write(one, f"{place}.json") for place, one in enumerate(sheets)]
    rows = run("rank", "oilgas-responsibility", *files).stdout.splitlines()[1:]
    assert [row.split("\t")[4] for row in rows] == ["第一档次", "中间档次", "下游"]
    heavier = {**sheets[0], "parameters": {"weight-members": 8, "weight-organs": 24}}
    assert [one[0] for one in refused("oilgas-responsibility", write(heavier))] == ["not-largest"]


def test_a_workbook_that_cannot_be_made(write: Write, tmp_path: Path) -> None:
    """An unknown form, a wrong ending, a place where nothing can be written: told, never half a file."""
    sheet = write(village("甲村", 97), "sheet.json")
    for call in (("sheet", "no-such-form", "-o", "a.xlsx"), ("sheet", "yongxi-flag", "-o", str(tmp_path / "a.txt"))):
        result = run(*call)
        assert (result.exit_code, result.stdout) == (2, "") and result.stderr.strip(), call
    nowhere = tmp_path / "nowhere"
    calls = [["rank", "yongxi-flag", sheet, "--out", str(nowhere / f"a.{ending}")] for ending in ("csv", "xlsx")]
    for one in (["sheet", "yongxi-flag", "-o", str(nowhere / "a.xlsx")], *calls):
        assert isinstance(run(*one).exception, OSError), one  # which the program's door tells in a sentence

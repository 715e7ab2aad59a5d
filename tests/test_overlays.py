"""A unit's own folder lies over the handbook: it adds and names, it never bends a higher rule."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.pipeline import check_handbook, make_pages
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.reading.source import Source, lay_over

ROOT = Path(__file__).parents[1]
MINIMAL = ROOT / "tests" / "sites" / "minimal"
ADDED = """\
steps:
  notify:
    deadlines+:
      - kind: at-least-before
        amount: 5
        unit: day
        anchor: {date: meeting-day}
        force: unit
        text: 本单位提前 5 天通知
        basis: [unit]
hints+:
  - {text: 会议室先订好。, step: notify, basis: [unit]}
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-c", "from handbook.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A unit's folder as ``handbook init`` starts it."""
    folder = tmp_path / "unit"
    result = run(MINIMAL, "init", str(folder), "--unit", "某某公司党委")
    assert result.returncode == 0, result.stderr
    return folder


def test_a_unit_starts_with_everything_and_its_own_name(unit: Path) -> None:
    """What lies beneath is all there; the unit's name takes the place of the sample."""
    assert run(unit, "check").returncode == 0
    handbook = check_handbook(Settings.at(unit), Report())
    assert handbook is not None
    assert set(handbook.procedures) == {"hold-meeting", "send-notice"}
    assert (handbook.file.unit, handbook.file.unit_is_sample) == ("某某公司党委", False)
    assert run(MINIMAL, "init", str(unit)).returncode == 2


def test_what_a_unit_adds_is_there_and_marked(unit: Path) -> None:
    """A deadline and a hint after those from below; both carry the unit's mark, the others do not."""
    (unit / "content" / "demo").mkdir()
    (unit / "content" / "demo" / "hold-meeting.yml").write_text(ADDED, "utf-8")
    made = make_pages(Settings.at(unit), Report())
    assert made is not None
    (page,) = (page for page in made.pages.pages if page.slug == "hold-meeting")
    view = next(page.view for page in made.plan.pages if page.slug == "hold-meeting")
    assert [(each.text, each.layer) for each in view.steps[0].deadlines] == [
        ("至少提前 3 天通知", ""),
        ("本单位提前 5 天通知", "unit"),
    ]
    assert [["layer-unit" in mark.marks for mark in hint.basis] for hint in view.hints][-1] == [False, True]
    assert page.html.count("hb-mark--layer-unit") == 3  # the deadline, its step, the hint


def test_a_new_edition_drops_in_beneath(unit: Path) -> None:
    """The lower folder is replaced whole; what the unit added stays, and what no longer fits is told with its place."""
    (unit / "content" / "demo").mkdir()
    (unit / "content" / "demo" / "hold-meeting.yml").write_text(ADDED, "utf-8")
    below = unit / "base" / "content" / "demo" / "hold-meeting.yml"
    below.write_text(
        below.read_text("utf-8")
        .replace("  meeting-day: ", "  day-of-meeting: ")
        .replace("dates: {meeting-day", "dates: {day-of-meeting")
        .replace("date: meeting-day", "date: day-of-meeting"),
        "utf-8",
    )
    result = run(unit, "check")
    assert result.returncode == 1
    assert "content/demo/hold-meeting.yml:7:" in result.stdout and "[deadline-date-unknown]" in result.stdout


@pytest.mark.parametrize("folder", ["../base", "/etc", "C:\\base", "base/../../base", "link"])
def test_a_layer_never_leads_out_of_the_folder(unit: Path, folder: str) -> None:
    """By name or by link: refused with the place, nothing outside is read."""
    if folder == "link":
        (unit / "link").symlink_to(MINIMAL)
    path = unit / "content" / "handbook.yml"
    path.write_text(path.read_text("utf-8").replace("folder: base", f"folder: '{folder}'"), "utf-8")
    result = run(unit, "check")
    assert result.returncode in (1, 2) and "[layer-outside]" in result.stdout + result.stderr
    assert "content/handbook.yml:" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("cases/large.yml", "# " + "长" * 700_000, "file-too-large"),
        ("cases/deep.yml", "a: " + "[" * 1000 + "]" * 1000, "yaml-depth"),
        ("cases/sample.yml", "title: <script>alert(1)</script>\nunknown: 1", "field-unknown"),
    ],
)
def test_a_hostile_layer_is_refused_with_the_place(unit: Path, name: str, text: str, code: str) -> None:
    """Too large, too deep, unknown: a file of a layer is held as strictly as one's own."""
    (unit / name).write_text(text, "utf-8")
    result = run(unit, "check", "--format", "json")
    assert result.returncode == 1
    assert code in result.stdout and name in result.stdout


values = st.recursive(
    st.integers() | st.text("甲乙", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)
files = st.dictionaries(st.sampled_from("abcd"), values, max_size=4)


@given(files, files)
def test_layers_merge_by_key(below: dict[str, Any], over: dict[str, Any]) -> None:
    """What the upper one says holds, what it leaves out comes from below, laying the same again changes nothing."""
    lower, upper = (Source("case", "one", "", name, "", data) for name, data in (("low", below), ("up", over)))
    merged = lay_over(lower, upper).data
    for key in {*below, *over}:
        if key not in over:
            assert merged[key] == below[key]
        elif not isinstance(over[key], dict) or not isinstance(below.get(key), dict):
            assert merged[key] == over[key]
    assert lay_over(lay_over(lower, upper), upper).data == merged
    assert lay_over(lower, Source("case", "one", "", "up", "", {})).laid == ()


def test_without_layers_nothing_is_marked(minimal: Path) -> None:
    """Our own handbook has none."""
    made = make_pages(Settings.at(minimal), Report())
    assert made is not None
    assert not any("hb-mark--layer" in page.html for page in made.pages.pages)

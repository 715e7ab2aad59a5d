"""Every code of a problem has a broken handbook, and says word for word what stands beside it.

A folder ``tests/problems/<code>/`` holds the files that differ from ``tests/sites/minimal``; files to take
away are listed in ``removed.txt``. ``expected.txt`` is what ``handbook check`` prints; rewrite it with
``pytest tests/test_problems.py --update`` and read the difference.
"""

import gc
import io
import shutil
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.locale import words
from handbook.problems import WARNINGS

TESTS = Path(__file__).parent
FOLDERS = sorted(path for path in (TESTS / "problems").iterdir() if path.is_dir())
BY_OTHER_TESTS = {"drawing-no-graphviz", "address-repeated"}
BY_OTHER_TESTS |= {f"bundle-{each}" for each in ("link", "anchor", "outside", "leads-outside", "too-large")}
BY_OTHER_TESTS |= {f"verify-{each}" for each in ("missing", "changed", "added", "container", "link", "twice")}
BY_OTHER_TESTS |= {f"verify-{each}" for each in ("leads-out", "too-large", "no-zip", "no-manifest", "bad-manifest")}
"""Codes of later stages than checking; their folders hold the words, other tests the break."""


def broken_copy(folder: Path, target: Path) -> Path:
    """Copy the minimal handbook and lay a folder's files over it."""
    shutil.copytree(TESTS / "sites" / "minimal", target)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_dir() and not path.is_symlink():
            (target / name).mkdir(exist_ok=True)
        elif name.name == "removed.txt":
            for gone in path.read_text("utf-8").split():
                (target / gone).unlink()
        elif name.name != "expected.txt":
            shutil.copy(path, target / name, follow_symlinks=False)
    if folder.name == "file-too-large":
        (target / "cases" / "large.yml").write_text("# " + "长" * 700_000, "utf-8")
    return target


@dataclass(frozen=True)
class Checked:
    """What ``handbook check`` said, and how it ended."""

    said: str
    code: int


def check(handbook: Path, *arguments: str) -> Checked:
    """Run ``handbook check`` as an author would, without a terminal; in this process, as there are over a hundred."""
    out, errors, code = io.StringIO(), io.StringIO(), 0
    with chdir(handbook), redirect_stdout(out), redirect_stderr(errors), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["handbook", "check", *arguments])
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            gc.enable()
    return Checked(out.getvalue() + errors.getvalue(), code)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_handbook_is_explained_word_for_word(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The folder's own code is among the problems, the words are the expected ones, the exit code fits."""
    result = check(broken_copy(folder, tmp_path / "handbook"))
    said = result.said
    assert f"[{folder.name}]" in said
    expected = folder / "expected.txt"
    if request.config.getoption("--update"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")
    fatal = 2 if folder.name.startswith("config-") else 1
    assert result.code == (0 if _only_warnings(said) else fatal)


def _only_warnings(said: str) -> bool:
    return said.rstrip().endswith("warnings.") and "共 0 个错误" in said


def test_every_code_has_its_folder_and_its_words_in_both_languages() -> None:
    """No code without a broken handbook, no folder without a code, no language left behind."""
    zh, en = words("zh")["problems"], words("en")["problems"]
    assert {folder.name for folder in FOLDERS} | BY_OTHER_TESTS == set(zh) == set(en)
    assert WARNINGS <= set(zh)
    for code in zh:
        assert set(zh[code]) == set(en[code]), code


def test_the_sound_handbook_has_no_problem(tmp_path: Path) -> None:
    """What the broken ones differ from is itself sound, strictly."""
    shutil.copytree(TESTS / "sites" / "minimal", tmp_path / "handbook")
    result = check(tmp_path / "handbook", "--strict")
    assert (result.code, result.said.strip()) == (0, "没有发现问题。 No problems found.")

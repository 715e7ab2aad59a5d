"""What must never be in the repository, nor reach a reader."""

import json
import re
from pathlib import Path

import pytest

from house.sources import PACKAGE, ROOT, name_of, own

TEXTS = (".py", ".ts", ".mjs", ".css", ".html", ".yml", ".yaml", ".toml", ".json", ".md", ".txt", ".svg", "Makefile")
REGISTRIES = re.compile("|".join(("npmjs" + r"\.", "pypi" + r"\.org", "python" + "hosted", "deb" + r"ian\.org")))
MACHINE_PATHS = re.compile(r"(?<![\w.$~])/(?:root|work|home|Users|opt|mnt)/\w")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
NAMESPACES = re.compile(r"http://(?:www\.w3\.org|schemas\.openxmlformats\.org)/[\w/#-]+")
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.I)
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:", re.I)
ASKS = re.compile(r"\bfetch\(|XMLHttpRequest|\beval\(|new Function\(|\bimport\(|new (?:Shared)?Worker\(|sendBeacon")
TOO_NEW = re.compile(r":is\(|:where\(|:has\(|[;{]inset:|aspect-ratio:|@layer|@container|\ddvh\b")
"""What Chromium 78 does not know and what would cost it a rule that pages cannot do without."""
ASSETS = PACKAGE / "theme" / "assets"


def found(pattern: re.Pattern[str], paths: list[Path]) -> dict[str, list[str]]:
    """Give what a pattern finds in files, by file."""
    hits = {name_of(path): pattern.findall(path.read_text("utf-8", errors="replace")) for path in paths}
    return {name: hit for name, hit in hits.items() if hit}


def test_no_file_names_a_registry_or_a_machine_s_folders() -> None:
    """The project works the same wherever it is cloned."""
    assert found(REGISTRIES, own(*TEXTS)) == {}
    assert found(MACHINE_PATHS, own(*TEXTS)) == {}


def test_nothing_is_left_unfinished() -> None:
    """What is committed is done."""
    assert found(UNFINISHED, own(".py", ".ts", ".mjs", ".css", ".html")) == {}


def test_no_third_party_file_is_committed() -> None:
    """Libraries come from the registries; minified files give them away."""
    scripts = own(".js", ".css", ".mjs")
    assert [name_of(path) for path in scripts if ".min." in path.name] == []
    long = [path for path in scripts if max(map(len, path.read_text("utf-8").splitlines()), default=0) > 1000]
    assert [name_of(path) for path in long] == []


def test_the_lock_carries_no_address() -> None:
    """Names, versions and checksums only: where packages come from is the machine's business."""
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []
    pins = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


@pytest.mark.parametrize("path", own(".html", ".ts", ".css", under=PACKAGE), ids=name_of)
def test_a_page_asks_nothing_of_a_network(path: Path) -> None:
    """No address, no inline script, nothing that loads or runs what is not part of the page."""
    text = NAMESPACES.sub("", path.read_text("utf-8"))
    assert ADDRESS.findall(text) == []
    assert ASKS.findall(text) == []
    if path.suffix == ".html":
        assert INLINE.findall(text) == []


def test_the_style_sheet_keeps_to_what_the_oldest_browser_knows() -> None:
    """Chromium 78 drops a rule it does not understand."""
    assert TOO_NEW.findall((ASSETS / "handbook.css").read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["handbook.js", "forms/page.js", "forms/workbook.js"])
def test_the_script_keeps_to_what_the_oldest_browser_knows(name: str) -> None:
    """Functions that came after Chromium 78; esbuild rewrites syntax, not these."""
    late = r"\.(?:replaceAll|at|findLast|replaceChildren)\(|structuredClone|Object\.hasOwn|Intl\.Segmenter|\?\.|\?\?"
    told = {"Object.hasOwn"} if name == "forms/page.js" else set()  # scoring/own.ts gives it where it is missing
    assert set(re.findall(late, (ASSETS / name).read_text("utf-8"))) <= told

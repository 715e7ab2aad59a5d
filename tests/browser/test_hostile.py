"""Whatever an author writes into a field is shown as text and never run."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

LONG = """<script>window.hacked=1</script>"><img src=x onerror="window.hacked=1">]]>'{7*7}</style>"""
SHORT = "<img src=x onerror=hacked=1>]]>"
TINY = '"><b>&'
WORDS = frozenset(
    [
        "text",
        "title",
        "title_en",
        "subtitle",
        "summary",
        "when",
        "note",
        "answer",
        "more",
        "what",
        "where",
        "label",
        "sample",
        "hint",
        "heading",
        "purpose",
        "explain",
        "term",
        "en",
        "short",
        "issued_by",
        "issued",
        "effective",
        "problem",
        "source",
        "value",
        "why",
        "name",
        "name_en",
        "wrong",
        "right",
        "answers",
        "aspect",
        "begins_when",
        "owner",
        "number",
        "missed",
        "status_note",
        "asks",
    ]
)
LISTS = frozenset(
    [
        "also",
        "prepare",
        "how",
        "requirements",
        "cautions",
        "records",
        "discussion",
        "ask",
        "background",
        "points",
        "results",
        "watch",
        "themes",
        "signature",
        "notes",
        "sources",
        "checks",
    ]
)


def poison(value: Any, field: str = "", kind: str = "") -> Any:
    """Put hostile text into every field that takes words."""
    if isinstance(value, dict):
        return {key: poison(inner, key, kind) for key, inner in value.items()}
    if isinstance(value, list):
        return [poison(inner, field + "[]", kind) for inner in value]
    if not isinstance(value, str):
        return value
    if field == "text" and kind == "flow":
        return SHORT
    if field == "short" and kind == "roles":
        return TINY
    if field in WORDS or field.removesuffix("[]") in LISTS:
        holes = "".join(re.findall(r"\{\{\w+\}\}", value))
        return LONG.replace("{7*7}", holes) if holes else LONG
    return value


@pytest.fixture
def poisoned(minimal: Path) -> Path:
    """The minimal handbook with hostile words in every field, built."""
    for path in [*minimal.rglob("content/**/*.yml"), *minimal.rglob("flows/**/*.yml"), *minimal.glob("cases/*.yml")]:
        kind = "flow" if path.parent.name == "flows" else path.stem
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        data = poison(_plain(yaml.safe_load(path.read_text("utf-8")), data), "", kind)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    command = Path(sys.executable).parent / "handbook"
    built = subprocess.run([command, "build"], cwd=minimal, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return minimal / "site"


def _plain(typed: Any, text: Any) -> Any:
    """YAML 1.1 turns days into dates and 是 stays: take numbers and booleans as typed, all else as text."""
    if isinstance(text, dict):
        return {key: _plain(value, inner) for (key, inner), value in zip(text.items(), typed.values(), strict=True)}
    if isinstance(text, list):
        return [_plain(value, inner) for value, inner in zip(typed, text, strict=True)]
    return typed if isinstance(typed, bool | int) else text


def test_hostile_words_are_shown_as_words(poisoned: Path, open_page: Callable[..., Page]) -> None:
    """No page runs them, no element comes of them, and they can be read."""
    for path in sorted(poisoned.rglob("*.html")):
        page = open_page(path.as_uri())
        assert page.evaluate("window.hacked") is None, path
        assert page.locator("img[src=x], b b").count() == 0, path
        if path.name == "hold-meeting.html":
            title = page.locator(".present h2" if path.parent.name == "present" else "h1")
            assert "<script>window.hacked=1</script>" in title.inner_text()
            assert "{7*7}" in title.inner_text()

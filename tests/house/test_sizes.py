"""Files and functions small enough to be read at once, and a bundle small enough for an office's network."""

import ast
import gzip
import statistics
from pathlib import Path

import pytest

from house.sources import PACKAGE, ROOT, name_of, own, tree_of

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 299, 49, 99
MEDIAN_FUNCTION = 9
BUDGET = {"handbook.js": 30_000, "handbook.css": 20_000, "present.js": 60_000, "present.css": 20_000}
"""Bytes gzipped of what a procedure page loads of ours, and of what a deck does."""


def lines(path: Path) -> int:
    """Count a file's lines."""
    return len(path.read_text("utf-8").splitlines())


def functions(path: Path) -> dict[str, int]:
    """Give a file's functions: name → lines of code, without docstring, blank lines and comments."""
    text = path.read_text("utf-8").splitlines()
    return {
        f"{name_of(path)}:{node.lineno} {node.name}": code_lines(node, text)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef, text: list[str]) -> int:
    """Count a function's lines of code, from ``def`` to its end."""
    span = set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        span -= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return sum(1 for number in span if text[number - 1].strip() and not text[number - 1].lstrip().startswith("#"))


def test_no_source_file_is_long() -> None:
    """Python, TypeScript and style sheets stay under 300 lines."""
    sources = own(".py", ".ts", ".mjs", ".css", under=ROOT)
    assert {name_of(path): lines(path) for path in sources if lines(path) > LONGEST_FILE} == {}


def test_no_template_is_long() -> None:
    """Templates stay under 100 lines."""
    templates = own(".html", under=PACKAGE)
    assert {name_of(path): lines(path) for path in templates if lines(path) > LONGEST_TEMPLATE} == {}


def test_functions_are_short() -> None:
    """Each under 50 lines, half of them under nine."""
    found = {name: size for path in own(".py", under=PACKAGE) for name, size in functions(path).items()}
    assert {name: size for name, size in found.items() if size > LONGEST_FUNCTION} == {}
    assert statistics.median(found.values()) < MEDIAN_FUNCTION


@pytest.mark.parametrize("name", sorted(BUDGET))
def test_the_bundle_keeps_to_its_budget(name: str) -> None:
    """What every page loads of ours is small."""
    assert len(gzip.compress((PACKAGE / "theme" / "assets" / name).read_bytes(), 9)) <= BUDGET[name]

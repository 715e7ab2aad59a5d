"""What journeys over the desk do again and again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

Opener = Callable[..., Page]
HTTP_FIRST = pytest.mark.parametrize("address", ["http", pytest.param("file", marks=pytest.mark.sweep)], indirect=True)
FILE_FIRST = pytest.mark.parametrize("address", ["file", pytest.param("http", marks=pytest.mark.sweep)], indirect=True)
"""Both addresses in the sweep, and one of them each time."""
ELECTION = "branch-election"
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = """() => {
  let size = 4 * 1024 * 1024;
  for (let part = 0; size >= 1; part++) {
    try { localStorage.setItem('other/' + part, 'x'.repeat(size)); } catch (error) { size = Math.floor(size / 2); }
  }
}"""
STATES = """() => Object.fromEntries(Array.from(document.querySelectorAll('.hb-task[data-step]'),
  (row) => [row.dataset.step, row.dataset.status]))"""


def begin(page: Page, address: str, slug: str = ELECTION, **dates: str) -> str:
    """Start a case as readers do; gives its id."""
    page.goto("about:blank")
    page.goto(f"{address}desk.html#start={slug}")
    page.wait_for_selector("[data-do=begin]")
    for name, day in dates.items():
        page.fill(f"[data-field={name.replace('_', '-')}]", day)
    page.click("[data-do=begin]")
    page.wait_for_selector("[data-hb=desk-tasks]")
    return page.url.partition("#case=")[2]


def tick(page: Page, step: str, answer: str = "done") -> None:
    """Open a step's row if it is folded, and say how far it is or what was decided."""
    row = page.locator(f".hb-task[data-step={step}]")
    if row.locator(".hb-task__open").get_attribute("aria-expanded") == "false":
        row.locator(".hb-task__open").click()
    row.locator(f'input[type=radio][value="{answer}"]').check()


def states(page: Page) -> dict[str, str]:
    """The status of each step as the page shows it."""
    found: dict[str, str] = page.evaluate(STATES)
    return found


def kept(page: Page, id_: str) -> dict[str, Any]:
    """A case as the storage holds it."""
    text = page.evaluate("(name) => JSON.parse(localStorage.getItem(name)).text", f"hb-desk:case:{id_}")
    case: dict[str, Any] = json.loads(text)
    return case


def handed(page: Page, address: str, path: Path) -> dict[str, Any]:
    """Save a handover file; gives what is in it."""
    page.goto(f"{address}desk.html#handover")
    with page.expect_download() as download:
        page.click("[data-do=hand]")
    download.value.save_as(path)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def read_in(page: Page, address: str, path: Path) -> None:
    """Choose a handover file, and wait until it is shown or refused."""
    page.goto(f"{address}desk.html#handover")
    page.set_input_files("[data-hb=desk-file]", path)
    page.wait_for_selector("[data-hb=desk-arrivals] > *")


def write(path: Path, value: Any) -> Path:
    """A file with a value as JSON, or with a text as it is."""
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), "utf-8")
    return path

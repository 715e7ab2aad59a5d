"""What the tests of the projection ask of a deck."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from_a_folder = pytest.mark.parametrize(
    "address", ["file", pytest.param("http", marks=pytest.mark.sweep)], indirect=True
)
"""From a folder always, from a server in the sweep: the folder is what forbids more."""

WALLS = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))

CLIPPED = """() => {
  const stage = document.querySelector('[data-hb="present-stage"]').getBoundingClientRect();
  const unit = Math.min(innerWidth / 1024, innerHeight / 768);
  const wrong = [];
  for (const section of document.querySelectorAll('[data-hb="present-slide"]')) {
    const before = section.style.cssText;
    section.style.cssText = 'display: block !important; visibility: visible';
    const frame = section.getBoundingClientRect();
    for (const element of section.querySelectorAll('*')) {
      if (element.closest('svg')) continue;
      const box = element.getBoundingClientRect();
      const says = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
      if (says && parseFloat(getComputedStyle(element).fontSize) < 23.99 * unit)
        wrong.push(`${section.id}: small ${element.tagName}.${element.className}`);
      if (box.width && (box.bottom > stage.bottom + 1 || box.right > frame.right + 1 || box.left < frame.left - 1))
        wrong.push(`${section.id}: ${element.tagName}.${element.className} ends at ${Math.round(box.bottom)},` +
          ` ${Math.round(box.right)} of ${Math.round(stage.bottom)}, ${Math.round(frame.right)}`);
    }
    for (const words of section.querySelectorAll('.hb-view text')) {
      const [box, view] = [words.getBoundingClientRect(), words.closest('svg').getBoundingClientRect()];
      if (box.top < view.top - 1 || box.bottom > view.bottom + 1) wrong.push(`${section.id}: cut ${words.textContent}`);
    }
    section.style.cssText = before;
  }
  return wrong;
}"""
"""What of any slide is cut off or under 24 px (of a wall of 1024 × 768) high."""

SEEN = """() => {
  const shown = document.querySelectorAll('.slides > section.present');
  const here = document.querySelector('.hb-here');
  return {hash: location.hash, slides: Array.from(shown).map((one) => one.id), node: here ? here.dataset.node : '',
    open: document.querySelectorAll('.slides > section.present .fragment.visible').length,
    next: document.querySelector('[data-hb="present-next"]').textContent};
}"""
"""What is on the wall."""

Flow = dict[str, tuple[str, str, str, list[tuple[str, str]]]]


def open_deck(page: Page, address: str) -> None:
    """Open a deck and wait until it is ready."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("body[data-ready]")


def speaker_of(page: Page) -> Page:
    """Open the speaker's window by its key and wait until it is ready."""
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.wait_for_selector("body[data-ready]")
    return speaker


def flow_of(page: Page) -> Flow:
    """The flow of the open deck."""
    flow: Flow = json.loads(page.evaluate("() => document.body.dataset.flow") or "{}")
    return flow


def trail(page: Page) -> list[str]:
    """The nodes that were passed, by the address."""
    hash_ = str(page.evaluate("() => location.hash"))
    _, _, walk = hash_.partition("walk=")
    return [part for part in walk.partition("&")[0].split(".") if part]


def seen(page: Page) -> dict[str, Any]:
    """What is on the wall."""
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


def decks(site: Path) -> Iterator[str]:
    """The slugs of all decks."""
    return (path.stem for path in sorted((site / "present").glob("*.html")))


def with_flow(site: Path) -> list[str]:
    """The slugs of all decks that have a flow."""
    return [
        slug for slug in decks(site) if 'data-flow=""' not in (site / "present" / f"{slug}.html").read_text("utf-8")
    ]

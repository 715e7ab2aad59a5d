"""Search in the browsers that Playwright does not drive: Chromium 79, and Firefox where it is installed."""

import shutil
from pathlib import Path

import pytest

from browser.engines.old import OldChromium, Visit

ELECTION = "branch-building/branch-election.html"

TYPE = """new Promise((done) => {
  const input = document.querySelector('.hb-header [data-hb="search-input"]');
  let worst = 0, when = 0, last = performance.now(), first = 0;
  const begun = last;
  const tick = () => {
    const now = performance.now();
    if (now - last > worst) { worst = now - last; when = last - begun; }
    last = now;
  };
  const beat = new MessageChannel();
  beat.port1.onmessage = () => { tick(); if (!window.__over) beat.port2.postMessage(0); };
  beat.port2.postMessage(0);
  input.focus(); input.value = TEXT; input.dispatchEvent(new Event('input', {bubbles: true}));
  const look = () => {
    const hit = document.querySelector('[data-hb="search-hit"]');
    if (hit && !first) first = performance.now() - begun;
    const spent = performance.now() - begun;
    if ((first && spent > first + 1500) || spent > 20000) {
      window.__over = true;
      const slug = hit ? hit.dataset.slug : '';
      done({slug, first: Math.round(first), worst: Math.round(worst), when: Math.round(when)});
    } else setTimeout(look, 30);
  };
  look();
})"""
"""Type, wait for the hits and 1.5 s more, and note how long the page's own thread was ever held."""


TEXTS = ("怎么选举", "huanjiexuanju", "到会的人不够还能选吗")


def test_the_oldest_browser_finds_as_well(old_chromium: OldChromium, address: str) -> None:
    """Chromium 79; how long its thread is held is measured by ``bench/keys.py``."""
    visits = [Visit(address + ELECTION, {"seen": TYPE.replace("TEXT", repr(text))}) for text in TEXTS]
    for sight in old_chromium.look(visits):
        assert sight.engine.startswith("HeadlessChrome/79."), sight.engine
        assert sight.complaints == []
        assert sight.values["seen"]["slug"] == "branch-election"


@pytest.mark.skipif(shutil.which("firefox-esr") is None, reason="Firefox is not installed")
def test_firefox_finds_as_well(address: str) -> None:
    """Firefox, over WebDriver BiDi."""
    fox = OldChromium(Path(__file__).parent / "engines" / "fox.mjs")
    visits = [Visit(address + ELECTION, {"seen": TYPE.replace("TEXT", repr(text))}) for text in TEXTS]
    for sight in fox.look(visits):
        assert sight.engine.startswith("Firefox/"), sight.engine
        assert [complaint for complaint in sight.complaints if complaint.startswith("error")] == []
        assert sight.values["seen"]["slug"] == "branch-election"
        outside = [url for url in sight.requests if not url.startswith((address, "data:", "file:"))]
        assert outside == []

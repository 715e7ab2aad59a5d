"""How quick the projection is: the first slide, and from a key to the slide it brings.

    python bench/present.py [SITE]

SITE is a built handbook (``site`` without a word). Opened from the folder, in today's Chromium and in Chromium 79.
"""

import gzip
import json
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser.engines.old import OldChromium, Visit  # noqa: E402

DECKS = ("branch-election", "probation-extension", "branch-building")
READY = "performance.getEntriesByName('hb-present-ready')"
FIRST = f"""new Promise((done) => {{
  const look = () => {READY}.length ? done({READY}[0].startTime) : setTimeout(look, 5);
  look();
}})"""
PRESSED = """(async () => {
  const spent = [];
  for (let n = 0; n < 120; n += 1) {
    const key = n < 60 ? 'PageDown' : 'PageUp';
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    spent.push(performance.now() - start);
  }
  return JSON.stringify(spent);
})()"""
"""Milliseconds from each key to the frame that shows its slide."""


def told(engine: str, deck: str, first: float, pressed: str) -> None:
    """Print a line of figures."""
    spent = json.loads(pressed)
    p95 = statistics.quantiles(spent, n=20)[18]
    print(f"{engine}, {deck}: first slide {first:.0f} ms, key to slide p95 {p95:.0f} ms, worst {max(spent):.0f} ms")


def main() -> None:
    """Measure some decks in both browsers."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    size = sum(len(gzip.compress((site / "assets" / name).read_bytes(), 9)) for name in ("present.js", "present.css"))
    print(f"the projection's script and style: {size} bytes gzipped")
    addresses = [f"{(site / 'present').as_uri()}/{deck}.html" for deck in DECKS]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for deck, address in zip(DECKS, addresses, strict=True):
            page = browser.new_page(viewport={"width": 1024, "height": 768})
            page.goto(address)
            told(f"Chromium {browser.version}", deck, page.evaluate(FIRST), page.evaluate(PRESSED))
            page.close()
        browser.close()
    visits = [Visit(address, {"first": FIRST, "pressed": PRESSED}, width=1024, height=768) for address in addresses]
    for deck, sight in zip(DECKS, OldChromium(ROOT / "tests/browser/engines/old.mjs").look(visits), strict=True):
        told(sight.engine, deck, sight.values["first"], sight.values["pressed"])


if __name__ == "__main__":
    main()

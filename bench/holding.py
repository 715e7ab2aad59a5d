"""How long the search ever holds a page's own thread, and how soon a key is answered, in Chromium 79.

One script does it inside the page: it sends itself a message after every task, so that the longest wait between two is
the longest task; it types as a reader does, and counts from each key to the frame that shows its results.
"""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser.engines.old import OldChromium, Visit  # noqa: E402

__all__ = ["in_old_chromium"]
TIMES = 5
"""How often everything is done; the least is given, since whatever else the machine does only adds to it."""

PROBE = """(async () => {
  const words = WORDS, pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const input = document.querySelector('[data-hb="search"] input');
  const panel = document.querySelector('[data-hb="search-panel"]');
  let held = 0, last = performance.now(), over = false;
  const beat = new MessageChannel();
  beat.port1.onmessage = () => {
    const now = performance.now();
    [held, last] = [Math.max(held, now - last), now];
    if (!over) beat.port2.postMessage(0);
  };
  beat.port2.postMessage(0);
  const say = (text) => { input.value = text; input.dispatchEvent(new Event('input', {bubbles: true})); };
  const begun = performance.now();
  input.focus();
  say(words[0]);
  while (!document.querySelector('[data-hb="search-hit"]') && performance.now() - begun < 60000) await pause(5);
  const first = performance.now() - begun;
  await pause(2500);
  over = true;
  await pause(50);
  const spent = [];
  for (const word of words) for (let end = 1; end <= word.length; end++) {
    const from = performance.now();
    const shown = new Promise((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - from), 0));
      });
      watch.observe(panel, {childList: true});
    });
    say(word.slice(0, end));
    spent.push(await Promise.race([shown, pause(5000).then(() => 5000)]));
    await pause(60 + Math.random() * 17);
  }
  return {first, held, spent};
})()"""


def in_old_chromium(address: str, words: tuple[str, ...]) -> dict[str, Any]:
    """Give milliseconds: ``first`` to the first results, ``held`` the longest task while loading, ``spent`` by key."""
    old = OldChromium(ROOT / "tests" / "browser" / "engines" / "old.mjs")
    probe = PROBE.replace("WORDS", json.dumps(words))
    seen = [old.look([Visit(address, {"seen": probe})])[0].values["seen"] for _ in range(TIMES)]
    least = {name: min(one[name] for one in seen) for name in ("first", "held")}
    return {**least, "spent": min((one["spent"] for one in seen), key=lambda spent: sorted(spent)[-len(spent) // 20])}

"""How soon results stand on the page: after each key, and after the first key on a page just opened, beside Material.

    python bench/keys.py [COUNT]

Builds this handbook and a made one of COUNT (1,000) procedures, types into the box of the header, prints milliseconds
and what was loaded, in today's Chromium and in Chromium 79. A key is answered when the frame that shows the results has
been drawn.
"""

import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from holding import in_old_chromium
from made import write_handbook, write_markdown
from serving import served

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
HANDBOOK = [sys.executable, "-c", "from handbook.cli import main; main()", "build"]
OURS = ('[data-hb="search"] input', '[data-hb="search-panel"]')
THEIRS = (".md-search__input", ".md-search-result__list")
"""The box, and where its results stand."""
REAL = (
    "到会的人不够还能选吗",
    "换届选举",
    "huanjiexuanju",
    "how to hold an election",
    "党费交多少",
    "组织生活会怎么开",
)
MADE = ("召开会议研究事项", "拟写请示怎么报", "当场计票宣布结果", "人数够不够")

CLOCK = """([box, list]) => {
  const input = document.querySelector(box);
  window.__spent = [];
  let begun = 0;
  input.addEventListener('input', () => { begun = performance.now(); }, true);
  new MutationObserver(() => {
    const from = begun;
    if (!from || !document.querySelector(list).childElementCount) return;
    begun = 0;
    requestAnimationFrame(() => setTimeout(() => window.__spent.push(performance.now() - from), 0));
  }).observe(document.querySelector(list), {childList: true});
}"""


def cold(browser: Browser, address: str, names: tuple[str, str], text: str) -> float:
    """Give milliseconds from the first key on a page just opened to the first results."""
    page = browser.new_context().new_page()
    page.goto(address, wait_until="load")
    page.evaluate(CLOCK, list(names))
    page.evaluate("(box) => document.querySelector(box).focus()", names[0])
    page.keyboard.insert_text(text)
    page.wait_for_function("window.__spent.length > 0", timeout=300_000)
    spent = float(page.evaluate("window.__spent[0]"))
    page.context.close()
    return spent


def keys(page: Page, address: str, words: tuple[str, ...]) -> list[float]:
    """Give milliseconds from each key to its results, once all is loaded."""
    page.goto(address)
    page.focus(OURS[0])
    page.keyboard.insert_text(words[0])
    page.wait_for_selector('[data-hb="search-hit"]')
    page.wait_for_timeout(3000)
    page.evaluate(CLOCK, list(OURS))
    for word in words:
        page.evaluate("(box) => { document.querySelector(box).value = '' }", OURS[0])
        for letter in word:
            page.keyboard.insert_text(letter)
            page.wait_for_timeout(120)
    return sorted(page.evaluate("window.__spent"))


def loaded(site: Path) -> dict[str, int]:
    """Give what the first search loads, gzipped: to the first results, and all."""
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (site / "assets" / "search").glob("*.js")}
    return {
        "to the first results": sum(size for name, size in sizes.items() if not name.startswith(("texts", "terminal"))),
        "and running text": sum(size for name, size in sizes.items() if not name.startswith("terminal")),
    }


def show(name: str, spent: list[float]) -> None:
    """Print the middle, the 95th percentile and the worst."""
    late = sorted(spent)[max(0, round(len(spent) * 0.95) - 1)]
    print(
        f"{name}: {len(spent)} keys, median {statistics.median(spent):.1f} ms, p95 {late:.1f}, worst {max(spent):.1f}"
    )


def show_old(name: str, address: str, words: tuple[str, ...]) -> None:
    """Print what Chromium 79 does."""
    seen = in_old_chromium(address, words)
    show(f"{name}, Chromium 79", seen["spent"])
    print(f"{name}, Chromium 79: first results after {seen['first']:.0f} ms, thread held {seen['held']:.0f} ms at most")


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        write_handbook(folder / "ours", count, ROOT / "tests" / "sites" / "minimal")
        write_markdown(folder / "theirs", count)
        for command, where in (
            (HANDBOOK, ROOT),
            (HANDBOOK, folder / "ours"),
            ([str(BIN / "mkdocs"), "build", "-q"], folder / "theirs"),
        ):
            subprocess.run(command, cwd=where, check=True, capture_output=True)
        shell = shutil.which("chromium-headless-shell")
        browser = playwright.chromium.launch(executable_path=shell, args=["--no-sandbox"])
        print(json.dumps(loaded(ROOT / "site")))
        with served(ROOT / "site") as address:
            election = f"{address}branch-building/branch-election.html"
            show("this handbook", keys(browser.new_page(), election, REAL))
            show_old("this handbook", election, REAL)
        with served(folder / "ours" / "site") as ours, served(folder / "theirs" / "site") as theirs:
            show(f"{count} procedures", keys(browser.new_page(), f"{ours}chapter-1/task-1.html", MADE))
            show_old(f"{count} procedures", f"{ours}chapter-1/task-1.html", MADE)
            for text in MADE:
                mine = statistics.median(cold(browser, f"{ours}chapter-1/task-1.html", OURS, text) for _ in range(3))
                other = statistics.median(
                    cold(browser, f"{theirs}chapter-1/task-1.html", THEIRS, text) for _ in range(5)
                )
                share = mine / other
                print(
                    f"first key on a cold page, {text}: {mine:.0f} ms, Material {other:.0f} ms, {share:.3f} of it",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()

"""The same report for the searches we might have taken: Material with jieba, and MiniSearch with pairs of characters.

    python bench/rivals.py [--open]

Builds the handbook, gives the words of its pages to both, asks both the queries of tests/search (those set aside, or
with ``--open`` the others) in a browser, and prints the figures of ``bench/search.py`` for each.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from search import ROOT, Query, Tally, answerable, engine_of, held_queries, open_queries, rank
from serving import served

BIN = Path(sys.executable).parent
SETTINGS = """site_name: 手册
docs_dir: docs
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins:
  - search: {lang: [zh, en], separator: '[\\s\\u200b\\-]'}
markdown_extensions: [md_in_html]
"""
PAGE = re.compile(r'<article class="md-content__inner[^>]*>(.*)</article>\s*</div>', re.S)
LEFT_OUT = re.compile(r"<(svg|script|style|template|noscript|button)\b.*?</\1>", re.S)

MATERIAL = """async (index) => {
  const worker = new Worker(WORKER);
  const given = await (await fetch(index)).json();
  const answers = [];
  const next = () => new Promise((done) => answers.push(done));
  worker.onmessage = ({data}) => { const done = answers.shift(); if (done) done(data); };
  const ready = next();
  worker.postMessage({type: 0, data: {...given, options: {suggest: false}}});
  await ready;
  window.ask = async (text) => {
    const got = next();
    worker.postMessage({type: 2, data: text});
    const answer = await got;
    const items = answer.data.items || answer.data.results || answer.data;
    return items.map((group) => group[0].location.split('#')[0]);
  };
}"""

MINISEARCH = """async (index) => {
  const given = await (await fetch(index)).json();
  const cut = (text) => (text.toLowerCase().match(/[\\u3400-\\u9fff]+|[a-z]+|[0-9]+/g) || []).flatMap((run) =>
    /[\\u3400-\\u9fff]/.test(run) && run.length > 1 ? [...run].slice(1).map((letter, at) => run[at] + letter) : [run]);
  const mini = new MiniSearch({fields: ['title', 'text'], storeFields: ['page'], tokenize: cut,
    searchOptions: {tokenize: cut, boost: {title: 4}, prefix: true,
      fuzzy: (word) => /^[a-z]{4,}$/.test(word) ? 0.2 : false}});
  const plain = (text) => text.replace(/<[^>]*>/g, ' ').replace(/\\u200b/g, '');
  mini.addAll(given.docs.map((one, id) => (
    {id, title: plain(one.title), text: plain(one.text), page: one.location.split('#')[0]})));
  window.ask = async (text) => mini.search(text).slice(0, 60).map((hit) => hit.page);
}"""


def write_pages(site: Path, folder: Path) -> None:
    """Write the words of every entry's page as MkDocs takes them."""
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site)
        found = re.search(
            r'<article class="md-content__inner[^>]*>(.*)</article>\s*</div>', page.read_text("utf-8"), re.S
        )
        if not found or len(name.parts) != 2 or name.stem == "index" or name.parts[0] in ("present", "print"):
            continue
        words = re.sub(r"\s*\n\s*", "\n", LEFT_OUT.sub("", found[1]))
        title = re.search(r"<title>([^<]*?)(?: - [^<]*)?</title>", page.read_text("utf-8"))
        target = folder / "docs" / name.with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"---\ntitle: {json.dumps(title[1] if title else '', ensure_ascii=False)}\n---\n\n{words}\n", "utf-8"
        )
    (folder / "docs" / "index.md").write_text("# 手册\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")


def build(folder: Path) -> None:
    """Build the handbook and, of its words, a site as Material makes it."""
    with (folder / "log").open("w") as log:
        subprocess.run(
            [sys.executable, "-c", "from handbook.cli import main; main()", "build"], cwd=ROOT, check=True, stdout=log
        )
        write_pages(ROOT / "site", folder)
        subprocess.run([BIN / "mkdocs", "build", "-q"], cwd=folder, check=True, stdout=log, stderr=log)


def report(name: str, asked: list[Query], ask: Callable[[str], list[str]], known: dict[str, tuple[str, str]]) -> None:
    """Ask every query and print the figures by style."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for query in asked:
        pages = [page for page in dict.fromkeys(ask(query["q"])) if page in known]
        hits: list[dict[str, Any]] = [{"kind": known[page][0], "slug": known[page][1]} for page in pages[:10]]
        if query["style"] == "none":
            tallies["none"].add(0 if hits else 1, not hits)
            continue
        for style in (query["style"], "all"):
            tallies[style].add(rank(query, hits), not hits)
    print(f"{name}\n{'style':12} count   top-1   top-3     mrr    none")
    for style, tally in tallies.items():
        print(f"{style:12} {tally.line()}")


def in_browser(page: Page, address: str, script: str) -> Callable[[str], list[str]]:
    """Set a search up in a page; give the way to ask it."""
    page.evaluate(script, address)
    return lambda text: page.evaluate("(text) => ask(text)", text)


def main() -> None:
    """Print both reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--open", action="store_true")
    given = parser.parse_args()
    engine = engine_of(ROOT)
    entries = engine.contents["entries"]
    engine.close()
    asked = answerable(open_queries() if given.open else held_queries(), entries)
    known = {entry["url"]: (entry["kind"], entry["slug"]) for entry in entries if "#" not in entry["url"]}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build(folder)
        with served(folder / "site") as address:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"{address}index.html")
            worker = next((folder / "site" / "assets" / "javascripts" / "workers").glob("search.*.js"))
            script = MATERIAL.replace("WORKER", json.dumps(f"{address}assets/javascripts/workers/{worker.name}"))
            report("Material with jieba", asked, in_browser(page, f"{address}search/search_index.json", script), known)
            page.add_script_tag(path=str(ROOT / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"))
            report(
                "MiniSearch, pairs", asked, in_browser(page, f"{address}search/search_index.json", MINISEARCH), known
            )
            browser.close()


if __name__ == "__main__":
    main()

"""The page agrees with the scorer of the terminal on every form, in both browsers, and is quick about it."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit
from browser.formpage import FILL, fill_in, said, saved, typed
from handbook import scoring
from scoring.forms import entries, form_of
from scoring.sheets import random_sheet

SHEETS = 2
CAUGHT = """(() => {
  URL.createObjectURL = (blob) => (window.caught = blob, 'data:,');
  HTMLAnchorElement.prototype.click = function () {};
})()"""
WAIT = """(window.waited = new Promise((done) => {
  let left = 100;
  const look = setInterval(() => {
    if (!window.caught && --left) return;
    clearInterval(look);
    done(window.caught ? window.caught.size : 0);
  }, 50);
}))"""


def scored(slug: str, answers: dict[str, Any], **texts: str) -> dict[str, Any]:
    """What the terminal says of a sheet."""
    return scoring.score(scoring.form_text(slug, form_of(slug)), [json.dumps({"form": slug, **answers, **texts})])


@pytest.mark.parametrize("slug", sorted(entries().forms))
def test_the_page_agrees_with_the_terminal(slug: str, site: Path, open_page: Callable[..., Page]) -> None:
    """Random sheets: total, grade, coefficient and pay, what follows, what is missing, and the code."""
    form, random = form_of(slug), Random(slug)
    for _ in range(SHEETS):
        answers = random_sheet(form, random)
        post = answers.pop("post", "")
        score = scored(slug, answers, **({"post": post} if post else {}))
        page = open_page((site / "forms" / f"{slug}.html").as_uri())
        total = fill_in(page, answers, **({"post": post} if post else {}))
        if "refusals" in score:
            assert total == "" and said(page, "form-problems")
            continue
        assert total == score["total"]
        told = [form.bands[score["band"]].title] if score["band"] else []
        told += [f"{score[key]}" for key in ("coefficient", "pay") if score[key] is not None]
        assert all(one in said(page, "form-band") for one in told)
        assert said(page, "form-code") == score["code"]
        follows = [form.actions[name].title for name in (*score["actions"], *score["pending"])]
        assert not score["complete"] or all(title in said(page, "form-actions") for title in follows)
        assert (str(len(score["missing"])) if score["missing"] else "已填完") in said(page, "form-missing")


@pytest.mark.parametrize("slug", ["chengzhuang-ladder", "election-checklist", "shanxi-onebook"])
def test_the_oldest_browser_agrees_too(slug: str, address: str, old_chromium: OldChromium) -> None:
    """Filling, the total, and every kind of file; nothing in the console."""
    answers = next(
        iter(sheet for sheet in (random_sheet(form_of(slug), Random(n)) for n in range(99)) if sheet["items"])
    )
    post = answers.pop("post", "")
    score = scored(slug, answers, **({"post": post} if post else {}))
    asked = json.dumps(typed(answers, **({"post": post} if post else {})))
    press = "window.caught = null, document.querySelector('[data-hb=form-export{}]').click(), " + WAIT
    expressions = {"total": f"({FILL})({asked})", "catch": CAUGHT}
    expressions |= {ending or "json": press.replace("{}", ending and f"-{ending}") for ending in ("", "csv", "xlsx")}
    expressions["saved"] = "document.querySelector('[data-hb=form-saved]').textContent"
    sight = old_chromium.look([Visit(f"{address}forms/{slug}.html", expressions)])[0]
    assert sight.complaints == []
    assert sight.values["total"] == score["total"]
    assert "已存在" in sight.values["saved"]
    assert all(sight.values[ending] > 100 for ending in ("json", "csv", "xlsx"))


def test_one_sheet_is_scored_in_five_milliseconds(site: Path, open_page: Callable[..., Page]) -> None:
    """The form of most items, its whole path from the key pressed to the page drawn included."""
    slug = max(entries().forms, key=lambda one: sum(len(part.items) for part in form_of(one).sections.values()))
    page = open_page((site / "forms" / f"{slug}.html").as_uri())
    answers = random_sheet(form_of(slug), Random(3))
    fill_in(page, {**answers, "flags": []})
    page.evaluate((site / "assets" / "scoring.js").read_text("utf-8"))
    times = page.evaluate(
        """([form, text]) => Array.from({length: 200}, () => {
          const begun = performance.now(); scoreText(form, [text]); return performance.now() - begun;
        }).sort((a, b) => a - b)""",
        [scoring.form_text(slug, form_of(slug)), json.dumps({"form": slug, **answers})],
    )
    assert times[100] < 5, times[100]


def test_the_ranking_page_gives_every_kind_of_file(
    address: str, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """The table as it is shown, words guarded; sheets are taken as CSV and workbooks too."""
    form = open_page(f"{address}forms/chengzhuang-ladder.html")
    files: list[Path] = []
    for ending, unit in (("csv", "=甲"), ("xlsx", "乙"), ("json", "丙")):
        sections = {"key": 45, "base": 30 + len(files), "innov": 0}
        fill_in(form, {"sections": sections, "items": {}, "flags": []}, unit=unit, period="2026Q3", post="一线")
        hook = "form-export" if ending == "json" else f"form-export-{ending}"
        files.append(saved(form, hook, tmp_path / f"{len(files)}.{ending}"))
    form.evaluate("localStorage.clear()")
    page = open_page(f"{address}forms/rank.html")
    page.select_option("[data-hb=ranking-form]", "chengzhuang-ladder")
    page.set_input_files("[data-hb=ranking-files]", files)
    page.wait_for_selector("[data-hb=ranking-table] tr >> nth=3")
    assert "'=甲" in saved(page, "ranking-csv", tmp_path / "table.csv").read_text("utf-8-sig")
    assert saved(page, "ranking-xlsx", tmp_path / "table.xlsx").read_bytes().startswith(b"PK")
    rows = json.loads(saved(page, "ranking-json", tmp_path / "table.json").read_text("utf-8"))["rows"]
    assert [(row["rank"], row["unit"], row["total"]) for row in rows] == [
        (1, "丙", "77"),
        (2, "乙", "76"),
        (3, "=甲", "75"),
    ]
    page.evaluate((Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        "axe.run(document.querySelector('main'), {preload: false}).then(r => r.violations.map(v => v.id))"
    )
    assert found == []

"""A scoring form in a browser: it agrees with the scorer, keeps its sheet, refuses bad files and is accessible."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from scoring.forms import ROOT, entries

HOSTILE = {
    "proto": '{"form": "chengzhuang-ladder", "__proto__": {"x": 1}}',
    "markup": '{"form": "<img src=x onerror=alert(1)>"}',
    "endless": '{"form": "chengzhuang-ladder", "items": {"duty": 1e309}}',
    "wide": '{"form": "chengzhuang-ladder", "items": {"duty": "０．５"}}',
    "damaged": '{"form":',
    "large": '{"form": "' + "x" * 50_000_000 + '"}',
}


def said(page: Page, hook: str) -> str:
    """What stands at a hook."""
    return page.inner_text(f"[data-hb={hook}]")


def fill(page: Page, **sections: str) -> None:
    """Fill in subtotals."""
    for name, points in sections.items():
        page.fill(f"[data-section={name}] [data-field=section]", points)


@pytest.mark.parametrize("slug", sorted(entries().forms))
def test_the_page_gives_the_worked_examples(slug: str, site: Path, open_page: Callable[..., Page]) -> None:
    """Total and band of every example, and axe-free hooks for each section and item."""
    form = entries().forms[slug].model
    for example in form.examples:
        if example.items or example.earlier or example.parameters:
            continue
        page = open_page((site / "forms" / f"{slug}.html").as_uri())
        if page.query_selector(".hb-form__year") and not set(example.sections) & set(form.sections):
            page.click(".hb-form__year summary")
        fill(page, **{name: f"{points:g}" for name, points in example.sections.items()})
        for flag in example.flags:
            page.check(f"[data-flag={flag}]")
        assert said(page, "form-total") == example.gives["total"]
        band = example.gives.get("band")
        assert (form.bands[band].title if isinstance(band, str) else "") in said(page, "form-band")


def test_a_sheet_outlives_its_window_and_is_never_overwritten(site: Path, open_page: Callable[..., Page]) -> None:
    """Typed, closed, opened again; two windows on one sheet: the second change is told, not lost."""
    page = open_page((site / "forms" / "chengzhuang-ladder.html").as_uri())
    page.type("[data-field=unit]", "甲队")
    page.type("[data-field=period]", "2026Q3")
    fill(page, key="39.5", base="50", innov="8")
    assert page.locator("[data-hb=form-sheets] p").count() == 1
    other = page.context.new_page()
    other.goto(page.url)
    other.click("[data-hb=form-sheets] button >> nth=0")
    assert said(other, "form-total") == "97.5"
    fill(other, base="51")
    fill(page, base="52")
    assert "没有覆盖" in said(page, "form-saved")


def test_hostile_files_are_refused_and_nothing_is_lost(
    site: Path, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """Each with a sentence; the sheet on the page stays; a file of its own comes back exactly."""
    page = open_page((site / "forms" / "chengzhuang-ladder.html").as_uri())
    fill(page, key="39.5", base="50", innov="8")
    with page.expect_download() as download:
        page.click("[data-hb=form-export]")
    own = tmp_path / "own.json"
    download.value.save_as(own)
    assert json.loads(own.read_text("utf-8"))["sections"] == {"key": 39.5, "base": 50, "innov": 8}
    for name, text in HOSTILE.items():
        file = tmp_path / f"{name}.json"
        file.write_text(text, "utf-8")
        page.set_input_files("[data-hb=form-import]", file)
        page.wait_for_function(f"document.querySelector('[data-hb=form-problems]').textContent.includes('{name}.json')")
        assert said(page, "form-total") == "97.5"
    fill(page, key="1", base="1")
    page.set_input_files("[data-hb=form-import]", own)
    page.wait_for_function("document.querySelector('[data-hb=form-total]').textContent === '97.5'")


@pytest.mark.parametrize("slug", sorted(entries().forms))
def test_axe_finds_nothing(slug: str, site: Path, open_page: Callable[..., Page]) -> None:
    """On the form itself."""
    page = open_page((site / "forms" / f"{slug}.html").as_uri())
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    asked = "axe.run(document.querySelector('form'), {preload: false}).then(r => r.violations.map(v => v.id))"
    found = page.evaluate(asked)
    assert found == []


def test_the_ranking_page_ranks_and_refuses(site: Path, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Three sheets of one form, one of another: the table and the reason; words stay words."""
    page = open_page((site / "forms" / "rank.html").as_uri())
    page.select_option("[data-hb=ranking-form]", "chengzhuang-ladder")
    files: list[Path] = []
    for unit, form, base in (("甲", "chengzhuang-ladder", 50), ("<b>乙", "chengzhuang-ladder", 40), ("丙", "other", 1)):
        file = tmp_path / f"{len(files)}.json"
        sections = {"key": 45, "base": base, "innov": 0}
        file.write_text(json.dumps({"form": form, "unit": unit, "post": "一线", "sections": sections}), "utf-8")
        files.append(file)
    page.set_input_files("[data-hb=ranking-files]", files)
    page.wait_for_selector("[data-hb=ranking-table] td")
    rows = page.locator("[data-hb=ranking-table] tr").all_inner_texts()
    shown = [[cell.strip() for cell in row.split("\t")[:4]] for row in rows[1:]]
    assert shown == [["1", "甲", "一线", "95"], ["2", "<b>乙", "一线", "85"]]
    assert "反思检查、全矿通报" in rows[2]
    assert "另一张表" in said(page, "ranking-problems")

"""Nothing is lost: sheets outlive the window, two windows warn each other, and a storage that fails is told at once."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.formpage import fill_in, said, saved

LADDER = "chengzhuang-ladder"
SHEET = {"sections": {"key": 40, "base": 45, "innov": 2}, "items": {}, "flags": []}
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = """() => {
  let size = 4 * 1024 * 1024;
  for (let part = 0; size >= 1; part++) {
    try { localStorage.setItem('other/' + part, 'x'.repeat(size)); } catch (error) { size = Math.floor(size / 2); }
  }
}"""


@pytest.fixture
def page(address: str, open_page: Callable[..., Page]) -> Iterator[Page]:
    """The ladder with a sheet of one unit's."""
    page = open_page(f"{address}forms/{LADDER}.html")
    page.on("dialog", lambda dialog: dialog.accept())
    assert fill_in(page, SHEET, unit="甲队", period="2026Q3", post="一线") == "87"
    yield page
    page.evaluate("localStorage.clear()")


def test_sheets_are_listed_gone_on_with_copied_and_deleted(page: Page) -> None:
    """One a unit and period, with the time it was saved; a copy begins another period."""
    assert "已存在这台电脑上" in said(page, "form-saved")
    page.goto(page.url)
    assert said(page, "form-total") == "0"
    page.click("text=继续填 甲队 2026Q3")
    assert said(page, "form-total") == "87"
    page.click("text=照 甲队 2026Q3 另填一期")
    assert page.input_value("[data-field=period]") == ""
    page.fill("[data-field=period]", "2026Q4")
    page.fill("[data-section=key] [data-field=section]", "45")
    names = page.locator("[data-hb=form-sheets] p button:first-child").all_inner_texts()
    assert names == ["继续填 甲队 2026Q3", "继续填 甲队 2026Q4"]
    page.click("text=删除 甲队 2026Q3")
    assert page.locator("[data-hb=form-sheets] p").count() == 1
    assert said(page, "form-total") == "92"


def test_two_windows_warn_each_other_and_lose_nothing(page: Page, tmp_path: Path) -> None:
    """The one that was not touched is told; either may be kept; neither writes over the other in silence."""
    other = page.context.new_page()
    other.goto(page.url)
    other.click("text=继续填 甲队 2026Q3")
    fill_in(other, {"sections": {"base": 50}, "items": {}, "flags": []})
    page.wait_for_selector(".hb-form__warning")
    assert said(page, "form-total") == "87"
    fill_in(page, {"sections": {"base": 41}, "items": {}, "flags": []})
    assert "没有覆盖" in said(page, "form-saved")
    kept = page.evaluate("Object.keys(localStorage).map(key => localStorage.getItem(key)).join()")
    assert '\\"base\\": 50' in kept and '\\"base\\": 41' not in kept
    file = saved(page, "form-export", tmp_path / "mine.json")
    assert json.loads(file.read_text("utf-8"))["sections"]["base"] == 41
    page.click(".hb-form__warning button >> text=换成那边的")
    assert said(page, "form-total") == "92"
    fill_in(other, {"sections": {"base": 30}, "items": {}, "flags": []})
    page.wait_for_selector(".hb-form__warning")
    page.click(".hb-form__warning button >> text=以这边的为准")
    assert "已存在这台电脑上" in said(page, "form-saved")
    other.wait_for_selector(".hb-form__warning")
    other.close()


def test_a_full_storage_is_told_at_once_and_a_file_offered(page: Page, tmp_path: Path) -> None:
    """What was typed is still there and goes into the file."""
    page.evaluate(FULL)
    page.fill("[data-item=shift-talk] [data-note]", "长" * 2000)
    assert "存不进" in said(page, "form-saved")
    assert page.get_attribute("[data-hb=form-saved]", "role") == "alert"
    with page.expect_download() as download:
        page.click(".hb-form__warning button >> text=存成文件")
    download.value.save_as(tmp_path / "rescued.json")
    assert json.loads((tmp_path / "rescued.json").read_text("utf-8"))["notes"]["shift-talk"] == "长" * 2000


def test_a_cleared_storage_is_told_and_the_sheet_kept_again(page: Page) -> None:
    """Though nobody tells the page."""
    page.evaluate("localStorage.clear()")
    page.wait_for_selector(".hb-form__warning")
    assert "被清掉了" in said(page, "form-saved")
    page.click(".hb-form__warning button >> text=再存一次")
    assert "已存在这台电脑上" in said(page, "form-saved")
    assert page.locator("[data-hb=form-sheets] p").count() == 1


def test_a_blocked_storage_is_told_and_the_page_works(browser: Browser, file_address: str) -> None:
    """It scores, and offers a file."""
    window = browser.new_context()
    window.add_init_script(BLOCKED)
    page = window.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{file_address}forms/{LADDER}.html")
    assert fill_in(page, SHEET, unit="甲队") == "87"
    assert "存不进" in said(page, "form-saved")
    assert page.is_visible(".hb-form__warning button")
    window.close()
    assert [error for error in errors if "forms" in error] == []


def test_what_is_missing_is_one_jump_away(page: Page) -> None:
    """By the keyboard alone: the button leads to the first gap, and on when that is filled."""
    page.fill("[data-section=key] [data-field=section]", "")
    page.focus("[data-hb=form-missing] button")
    page.keyboard.press("Enter")
    place = "document.activeElement.closest('[data-item]').getAttribute('data-item')"
    assert page.evaluate(place) == "duty"
    page.keyboard.type("5")
    page.focus("[data-hb=form-missing] button")
    page.keyboard.press("Enter")
    assert page.evaluate(place) == "safety-duty"
    page.keyboard.type("５")
    assert "要写数" in said(page, "form-problems")
    assert page.get_attribute("[data-item=safety-duty] [data-field=item]", "aria-invalid") == "true"

"""The desk keeps what it can and tells at once what it cannot: two windows, a storage cleared, full or blocked."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.deskpage import BLOCKED, ELECTION, FULL, begin, kept, states, tick
from browser.engines.old import OldChromium, Visit


def test_two_windows_warn_each_other_and_lose_nothing(desk: Page, file_address: str) -> None:
    """The one that was not touched is told; what both changed is kept twice if one wishes, and never in silence."""
    id_ = begin(desk, file_address)
    other = desk.context.new_page()
    other.goto(desk.url)
    other.wait_for_selector("[data-hb=desk-tasks]")
    tick(other, "plan", "能")
    desk.wait_for_selector("[data-what=newer]")
    tick(desk, "plan", "不能")
    desk.wait_for_selector("[data-what=conflict]")
    assert kept(desk, id_)["steps"]["plan"]["answer"] == "能"
    desk.click("[data-do=mine]")
    desk.wait_for_function(f"!location.hash.includes('{id_}')")
    desk.wait_for_selector("[data-hb=desk-tasks]")
    assert states(desk)["request"] == "blocked"
    assert kept(desk, id_)["steps"]["plan"]["answer"] == "能"
    assert kept(desk, desk.url.partition("#case=")[2])["steps"]["plan"]["answer"] == "不能"
    other.close()


@pytest.mark.parametrize("act", ["anew", "let_go"])
def test_a_case_cleared_elsewhere_can_be_kept_again(desk: Page, file_address: str, act: str) -> None:
    """What the browser lost is still in the window: told, and kept again or let go as one wishes."""
    id_ = begin(desk, file_address)
    desk.evaluate("localStorage.clear()")
    desk.wait_for_selector("[data-what=cleared]")
    desk.click(f"[data-do={act}]")
    expect(desk.locator("[data-what]")).to_have_count(0)
    assert desk.evaluate("(name) => localStorage.getItem(name) !== null", f"hb-desk:case:{id_}") is (act == "anew")


def test_a_full_storage_is_told_at_once_and_a_file_offered(desk: Page, file_address: str, tmp_path: Path) -> None:
    """What was noted is still there and goes into the file; when there is room again it is kept."""
    id_ = begin(desk, file_address)
    desk.evaluate(FULL)
    desk.click("[data-do=jump]")
    desk.fill(".hb-task[data-step=plan] textarea", "长" * 2000)
    desk.wait_for_selector("[data-what=unsaved]")
    with desk.expect_download() as download:
        desk.click("[data-do=rescue]")
    download.value.save_as(tmp_path / "saved.json")
    (case,) = json.loads((tmp_path / "saved.json").read_text("utf-8"))["cases"]
    assert case["steps"]["plan"]["note"] == "长" * 2000
    desk.evaluate("Object.keys(localStorage).forEach((key) => /^other/.test(key) && localStorage.removeItem(key))")
    desk.fill(".hb-task[data-step=plan] textarea", "长" * 1999)
    expect(desk.locator("[data-what]")).to_have_count(0)
    assert kept(desk, id_)["steps"]["plan"]["note"] == "长" * 1999


def test_a_blocked_storage_is_told_before_anything_is_typed(
    browser: Browser, file_address: str, tmp_path: Path
) -> None:
    """The desk works all the same while the window is open, and hands everything over as a file."""
    window = browser.new_context()
    window.add_init_script(BLOCKED)  # the theme's own script complains of it
    desk = window.new_page()
    desk.goto(f"{file_address}desk.html#start={ELECTION}")
    desk.wait_for_selector("[data-what=unsaved]")
    desk.click("[data-do=begin]")
    tick(desk, "plan", "能")
    assert states(desk)["request"] == "todo"
    desk.click("[data-hb=desk-room] a[href='#cases']")
    expect(desk.locator("[data-hb=desk-cases] li")).to_have_count(1)
    found = handed_here(desk, tmp_path / "all.json")
    assert found["cases"][0]["steps"]["plan"]["answer"] == "能"
    window.close()


def handed_here(desk: Page, path: Path) -> dict[str, Any]:
    """Save a handover file without leaving the desk."""
    with desk.expect_download() as download:
        desk.click("[data-do=rescue]")
    download.value.save_as(path)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_a_damaged_case_is_shown_and_harms_no_other(desk: Page, file_address: str) -> None:
    """It can be saved as it is and removed; the rest of the desk works."""
    begin(desk, file_address)
    broken = json.dumps({"text": '{"id": "c-bro', "time": "", "mark": "1"})
    desk.evaluate("(text) => localStorage.setItem('hb-desk:case:c-broken', text)", broken)
    desk.goto("about:blank")
    desk.goto(f"{file_address}desk.html")
    expect(desk.locator("[data-hb=desk-cases] li")).to_have_count(1)
    desk.click("[data-hb=desk-damaged] [data-do=remove_damaged]")
    expect(desk.locator("[data-hb=desk-damaged]")).to_have_count(0)


OTHER = """new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.src = 'index.html';
  frame.onload = () => {
    const name = Object.keys(localStorage).find((key) => /^hb-desk:case:/.test(key));
    const kept = JSON.parse(localStorage.getItem(name));
    frame.contentWindow.localStorage.setItem(name, JSON.stringify({...kept, mark: 'another'}));
    const look = () => document.querySelector('[data-what]') ? done(document.querySelector('[data-what]').dataset.what)
      : setTimeout(look, 25);
    look();
  };
  document.body.append(frame);
})"""
BEGIN = """(async () => {
  const wait = () => new Promise((on) => setTimeout(on, 25));
  const until = async (found) => { while (!document.querySelector(found)) await wait(); };
  await until('[data-do=begin]');
  document.querySelector('[data-do=begin]').click();
  await until('.hb-task');
})()"""
NOTE = """(() => {
  document.querySelector('[data-do=jump]').click();
  const note = document.querySelector('.hb-task textarea');
  note.value = '长'.repeat(2000);
  note.dispatchEvent(new Event('input'));
  return document.querySelector('[data-what]').dataset.what;
})()"""


def test_chromium_79_warns_of_another_window_and_of_a_full_storage(
    old_chromium: OldChromium, http_address: str
) -> None:
    """As today's browser does."""
    start = f"{http_address}desk.html#start={ELECTION}"
    visits = [
        Visit(start, {"begin": BEGIN, "told": OTHER}),
        Visit(start, {"begin": BEGIN, "full": f"({FULL})()", "told": NOTE}),
    ]
    other, full = old_chromium.look(visits)
    assert (other.values["told"], full.values["told"]) == ("newer", "unsaved")
    assert other.complaints == full.complaints == []

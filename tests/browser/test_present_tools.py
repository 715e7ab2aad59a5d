"""What a trainer has at hand: the speaker's window, notes, jumps, the dark, other decks, and a sheet of paper."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.decks import CLIPPED, from_a_folder, open_deck, seen, speaker_of, trail, with_flow
from browser.engines.old import OldChromium, Visit

Opener = Callable[..., Page]
IN_STEP = "hash => document.body.dataset.speaker === hash"
OVER = """() => Array.from(document.querySelectorAll('.hb-bar, .hb-bar > *')).filter((one) =>
  one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2).map((one) => one.className)"""
SMALL = """() => Array.from(document.querySelectorAll('button, .present .hb-choice')).filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && (box.width < 44 || box.height < 44);
}).map((one) => one.outerHTML)"""


@pytest.fixture
def deck(open_page: Opener, file_address: str) -> Page:
    """The deck of the branch election on a wall of 1024 × 768."""
    page = open_page(f"{file_address}index.html", width=1024, height=768)
    open_deck(page, f"{file_address}present/branch-election.html")
    return page


@from_a_folder
def test_the_speaker_s_window_is_in_step_both_ways(open_page: Opener, address: str) -> None:
    """From a folder and from a server, over a reload of either window and into another deck."""
    page = open_page(f"{address}index.html", width=1024, height=768)
    open_deck(page, f"{address}present/branch-election.html#/walk")
    speaker = speaker_of(page)
    for window in (page, speaker, page):
        before = page.evaluate("location.hash")
        window.keyboard.press("PageDown")
        page.wait_for_function("before => location.hash !== before", arg=before)
        page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
        expect(speaker.locator(".hb-stage section.present")).to_have_id(seen(page)["slides"][0])
        on_the_wall = page.locator(".hb-stage section.present").inner_text()
        assert speaker.locator(".hb-stage section.present").inner_text().split() == on_the_wall.split()
    expect(speaker.locator("[data-hb=present-notes]")).not_to_be_empty()
    expect(speaker.locator("[data-hb=present-timer]")).to_contain_text(":")
    expect(speaker.locator(".hb-following section")).to_have_count(1)
    page.reload()
    page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
    speaker.reload()
    speaker.wait_for_selector("body[data-ready]")
    speaker.keyboard.press("End")
    page.wait_for_function("document.body.dataset.slide === 'recap'")
    page.keyboard.press("g")
    page.keyboard.type("02")
    page.keyboard.press("Enter")
    page.keyboard.press("2")
    page.wait_for_url("**/change-election-date.html**")
    expect(speaker.locator("body[data-ready]")).to_have_attribute("data-slug", "change-election-date")
    page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
    speaker.close()


def test_the_speaker_s_window_answers_in_chromium_79(old_chromium: OldChromium, file_address: str) -> None:
    """The window tells the wall what it shows: it has heard the wall, and the wall hears it."""
    press = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'KEY', bubbles: true}))"
    joined = """new Promise((done) => {
      const end = Date.now() + 8000;
      const look = () => document.body.dataset.speaker === location.hash || Date.now() > end
        ? done([document.body.dataset.speaker, location.hash]) : setTimeout(look, 50);
      look();
    })"""
    expressions = {
        "open": press.replace("KEY", "s"),
        "first": joined,
        "next": press.replace("KEY", "PageDown"),
        "second": joined,
    }
    (sight,) = old_chromium.look([Visit(f"{file_address}present/branch-election.html#/walk", expressions)])
    assert sight.complaints == []
    assert sight.values["first"][0] == sight.values["first"][1]
    assert sight.values["second"][0] == sight.values["second"][1] != sight.values["first"][1]


def test_notes_come_below_the_slide_where_windows_are_blocked(deck: Page) -> None:
    """And on n at any time; nothing is cut off by them."""
    deck.evaluate("window.open = () => null")
    deck.keyboard.press("g")
    deck.keyboard.type("换届-07")
    deck.keyboard.press("Enter")
    assert seen(deck)["node"] == "prepare"
    expect(deck.locator("[data-hb=present-notes]")).to_be_hidden()
    deck.keyboard.press("s")
    expect(deck.locator("[data-hb=present-notes]")).to_be_visible()
    expect(deck.locator("[data-hb=present-notes]")).not_to_be_empty()
    expect(deck.locator("[data-hb=present-timer]")).to_contain_text("走流程")
    assert [one for one in deck.evaluate(CLIPPED) if "ends at" in one] == []
    deck.keyboard.press("n")
    expect(deck.locator("[data-hb=present-notes]")).to_be_hidden()


def test_the_network_may_go_away(open_page: Opener, http_address: str) -> None:
    """In the middle of the walk: the deck walks on, the speaker's window stays in step, the handout is there."""
    page = open_page(f"{http_address}index.html", width=1024, height=768)
    open_deck(page, f"{http_address}present/branch-election.html#/walk")
    speaker = speaker_of(page)
    page.context.set_offline(True)
    for window in (page, speaker, page):
        before = page.evaluate("location.hash")
        window.keyboard.press("PageDown")
        page.wait_for_function("before => location.hash !== before", arg=before)
        page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
    assert len(trail(page)) > 1
    assert pages_of(page.pdf(format="A4", prefer_css_page_size=True)) == 1
    page.context.set_offline(False)
    speaker.close()


def test_a_projector_unplugged_loses_nothing(deck: Page) -> None:
    """The window changes its size in the middle of the walk."""
    for _ in range(9):
        deck.keyboard.press("PageDown")
    before = trail(deck)
    for width, height in ((1920, 1080), (1366, 768), (800, 600), (1024, 768)):
        deck.set_viewport_size({"width": width, "height": height})
        deck.wait_for_timeout(300)
        assert trail(deck) == before
        assert deck.evaluate(CLIPPED) == []
        assert deck.evaluate(OVER) == []
        box = deck.locator(".hb-here").bounding_box()
        pane = deck.locator("[data-hb=present-chart]").bounding_box()
        assert box
        assert pane
        assert pane["y"] <= box["y"] + 1
        assert box["y"] + box["height"] <= pane["y"] + pane["height"] + 1
        assert pane["x"] <= box["x"] + 1
        assert box["x"] + box["width"] <= pane["x"] + pane["width"] + 1


def test_the_current_box_can_be_read_from_the_back_row(deck: Page) -> None:
    """Its words are 24 px high, in every box of a long flow."""
    deck.emulate_media(reduced_motion="reduce")
    deck.keyboard.press("Home")
    for _ in range(25):
        deck.keyboard.press("PageDown")
        if seen(deck)["node"] in ("", "end"):
            continue
        deck.wait_for_timeout(30)
        scale = deck.evaluate(
            "() => new DOMMatrix(getComputedStyle(document.querySelector('.hb-chart svg')).transform).a"
        )
        assert scale * 16 >= 23.9
    assert len(trail(deck)) > 5


def test_loops_are_counted_and_the_way_is_told_at_the_end(deck: Page) -> None:
    """第 2 次 on the second visit; the last slide of the walk lists the whole way with its answers."""
    way = "start.plan.request.approved.request.approved.nominate.reviewed.prepare.quorum.open.vote.result"
    deck.goto(re.sub("#.*|$", f"#/step-request?walk={way.partition('.approved.nominate')[0]}", deck.url, count=1))
    expect(deck.locator(".hb-chart .hb-times")).to_have_text("第 2 次")
    deck.goto(re.sub("#.*", f"#/step-end?walk={way}.first-meeting.report.end", deck.url))
    told = deck.locator(".present [data-hb=present-path] li")
    expect(told).to_have_count(16)
    expect(told.nth(3)).to_contain_text("退回")
    expect(told.nth(4)).to_contain_text("第 2 次")


def test_a_subflow_opens_and_returns(deck: Page) -> None:
    """By number key, and by next at its end, to the very step one came from."""
    deck.keyboard.press("g")
    deck.keyboard.type("2")
    deck.keyboard.press("Enter")
    assert seen(deck)["node"] == "move-date"
    came = deck.evaluate("location.hash")
    deck.keyboard.press("2")
    deck.wait_for_url("**/change-election-date.html**")
    deck.wait_for_selector("body[data-ready]")
    assert len(trail(deck)) == 1
    for _ in range(80):
        if "branch-election" in deck.url.partition("#")[0]:
            break
        deck.keyboard.press("PageDown")
    deck.wait_for_url("**/branch-election.html**")
    deck.wait_for_selector("body[data-ready]")
    assert deck.evaluate("location.hash") == came


def test_a_hostile_address_leads_nowhere(deck: Page) -> None:
    """What an address names is only ever a deck beside this one."""
    deck.goto(re.sub("#.*|$", "#/recap?from=javascript:alert(1)//%23x&walk=x.y", deck.url, count=1))
    deck.reload()
    deck.wait_for_selector("body[data-ready]")
    before = deck.url.partition("#")[0]
    deck.keyboard.press("r")
    deck.keyboard.press("End")
    for _ in range(5):
        deck.keyboard.press("PageDown")
    assert deck.url.partition("#")[0] == before


def test_dark_help_overview_and_jump(deck: Page) -> None:
    """Each by one key, each closed by one; targets are large enough for a finger."""
    for key in ("b", "."):
        deck.keyboard.press(key)
        expect(deck.locator("[data-hb=present-dark]")).to_be_visible()
        before = seen(deck)
        deck.keyboard.press("PageDown")
        expect(deck.locator("[data-hb=present-dark]")).to_be_hidden()
        assert seen(deck) == before
    for key, hook in (("?", "help"), ("o", "index"), ("g", "jump")):
        deck.keyboard.press(key)
        expect(deck.locator(f"[data-hb=present-{hook}]")).to_be_visible()
        assert deck.evaluate(SMALL) == []
        deck.keyboard.press("Escape")
        expect(deck.locator(f"[data-hb=present-{hook}]")).to_have_count(0)
    deck.keyboard.press("o")
    deck.locator("[data-hb=present-index] [data-to=step-vote]").click()
    assert seen(deck)["node"] == "vote"
    assert trail(deck)[0] == "start"
    assert deck.evaluate(SMALL) == []


def test_a_hand_works_as_well_as_keys(deck: Page) -> None:
    """A box of the chart, a way, the buttons of the bar."""
    deck.goto(re.sub("#.*|$", "#/walk", deck.url, count=1))
    deck.locator(".hb-chart [data-node=plan]").click()
    assert trail(deck) == ["start", "plan"]
    for _ in range(6):
        if deck.locator(".present [data-to=move-date]").count():
            break
        deck.locator("[data-act=next]").click()
    deck.locator(".present [data-to=move-date]").click()
    assert trail(deck) == ["start", "plan", "move-date"]
    deck.locator("[data-act=back]").click()
    assert trail(deck) == ["start", "plan"]


def pages_of(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_handout_is_one_sheet(deck: Page, file_address: str, site: Path) -> None:
    """Of a procedure, a case, a chapter and a form in a course; the way that was walked is another."""
    cases = [slug for slug in with_flow(site) if (site / "cases" / f"{slug}.html").exists()]
    for slug in ("branch-election", "branch-building", cases[0]):
        open_deck(deck, f"{file_address}present/{slug}.html")
        assert pages_of(deck.pdf(format="A4", prefer_css_page_size=True)) == 1, slug
    assert deck.locator("[data-hb=present-handout] h1").count() == 1
    open_deck(deck, f"{file_address}present/form-election-checklist.html#/course?course=election")
    assert pages_of(deck.pdf(format="A4", prefer_css_page_size=True)) == 1
    expect(deck.locator("[data-hb=present-handout]")).not_to_contain_text("第 1 段")


@from_a_folder
def test_windows_that_do_not_know_each_other_are_in_step(open_page: Opener, address: str) -> None:
    """A speaker's window that was opened by hand hears the wall through this machine's storage, and the wall it."""
    page = open_page(f"{address}index.html", width=1024, height=768)
    open_deck(page, f"{address}present/branch-election.html#/walk")
    room = page.evaluate("window.name.replace('hb-wall-', '')")
    speaker = page.context.new_page()
    speaker.goto(f"{address}present/branch-election.html?speaker={room}")
    page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
    before = page.evaluate("location.hash")
    speaker.keyboard.press("PageDown")
    page.wait_for_function("before => location.hash !== before", arg=before)
    page.wait_for_function(IN_STEP, arg=page.evaluate("location.hash"))
    speaker.close()

"""The dates of a case in the page: filled in, warned of, kept, printed, carried along, and told over all cases."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit
from command import ROOT

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TODAY = date.today()
Opener = Callable[..., Page]


def far(days: int) -> str:
    """A day so far from today, as fields take it."""
    return (TODAY + timedelta(days)).isoformat()


def start(page: Page, address: str, slug: str) -> str:
    """Start a case as readers do and open its dates; gives its id."""
    page.goto("about:blank")
    page.goto(f"{address}desk.html#start={slug}")
    page.click("[data-do=begin]")
    page.wait_for_selector("[data-hb=desk-tasks]")
    id_ = page.url.partition("#case=")[2]
    page.click(f'a[href="#case={id_}&tab=dates"]')
    page.wait_for_selector("[data-hb=plan]")
    return id_


def fill(page: Page, **dates: str) -> None:
    """Fill in named dates."""
    for name, day in dates.items():
        page.fill(f"[data-date={name.replace('_', '-')}]", day)


def said(page: Page, moment: str) -> str:
    """What the plan says of a moment's days."""
    return page.inner_text(f'[data-moment="{moment}"] td')


def in_words(day: str) -> str:
    """A day as the page writes it, without the weekday."""
    year, month, number = (int(part) for part in day.split("-"))
    return f"{year} 年 {month} 月 {number} 日"


def test_a_plan_is_counted_warned_of_mended_and_kept(open_page: Opener, http_address: str) -> None:
    """An assembly after the term is told with the rule and the days that would do; moved, all is well, and stays."""
    page = open_page(f"{http_address}desk.html")
    id_ = start(page, http_address, "branch-election")
    assert page.locator("[data-hb=plan-fine]").count() == 1
    fill(page, term_end=far(300), meeting_day=far(310))
    trouble = page.locator('[data-kind="impossible"]')
    assert trouble.count() == 1
    assert "election" not in trouble.inner_text()
    assert "应按期换届" in trouble.inner_text()
    assert "第三条" in trouble.inner_text()
    moves = trouble.locator("[data-hb=plan-moves]").inner_text()
    assert in_words(far(300)) in moves
    assert in_words(far(310)) in moves
    fill(page, meeting_day=far(290))
    assert page.locator('[data-kind="impossible"]').count() == 0
    assert in_words(far(290)) in said(page, "step:vote")
    assert in_words(far(290)) in said(page, "step:request")
    page.reload()
    page.wait_for_selector("[data-hb=plan]")
    assert page.input_value("[data-date=meeting-day]") == far(290)
    kept = page.evaluate("(name) => JSON.parse(localStorage.getItem(name)).text", f"hb-desk:case:{id_}")
    assert json.loads(kept)["dates"] == {"term-end": far(300), "meeting-day": far(290)}


def test_the_days_go_into_ones_own_calendar(open_page: Opener, file_address: str, tmp_path: Path) -> None:
    """Each date and each last day of an open step is an entry with its alarm; another library reads them back."""
    page = open_page(f"{file_address}desk.html")
    start(page, file_address, "branch-election")
    fill(page, term_end=far(300), meeting_day=far(290))
    with page.expect_download() as download:
        page.click('[data-do="dates.give"]')
    download.value.save_as(tmp_path / "plan.ics")
    made: Any = Calendar.from_ical((tmp_path / "plan.ics").read_bytes())
    events = {str(event["SUMMARY"]): event for event in made.walk("VEVENT")}
    assert all(len(event.walk("VALARM")) == 1 for event in events.values())
    days = {event["DTSTART"].dt for event in events.values()}
    assert {TODAY + timedelta(300), TODAY + timedelta(290)} <= days
    assert min(days) >= TODAY
    request = next(event for summary, event in events.items() if "报换届请示" in summary)
    assert request["DTSTART"].dt <= TODAY + timedelta(272)  # a month before the term's end, as is usual in practice
    assert len({str(event["UID"]) for event in events.values()}) == len(events)


def test_a_day_off_is_told_and_not_moved(open_page: Opener, file_address: str) -> None:
    """The National Day of a year that is known; of a year that is not, only that it cannot be counted."""
    page = open_page(f"{file_address}desk.html")
    start(page, file_address, "adjust-dissolve-branch")
    fill(page, decided="2026-10-01")
    assert "国庆节放假" in page.inner_text("[data-hb=plan-anchors]")
    # ten working days from the 8th, one of them a Saturday
    assert in_words("2026-10-20") in page.inner_text('[data-moment="step:place-members"]')
    fill(page, decided="2040-10-01")
    assert "放假" not in page.inner_text("[data-hb=plan-anchors]")
    assert page.locator('[data-kind="uncounted"]').count() == 1
    assert "无法推算：没有 2040 年的放假安排" in page.inner_text('[data-moment="step:place-members"]')
    assert "2026" in page.inner_text("[data-hb=plan-years]")


def test_what_is_due_today_stands_above_all_cases(open_page: Opener, file_address: str) -> None:
    """A talk that had to be held is overdue and comes first; a meeting soon comes after it."""
    page = open_page(f"{file_address}desk.html")
    soon = start(page, file_address, "committee-meeting")
    fill(page, meeting_day=far(3))
    over = start(page, file_address, "membership-application")
    fill(page, letter_date=far(-40))
    page.click('a[href="#cases"]')
    lines = page.locator("[data-hb=desk-today] li")
    lines.first.wait_for()
    shown = lines.evaluate_all("all => all.map((one) => [one.dataset.case, one.dataset.level])")
    assert shown[0] == [over, "over"]
    assert [soon, "soon"] in shown
    lines.first.locator("a").nth(1).click()
    page.wait_for_selector("[data-hb=desk-tasks]")
    assert "step=talk" in page.url


def test_a_plan_is_for_everyone_and_for_paper(open_page: Opener, file_address: str) -> None:
    """Axe finds nothing, narrow nothing overflows, and paper has the table without the fields."""
    for width in (1280, 390):
        page = open_page(f"{file_address}desk.html", width=width)
        start(page, file_address, "branch-election")
        fill(page, term_end=far(20), meeting_day=far(30))
        page.evaluate(AXE)
        asked = "axe.run(document.querySelector('main'), {preload: false}).then(r => r.violations.map(v => v.id))"
        assert page.evaluate(asked) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    assert page.is_visible("[data-hb=plan-table]")
    assert not page.is_visible("[data-hb=plan-anchors]")
    assert not page.is_visible('[data-do="dates.print"]')


def test_a_long_run_is_counted_from_one_letter(open_page: Opener, file_address: str) -> None:
    """From the desk to full membership, two years on at the earliest."""
    page = open_page(f"{file_address}desk.html#cases")
    page.click('[data-hb=desk-runs] a[href="#run=membership"]')
    page.fill('[data-moment="membership-application/date:letter-date"]', "2026-11-02")
    vote = page.inner_text('[data-leg=regularization] [data-moment="step:vote"] td')
    assert in_words("2028-11-02") in vote
    page.evaluate(AXE)
    asked = "axe.run(document.querySelector('main'), {preload: false}).then(r => r.violations.map(v => v.id))"
    assert page.evaluate(asked) == []


OLD = """(async () => {
  const wait = async (selector) => {
    for (let turn = 0; turn < 200; turn += 1) {
      const found = document.querySelector(selector);
      if (found) return found;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(selector);
  };
  (await wait('[data-do=begin]')).click();
  await wait('[data-hb=desk-tasks]');
  location.hash += '&tab=dates';
  await wait('[data-hb=plan]');
  for (const [name, day] of [['term-end', '%s'], ['meeting-day', '%s']]) {
    const field = document.querySelector(`[data-date=${name}]`);
    field.value = day;
    field.dispatchEvent(new Event('change'));
  }
  return [document.querySelector('[data-kind=impossible]').textContent,
    document.querySelector('[data-moment="step:vote"] td').textContent];
})()"""


def test_chromium_79_counts_the_same(old_chromium: OldChromium, file_address: str, http_address: str) -> None:
    """The journey of an office's old browser, from a folder and over http."""
    journey = {"plan": OLD % (far(300), far(310))}
    visits = [Visit(f"{each}desk.html#start=branch-election", journey) for each in (file_address, http_address)]
    for sight in old_chromium.look(visits):
        assert sight.complaints == []
        trouble, vote = sight.values["plan"]
        assert "应按期换届" in trouble
        assert in_words(far(310)) in vote

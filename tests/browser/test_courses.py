"""The ready courses: their agenda, and the decks they open, by keys alone."""

import json
import re
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from browser.decks import from_a_folder, open_deck, speaker_of
from browser.engines.old import OldChromium, Visit

Opener = Callable[..., Page]


def test_there_are_six_courses_whose_parts_add_up(site: Path) -> None:
    """The total on the page is the sum of its parts, and every course opens a deck."""
    pages = [path for path in sorted((site / "courses").glob("*.html")) if path.stem not in ("index", "make")]
    assert len(pages) >= 6
    for path in pages:
        text = path.read_text("utf-8")
        total = re.search(r"共 (\d+) 分钟", text)
        parts = re.findall(r'<h2 class="hb-h2"[^>]*>.*?<small>(\d+) 分钟</small>', text)
        assert total, path.stem
        assert sum(map(int, parts)) == int(total[1]), path.stem
        assert 'data-hb="course-start"' in text


HERE = """() => [document.body.dataset.slug, document.body.dataset.slide, location.hash,
  document.querySelector('.present').id, document.querySelectorAll('.present .visible').length].join(' ')"""


def here(page: Page) -> str:
    """What is on the wall: deck, slide, address, piece, how much of it is uncovered."""
    page.wait_for_selector("body[data-ready]")
    return str(page.evaluate(HERE))


def press(page: Page, key: str, before: str) -> str:
    """Press a key and wait for what it brings; the same if nothing comes."""
    page.keyboard.press(key)
    for _ in range(30):
        page.wait_for_timeout(5)
        page.wait_for_selector("body[data-ready]")
        if (now := str(page.evaluate(HERE))) != before:
            return now
    return before


def stops(site: Path, slug: str) -> list[str]:
    """The decks of a course in order."""
    text = (site / "assets" / "courses.js").read_text("utf-8").strip()
    course = json.loads(text[len("var hbCourses=") :])[slug]
    return [deck for part in course["parts"] for _, deck, _ in part["items"]]


@from_a_folder
def test_a_course_is_one_sequence_there_and_back(open_page: Opener, address: str) -> None:
    """From the end of an item, the same key brings the next, and a part is announced; the other key leads back."""
    page = open_page(f"{address}courses/index.html", width=1024, height=768)
    page.get_by_role("link", name="新任书记第一课").first.press("Enter")
    page.wait_for_url("**/courses/first-lesson.html")
    page.locator("[data-hb=course-start]").press("Enter")
    page.wait_for_url("**/present/branch-handover.html#**")
    assert " course " in here(page)
    strip = page.locator("[data-hb=present-course]")
    expect(strip).to_contain_text("第 1 段 / 共 4 段")
    page.goto(re.sub("#.*", "#/last?course=first-lesson&at=1", page.url))
    went = [here(page)]
    while " part-2 " not in went[-1] and len(went) < 60:
        went.append(press(page, "PageDown", went[-1]))
    assert [name for name, _ in groupby(step.split()[0] for step in went)] == [
        "branch-handover",
        "diagram-handover-boxes",
        "form-handover-checklist",
    ]
    assert {step.split()[1] for step in went if "at=2" in step} == {"step-sort-papers"}
    expect(strip).to_contain_text("第 2 段 / 共 4 段")
    expect(page.locator("[data-hb=present-timer] span").first).to_contain_text("目标 15 分钟")
    page.reload()
    back = [here(page)]
    while back[-1] != went[0] and len(back) <= len(went):
        back.append(press(page, "PageUp", back[-1]))
    assert back == went[::-1]
    page.keyboard.press("r")
    page.wait_for_url("**/courses/first-lesson.html")


@pytest.mark.sweep
def test_every_course_is_taught_from_end_to_end(open_page: Opener, file_address: str, site: Path) -> None:
    """By one key alone, all items in order."""
    for path in sorted((site / "courses").glob("*.html")):
        if path.stem in ("index", "make"):
            continue
        page = open_page(path.as_uri(), width=1024, height=768)
        page.locator("[data-hb=course-start]").press("Enter")
        page.wait_for_url("**/present/**")
        went, before = [here(page)], ""
        while went[-1] != before:
            before = went[-1]
            went.append(press(page, "PageDown", before))
        items = [step.split() for step in went if not re.match("course|part-", step.split()[1])]
        found = [key for key, _ in groupby((deck, address.rpartition("at=")[2]) for deck, _, address, *_ in items)]
        assert found == [(deck, str(place)) for place, deck in enumerate(stops(site, path.stem), 1)]


def test_the_speaker_s_window_follows_a_course(open_page: Opener, file_address: str) -> None:
    """Into another deck, with the notes and the minutes of the part."""
    page = open_page(f"{file_address}index.html", width=1024, height=768)
    open_deck(page, f"{file_address}present/diagram-handover-boxes.html#/last?course=first-lesson&at=3")
    speaker = speaker_of(page)
    expect(speaker.locator("[data-hb=present-timer]")).to_contain_text("先把家底接过来")
    for window in (page, speaker):
        expect(window.locator("[data-hb=present-stage] section.present")).to_be_visible()
    shown = [
        window.locator("[data-hb=present-stage] section.present").inner_text().split() for window in (page, speaker)
    ]
    assert shown[0] == shown[1]
    speaker.keyboard.press("PageDown")
    page.wait_for_url("**/form-handover-checklist.html**")
    expect(speaker.locator("body[data-ready]")).to_have_attribute("data-slug", "form-handover-checklist")
    page.wait_for_function("() => document.body.dataset.speaker === location.hash")
    page.goto(re.sub("#.*", "#/part-2?course=first-lesson", page.url))
    expect(speaker.locator(".hb-stage section.present")).to_have_id("part-2")
    speaker.close()


def test_a_course_that_is_not_there_leaves_the_deck(open_page: Opener, file_address: str) -> None:
    """Of an older edition, or an address that was cut off: told, and the deck can be used."""
    page = open_page(f"{file_address}index.html", width=1024, height=768)
    for course in ("gone", "own!%E8%AF%BE!p/gone:5", "__proto__"):
        open_deck(page, f"{file_address}present/branch-election.html#/title?course={course}&at=7")
        expect(page.locator(".hb-toast")).to_contain_text("地址里的课程")
        assert press(page, "PageDown", here(page)).split()[1] == "journey"
        assert "course" not in page.url.partition("#")[2]
    known = "own!!p/gone:5!q/branch-election/2:8"
    open_deck(page, f"{file_address}present/branch-election.html#/course?course={known}&at=1")
    expect(page.locator(".hb-toast")).to_contain_text("有 1 项")
    expect(page.locator("[data-hb=present-course]")).to_contain_text("第 1 段 / 共 1 段")
    expect(page.locator(".present h2")).to_have_text("自己编的课")
    for wanted in ("part-1", "q-2", "q-2"):
        assert press(page, "PageDown", here(page)).split()[1] == wanted


def test_a_course_of_one_s_own(open_page: Opener, file_address: str, tmp_path: Path) -> None:
    """Found, added, ordered and opened by address; a damaged file and one of an older edition are told."""
    page = open_page(f"{file_address}courses/make.html")
    page.get_by_role("searchbox", name="找要讲的内容").fill("换届选举")
    for place in (0, 1):
        page.locator("[data-hb=make-hits] button").nth(place).press("Enter")
    expect(page.locator("[data-hb=make-total]")).to_have_text("共 20 分钟，2 项")
    before = page.locator("[data-hb=make-list] li > a:first-child").all_inner_texts()
    page.locator("[data-hb=make-list] [data-do=down]").first.press("Enter")
    assert page.locator("[data-hb=make-list] li > a:first-child").all_inner_texts() == before[::-1]
    address = page.url
    page.locator("[data-hb=make-start]").press("Enter")
    page.wait_for_url("**/present/*.html#/course**")
    assert " course " in here(page)
    expect(page.locator("[data-hb=present-course]")).to_contain_text("第 1 段 / 共 2 段")
    page.keyboard.press("r")
    page.wait_for_url("**/courses/make.html**")
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[data-hb=make-list] li")).to_have_count(2)
    told = page.locator("[data-hb=make-told]")
    course = tmp_path / "course.json"
    course.write_text('{"title": "坏', "utf-8")
    page.locator("[data-file=open]").set_input_files(course)
    expect(told).to_contain_text("坏了")
    expect(page.locator("[data-hb=make-list] li")).to_have_count(2)
    course.write_text('{"title": "<b>旧</b>", "parts": [{"id": "p/gone"}, {"id": "p/branch-election"}, 7]}', "utf-8")
    page.locator("[data-file=open]").set_input_files(course)
    expect(told).to_contain_text("有 2 项")
    expect(page.locator("[data-hb=make-list] li")).to_have_count(1)
    sheet = '{"form": "handover-checklist", "items": {"sorted": 0, "electronic": 0, "date-set": 1}}'
    course.write_text(sheet, "utf-8")
    page.locator("[data-file=sheet]").set_input_files(course)
    expect(page.locator("[data-hb=make-list] li")).to_have_count(2)
    expect(page.locator("[data-hb=make-list]")).to_contain_text("交接")


def test_what_failed_becomes_a_course(open_page: Opener, file_address: str, tmp_path: Path) -> None:
    """Of a file or of a sheet kept here, by the step that an item names or the procedure of its section."""
    page = open_page(f"{file_address}courses/make.html")
    items = page.locator("[data-hb=make-list] li > a:first-child")
    sheet = tmp_path / "sheet.json"
    counted = {"assembly-1": 1, "committee-2": "na", "group-3": 0, "group-4": 0}
    sheet.write_text(json.dumps({"form": "guotong-frequency", "items": counted}), "utf-8")
    page.locator("[data-file=sheet]").set_input_files(sheet)
    expect(items).to_have_text(["小组会 召开党小组会"])
    kept = {"text": json.dumps({"form": "election-checklist", "items": {"quorum-met": 0}}), "time": "", "mark": "1"}
    page.evaluate(
        'kept => localStorage.setItem(\'handbook/forms/election-checklist/["甲支部","2026"]\', kept)', json.dumps(kept)
    )
    page.reload()
    page.locator("[data-hb=make-kept] button").press("Enter")
    expect(items).to_have_count(2)
    expect(items.last).to_contain_text("党支部换届选举 ›")


def test_a_course_is_put_together_in_chromium_79(old_chromium: OldChromium, file_address: str) -> None:
    """From a folder, opened by its address; what the edition does not know is told."""
    course = quote('{"title": "课", "parts": [{"id": "p/branch-election"}, {"id": "p/gone"}]}')
    count = "document.querySelectorAll('[data-hb=make-list] li').length"
    visit = Visit(
        f"{file_address}courses/make.html#{course}",
        {
            "count": count,
            "told": "document.querySelector('[data-hb=make-told]').textContent",
            "remove": "document.querySelector('[data-do=remove]').click()",
            "left": count,
        },
    )
    (sight,) = old_chromium.look([visit])
    assert sight.complaints == []
    assert (sight.values["count"], sight.values["left"]) == (1, 0)
    assert "有 1 项" in sight.values["told"]

"""The ready courses: their agenda, and the decks they open, by keys alone."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

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


def test_a_course_is_taught_by_keys_alone(open_page: Opener, file_address: str) -> None:
    """Start opens the first deck; back brings the agenda again; a step's deck begins at the step."""
    page = open_page(f"{file_address}courses/index.html")
    page.get_by_role("link", name="新任书记第一课").first.press("Enter")
    page.wait_for_url("**/courses/first-lesson.html")
    page.locator("[data-hb=course-start]").press("Enter")
    page.wait_for_url("**/present/branch-handover.html")
    page.wait_for_selector("body[data-ready]")
    page.go_back()
    page.wait_for_url("**/courses/first-lesson.html")
    page.locator("[data-hb=course-deck]").nth(1).press("Enter")
    page.wait_for_selector("body[data-ready]")
    expect(page.locator(".slides > section.present")).to_have_id(re.compile("^step-sort-papers"))


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

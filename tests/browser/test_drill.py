"""The drill: a round by keys alone, for one and for teams, repeated by its address, told why, taken away as a table."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.decks import WALLS, from_a_folder
from browser.engines.old import OldChromium, Visit

Opener = Callable[..., Page]
SMALL = """() => Array.from(document.querySelectorAll('button, a')).filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && (box.height < 43.5 || box.width < 43.5);
}).map((one) => one.outerHTML)"""
TINY = """() => Array.from(document.querySelectorAll('main:not([hidden]) *')).filter((one) =>
  one.getClientRects().length && Array.from(one.childNodes).some((node) => node.nodeType === 3 && node.data.trim()) &&
  parseFloat(getComputedStyle(one).fontSize) < 23.9).map((one) => one.outerHTML)"""
FITS = (
    "() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
)


def start(open_page: Opener, address: str, slug: str, query: str = "", width: int = 1024, height: int = 768) -> Page:
    """Open the drill of a procedure."""
    page = open_page("about:blank", width=width, height=height)
    page.goto(f"{address}drill.html#{slug}{query}")
    page.wait_for_selector("body[data-ready]")
    return page


def drill_of(site: Path, slug: str) -> dict[str, Any]:
    """What is drilled of a procedure."""
    text = (site / "assets" / "drill" / f"{slug}.js").read_text("utf-8").strip()
    drill: dict[str, Any] = json.loads(text[len("hbDrill(") : -1])
    return drill


def put_in_order(page: Page, drill: dict[str, Any]) -> None:
    """Sort the rows by keys alone, by the usual way of the flow."""
    nodes = drill["nodes"]
    path, here = [], next(id_ for id_, node in nodes.items() if node[0] == "start")
    while here not in path:
        path.append(here)
        here = nodes[here][3][0][0] if nodes[here][3] else here
    places = {nodes[id_][1]: place for place, id_ in enumerate(path)}
    rows = page.locator("[data-hb=drill-order] .hb-order__text")
    count = rows.count()
    for _ in range(count):
        page.keyboard.press("ArrowUp")
    for done in range(count):
        texts = rows.all_inner_texts()
        wanted = min(range(done, count), key=lambda place: places[texts[place]])
        for _ in range(wanted - done):
            page.keyboard.press("ArrowDown")
        for _ in range(wanted - done):
            page.keyboard.press("Shift+ArrowUp")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def answer(page: Page, drill: dict[str, Any]) -> str:
    """Answer the question on the wall by keys: an order rightly, anything else with 1."""
    kind = str(page.get_attribute("[data-hb=drill-stage]", "data-kind"))
    if kind == "order":
        put_in_order(page, drill)
        expect(page.locator(".hb-verdict--right")).to_be_visible()
    else:
        page.keyboard.press("1")
    expect(page.locator("[data-hb=drill-verdict]")).to_be_visible()
    return kind


@from_a_folder
def test_a_round_by_keys_alone(open_page: Opener, address: str, site: Path, tmp_path: Path) -> None:
    """All three kinds; every answer is explained with its basis and the link; the results are saved as a table."""
    page = start(open_page, address, "branch-election")
    drill = drill_of(site, "branch-election")
    page.keyboard.press("Enter")
    kinds = []
    while page.locator("[data-hb=drill-results]").count() == 0:
        assert page.evaluate(TINY) == []
        assert page.evaluate(SMALL) == []
        kinds.append(answer(page, drill))
        expect(page.locator("[data-hb=drill-why]")).to_contain_text("依据：")
        href = str(page.locator("[data-hb=drill-why] a").get_attribute("href"))
        assert href.partition("#")[0] == "branch-building/branch-election.html"
        if kinds[-1] == "mistake":
            expect(page.locator("[data-hb=drill-why]")).to_contain_text("原来是：")
        page.keyboard.press("Enter")
    assert sorted(kinds) == sorted(["order", "next", "mistake"] * 3)
    with page.expect_download() as saved:
        page.locator("[data-act=save]").click()
    saved.value.save_as(tmp_path / "x.csv")
    content = (tmp_path / "x.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 10
    assert rows[0][0] == "题号"
    assert all(row[4] == "对" for row in rows if row[2] == "排顺序")


def test_teams_take_turns_and_a_reload_loses_nothing(open_page: Opener, file_address: str, site: Path) -> None:
    """Keys choose the teams; the score stands in the address."""
    page = start(open_page, file_address, "branch-election")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator(".hb-head")).to_contain_text("轮到 1 队")
    answer(page, drill_of(site, "branch-election"))
    page.keyboard.press("PageDown")
    expect(page.locator(".hb-head")).to_contain_text("轮到 2 队")
    expect(page.locator("[data-hb=drill-score]")).to_contain_text("1 队 1 分")
    before = page.locator("main:not([hidden])").inner_text()
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator("main:not([hidden])").inner_text() == before


def names(site: Path) -> list[str]:
    """The slugs of all that can be drilled."""
    return [path.stem for path in sorted((site / "assets" / "drill").glob("[a-z]*.js"))]


def ill_fitting(page: Page, address: str, slug: str) -> list[tuple[str, str, str]]:
    """Go through a round by keys; what has to be scrolled for or is under 24 px, asked or told."""
    page.goto("about:blank")
    page.goto(f"{address}drill.html#{slug}?teams=4&kind=all&seed=7")
    page.wait_for_selector("body[data-ready]")
    wrong = []
    while page.locator("[data-hb=drill-results]").count() == 0:
        kind = str(page.get_attribute("[data-hb=drill-stage]", "data-kind"))
        for moment, key in (("asked", "Enter" if kind == "order" else "1"), ("told", "Enter")):
            if not page.evaluate(FITS) or page.evaluate(TINY):
                wrong.append((slug, kind, moment))
            page.keyboard.press(key)
    return wrong


@pytest.mark.parametrize("wall", [WALLS[0], WALLS[-1]], ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_questions_fit_the_wall(open_page: Opener, file_address: str, wall: tuple[int, int]) -> None:
    """Nothing has to be scrolled for, in a round of the longest."""
    page = open_page("about:blank", width=wall[0], height=wall[1])
    assert ill_fitting(page, file_address, "branch-election") == []


@pytest.mark.sweep
@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_all_questions_fit_every_wall(open_page: Opener, file_address: str, site: Path, wall: tuple[int, int]) -> None:
    """A round of every procedure."""
    page = open_page("about:blank", width=wall[0], height=wall[1])
    assert [one for slug in names(site) for one in ill_fitting(page, file_address, slug)] == []


def check_sense(page: Page, site: Path, slug: str) -> None:
    """Answer a round: no two answers of a question are the same, and exactly one sentence is planted."""
    drill = drill_of(site, slug)
    true = {line for step in drill["steps"].values() for line in step["lines"]}
    seen = 0
    while page.locator("[data-hb=drill-results]").count() == 0:
        offered = page.locator(".hb-answer span").all_inner_texts()
        assert len(set(offered)) == len(offered), slug
        if answer(page, drill) == "mistake":
            told = page.locator(".hb-told--wrong").inner_text().partition("\u3000")[2]
            assert told not in true, slug
        seen += 1
        page.keyboard.press("Enter")
    assert seen >= 3, slug


def test_a_drill_has_questions_of_sense(open_page: Opener, file_address: str, site: Path) -> None:
    """One procedure."""
    check_sense(start(open_page, file_address, "dues-collection", "?teams=1&kind=all&seed=5"), site, "dues-collection")


@pytest.mark.sweep
def test_every_drill_has_questions_of_sense(open_page: Opener, file_address: str, site: Path) -> None:
    """All procedures."""
    for slug in names(site):
        check_sense(start(open_page, file_address, slug, "?teams=1&kind=all&seed=5"), site, slug)


def test_a_hostile_address_opens_nothing(open_page: Opener, file_address: str) -> None:
    """What is not in the list is told, and the list is there."""
    for slug in ("../../x", "javascript:alert(1)", "nothing", "%E0%A4%A"):
        page = start(open_page, file_address, slug)
        assert page.locator("script").count() == 3
        expect(page.locator("[data-hb=drill-choice]")).to_be_visible()


def test_the_drill_runs_in_chromium_79(old_chromium: OldChromium, file_address: str) -> None:
    """From a folder: a round is started, answered and explained by keys."""
    press = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'KEY', bubbles: true}))"
    (sight,) = old_chromium.look(
        [
            Visit(
                f"{file_address}drill.html#branch-election?teams=2&kind=next&seed=3",
                {
                    "asked": "document.querySelectorAll('.hb-answer').length",
                    "answer": press.replace("KEY", "1"),
                    "told": "document.querySelector('[data-hb=drill-why]').textContent",
                    "go": press.replace("KEY", "Enter"),
                    "second": "document.querySelector('[data-hb=drill-stage]').dataset.number",
                },
            )
        ]
    )
    assert sight.complaints == []
    assert sight.values["asked"] in (3, 4)
    assert "依据：" in sight.values["told"]
    assert sight.values["second"] == "2"

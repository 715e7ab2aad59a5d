"""The projection: every way of every flow by keys alone, nothing clipped, nothing lost by a reload."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.decks import CLIPPED, WALLS, decks, flow_of, from_a_folder, open_deck, seen, trail, with_flow
from browser.engines.old import OldChromium, Visit

Opener = Callable[..., Page]
on_each_wall = pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall[0]}x{wall[1]}")


def walk_all(page: Page, flow: dict[str, tuple[str, str, str, list[tuple[str, str]]]]) -> set[tuple[str, str]]:
    """Press every number key at every node, and come back each time."""
    walked: set[tuple[str, str]] = set()
    seen_nodes: set[str] = set()

    def visit(here: list[str]) -> None:
        seen_nodes.add(here[-1])
        for number, (to, _label) in enumerate(flow[here[-1]][3], 1):
            page.keyboard.press(str(number))
            assert trail(page) == [*here, to], f"{here[-1]} → {to}"
            assert seen(page)["node"] == to or flow[to][0] == "end"
            walked.add((here[-1], to))
            if to not in seen_nodes:
                visit([*here, to])
            for _ in range(20):
                page.keyboard.press("PageUp")
                if trail(page) == here:
                    break
            assert trail(page) == here, f"back from {to}"

    visit(trail(page))
    return walked


def to_the_walk(page: Page) -> None:
    """Go to the first box of the flow by keys."""
    page.keyboard.press("Home")
    for _ in range(20):
        if trail(page):
            return
        page.keyboard.press("PageDown")


def check_every_edge(page: Page, address: str, slug: str) -> None:
    """All edges by number keys and back; the usual way by the clicker's key alone."""
    open_deck(page, f"{address}present/{slug}.html")
    flow = flow_of(page)
    to_the_walk(page)
    assert len(trail(page)) == 1
    edges = {(node, to) for node, (_, _, _, ways) in flow.items() for to, _ in ways}
    assert walk_all(page, flow) == edges
    for _ in range(150):
        here = trail(page)
        if flow[here[-1]][0] == "end":
            break
        page.keyboard.press("PageDown")
        after = trail(page)
        assert after == here or after == [*here, flow[here[-1]][3][0][0]]
    assert flow[trail(page)[-1]][0] == "end"


def test_every_edge_is_walked_by_keys(open_page: Opener, file_address: str) -> None:
    """In order and back. All others, the cases' and branch-election with its loops among them, in the sweep."""
    check_every_edge(open_page(f"{file_address}index.html"), file_address, "change-election-date")


@pytest.mark.sweep
def test_every_edge_of_every_flow(open_page: Opener, file_address: str, site: Path) -> None:
    """All flows."""
    page = open_page(f"{file_address}index.html")
    for slug in with_flow(site):
        check_every_edge(page, file_address, slug)


def check_reloads(page: Page, every: int) -> None:
    """Go through a whole deck; a reload shows what was shown."""
    page.keyboard.press("Home")
    for number in range(400):
        before = seen(page)
        assert len(before["slides"]) == 1, before
        if number % every == 0:
            page.reload()
            page.wait_for_selector("body[data-ready]")
            assert seen(page) == before
        page.keyboard.press("PageDown")
        if seen(page) == before:
            return
    pytest.fail("the deck has no end")


@from_a_folder
def test_a_reload_restores_the_place(open_page: Opener, address: str) -> None:
    """A clicker's F5 loses nothing, wherever it is pressed."""
    page = open_page(f"{address}index.html", width=1024, height=768)
    open_deck(page, f"{address}present/change-election-date.html")
    check_reloads(page, 15)


@pytest.mark.sweep
def test_a_reload_restores_every_place(open_page: Opener, file_address: str) -> None:
    """On every slide of a long deck."""
    page = open_page(f"{file_address}index.html", width=1024, height=768)
    open_deck(page, f"{file_address}present/branch-election.html")
    check_reloads(page, 1)


def clipped(page: Page) -> list[str]:
    """What is clipped or too small on any slide, at all text sizes; the text is left as it was found, at its middle."""
    found: list[str] = []
    for key in ("-", "+", "+"):
        page.keyboard.press(key)
        found += page.evaluate(CLIPPED)
    page.keyboard.press("-")
    return found


@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_nothing_is_clipped(open_page: Opener, file_address: str, wall: tuple[int, int]) -> None:
    """Some decks on each wall at each text size, one of each kind on the smallest."""
    page = open_page(f"{file_address}index.html", width=wall[0], height=wall[1])
    longest = ("branch-election", "diagram-quorum-vs-majority")
    of_each_kind = (*longest, "branch-building", "fengcheng-handbook", "form-election-checklist")
    for slug in {WALLS[0]: of_each_kind, WALLS[-1]: longest}.get(wall, ("change-election-date",)):
        open_deck(page, f"{file_address}present/{slug}.html")
        assert clipped(page) == [], slug


@pytest.mark.sweep
@pytest.mark.parametrize("wall", WALLS, ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_nothing_is_clipped_anywhere(open_page: Opener, file_address: str, wall: tuple[int, int], site: Path) -> None:
    """Every slide of every deck."""
    page = open_page(f"{file_address}index.html", width=wall[0], height=wall[1])
    wrong = {}
    for slug in decks(site):
        open_deck(page, f"{file_address}present/{slug}.html")
        if found := clipped(page):
            wrong[slug] = found
    assert wrong == {}


@pytest.mark.parametrize("wall", WALLS[:1] + WALLS[2:3], ids=lambda wall: f"{wall[0]}x{wall[1]}")
def test_nothing_of_a_course_is_clipped(open_page: Opener, file_address: str, wall: tuple[int, int]) -> None:
    """Its agenda and parts, and a deck above its strip; the strip holds its words."""
    page = open_page(f"{file_address}index.html", width=wall[0], height=wall[1])
    open_deck(page, f"{file_address}present/diagram-election-timeline.html#/course?course=election&at=5")
    assert clipped(page) == []
    assert page.evaluate(STRIP)


STRIP = """() => {
  const strip = document.querySelector('.hb-strip');
  const stage = document.querySelector('.hb-stage').getBoundingClientRect();
  const cut = Array.from(strip.querySelectorAll('p, p *')).filter((one) =>
    one.clientHeight && one.scrollHeight > one.clientHeight + 1);
  const unit = Math.min(innerWidth / 1024, innerHeight / 768);
  return strip.getBoundingClientRect().top >= stage.bottom - 1 && !cut.length &&
    parseFloat(getComputedStyle(strip).fontSize) >= 23.9 * unit;
}"""
READY = "performance.getEntriesByName('hb-present-ready')"
FIRST = f"""new Promise((done) => {{
  const look = () => {READY}.length ? done({READY}[0].startTime) : setTimeout(look, 10);
  look();
}})"""
PRESS = "(document.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true})), location.hash)"


def test_a_deck_shows_itself_and_is_walked_in_chromium_79(old_chromium: OldChromium, file_address: str) -> None:
    """From a folder; how soon its first slide stands is measured by ``bench/present.py``."""
    expressions = {"first": FIRST, "clipped": f"({CLIPPED})()", "hash": f"[{PRESS}, {PRESS}, {PRESS}].join(' ')"}
    (sight,) = old_chromium.look(
        [Visit(f"{file_address}present/branch-election.html", expressions, width=1024, height=768)]
    )
    assert sight.complaints == []
    assert sight.values["first"] > 0
    assert sight.values["clipped"] == []
    assert "walk=start" in sight.values["hash"]


def test_the_projection_s_script_is_loaded_on_decks_only(site: Path) -> None:
    """A page carries a link to its deck, and nothing of it."""
    loading = {path.parent.name for path in site.rglob("*.html") if "assets/present." in path.read_text("utf-8")}
    assert loading == {"present"}
    assert 'href="../present/branch-election.html"' in (site / "branch-building" / "branch-election.html").read_text(
        "utf-8"
    )

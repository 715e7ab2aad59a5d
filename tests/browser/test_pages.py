"""The pages in a browser: light and dark, and what the small scripts do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "index.html",
    "branch-building/index.html",
    "branch-building/branch-election.html",
    "branch-building/establish-branch.html",
    "flows/who-may-vote.html",
    "flows/committee-duties.html",
    "cases/jingyuan-standard.html",
    "regulations/election-2020.html",
    "papers/voter-check.html",
    "papers/index.html",
    "cases/index.html",
    "calendar.html",
    "changes.html",
    "glossary.html",
)
"""A page of each shape."""

ELECTION = "branch-building/branch-election.html"


def test_dark_is_one_click_away(open_page: Callable[..., Page], file_address: str) -> None:
    """The switch turns paper to dark and back."""
    page = open_page(file_address + ELECTION)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("label[for=__palette_1]")
    page.wait_for_function(f"{ground} !== '{light}'")
    page.click("label[for=__palette_0]")
    page.wait_for_function(f"{ground} === '{light}'")


def test_every_node_of_the_flow_has_its_card(open_page: Callable[..., Page], file_address: str) -> None:
    """The picture, the list and the cards name the same steps in the same order."""
    page = open_page(file_address + ELECTION)
    cards = page.eval_on_selector_all('[data-hb="step"]', "cards => cards.map((card) => card.dataset.node)")
    listed = page.eval_on_selector_all(
        ".hb-journey tbody a", "links => links.map((link) => link.getAttribute('href').slice('#step-'.length))"
    )
    nodes = page.eval_on_selector_all('a[data-hb="flow-node"]', "nodes => nodes.map((node) => node.dataset.node)")
    assert cards == listed
    assert set(nodes) == set(cards)


def test_a_click_on_a_node_leads_to_its_card(open_page: Callable[..., Page], file_address: str) -> None:
    """The way from the picture to the words."""
    page = open_page(file_address + ELECTION)
    page.click('[data-hb="flow-node"][data-node="quorum"]')
    assert page.url.endswith("#step-quorum")
    place = page.locator("#step-quorum").bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 400


def test_printing_opens_what_is_folded_away(open_page: Callable[..., Page], file_address: str) -> None:
    """On paper nobody can open a note; on the screen it is folded again afterwards."""
    page = open_page(file_address + ELECTION)
    folded = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(folded)
    assert before > 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(folded) == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(folded) == before


def test_paper_has_no_way_to_click(open_page: Callable[..., Page], file_address: str) -> None:
    """Header, navigation and outline stay off the paper; the table in the page's head is on it."""
    page = open_page(file_address + ELECTION)
    page.emulate_media(media="print")
    for gone in (".hb-header", ".md-sidebar", ".hb-turning"):
        assert not page.locator(gone).first.is_visible(), gone
    for kept in (".hb-facts", ".hb-journey", "#step-quorum", ".hb-footer__printed"):
        assert page.locator(kept).first.is_visible(), kept
    page.emulate_media(media="screen")


@pytest.mark.parametrize(("day", "overdue"), [("2026-12-01", False), ("2031-01-01", True)])
def test_an_old_copy_says_that_it_is_overdue(
    open_page: Callable[..., Page], file_address: str, day: str, overdue: bool
) -> None:
    """A copy on a stick ages: the reader's own calendar decides, on the page of any entry and, for its age, on all."""
    page = open_page(file_address + "index.html")
    page.clock.set_fixed_time(day)
    for name in (ELECTION, "papers/assembly-minutes.html"):
        page.goto(file_address + name)
        assert page.locator('[data-hb="review"]').is_visible() is overdue
    for name in (ELECTION, "index.html"):
        page.goto(file_address + name)
        assert page.locator('[data-hb="aged"]').is_visible() is overdue


def test_without_scripts_everything_can_be_read(open_page: Callable[..., Page], file_address: str) -> None:
    """Text, links and the picture need no script."""
    page = open_page(file_address + ELECTION, java_script_enabled=False)
    assert page.locator("#step-quorum").is_visible()
    assert page.locator("svg.hb-picture").is_visible()
    assert page.locator(".hb-question").first.is_visible()


def test_no_english_word_of_the_shell(open_page: Callable[..., Page], file_address: str) -> None:
    """Readers see Chinese; English stands only where the text says that it is English."""
    for name in PAGES:
        page = open_page(file_address + name)
        words = page.evaluate(
            """() => {
              const spoken = '[lang=en], [lang|=zh-Latn], script, noscript, style, .hb-page svg, td, dd, li, p';
              document.querySelectorAll(spoken).forEach((e) => e.remove());
              return document.body.textContent.match(/[A-Za-z]{3,}/g) || [];
            }"""
        )
        assert words == [], name


def test_a_term_in_the_text_is_explained_where_it_stands(open_page: Callable[..., Page], file_address: str) -> None:
    """Once a page, by focus or pointer, in the glossary's own words; Esc closes; no part of a longer word."""
    page = open_page(file_address + ELECTION)
    page.wait_for_selector('a[data-hb="term"]', state="attached")
    marked = page.locator('a[data-hb="term"]').evaluate_all("all => all.map((one) => one.textContent)")
    assert len(marked) == len(set(marked)) > 10
    assert "半数以上" not in marked
    term = page.locator('a[data-hb="term"]', has_text="监票人")
    term.focus()
    note = page.locator("#hb-term-note")
    assert note.is_visible() and len(note.inner_text()) > 10
    page.keyboard.press("Escape")
    assert note.is_hidden()
    term.press("Enter")
    page.wait_for_url("**/glossary.html#term-*")

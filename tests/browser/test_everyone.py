"""Everyone can use every kind of page: WCAG 2.2 AA by axe, by keyboard, enlarged, without motion, in forced colours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from command import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ELECTION = "branch-building/branch-election.html"
KINDS = (
    "index.html",
    "branch-building/index.html",
    ELECTION,
    "flows/who-may-vote.html",
    "flows/index.html",
    "cases/jingyuan-standard.html",
    "cases/index.html",
    "papers/voter-check.html",
    "papers/index.html",
    "forms/yongxi-flag.html",
    "forms/rank.html",
    "forms/index.html",
    "regulations/election-2020.html",
    "regulations/index.html",
    "calendar.html",
    "calculators.html",
    "desk.html",
    "courses/index.html",
    "courses/discipline.html",
    "courses/make.html",
    "drill.html",
    "drill.html#branch-election",
    "glossary.html",
    "search.html?q=xuanju",
    "index-az.html",
    "changes.html",
    "server.html",
    "selfcheck.html",
    "present/branch-election.html",
    "present/form-yongxi-flag.html",
    "print/branch-life.html",
    "print/card-branch-election.html",
    "404.html",
)
"""A page of every kind there is."""

FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  const seen = (each) => each && (outlined(getComputedStyle(each)) || getComputedStyle(each).boxShadow !== 'none');
  const drawn = at.querySelector('.hb-box');
  const box = at.closest('.hb-search__box, label') || at;
  const strong = drawn && parseFloat(getComputedStyle(drawn).strokeWidth) > 3;
  const place = at.getBoundingClientRect();
  window.hbSeen = window.hbSeen || [];
  if (!window.hbSeen.includes(at)) window.hbSeen.push(at);
  const shown = seen(at) || seen(box) || seen(at.matches('.md-option') && at.nextElementSibling);
  return {
    name: at.outerHTML.slice(0, 120),
    seen: strong || shown,
    inside: place.bottom > 0 && place.top < innerHeight,
    count: window.hbSeen.length,
  };
}"""


@pytest.mark.parametrize(("scheme", "width"), [("default", 1280), ("slate", 390)])
def test_no_rule_of_accessibility_is_broken(
    open_page: Callable[..., Page], file_address: str, scheme: str, width: int
) -> None:
    """On every kind of page, light and dark, wide and narrow, with all that is folded away opened."""
    broken = []
    for name in KINDS:
        page = open_page(file_address + name, width=width)
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        page.evaluate(AXE.read_text("utf-8"))
        asked = {"resultTypes": ["violations"], "preload": False, "runOnly": RULES}
        found = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
        broken += [(name, violation["id"], violation["nodes"][0]["target"]) for violation in found]
    assert broken == []


@pytest.mark.parametrize("name", KINDS)
def test_the_keyboard_reaches_the_page_and_its_focus_is_seen(
    open_page: Callable[..., Page], file_address: str, name: str
) -> None:
    """Forty steps with Tab: each lands on something new, in view, that shows that it has the focus; none holds it."""
    page = open_page(file_address + name)
    steps = []
    for _ in range(40):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        steps.append(at)
    assert steps
    assert [step["name"] for step in steps if not step["seen"]] == []
    assert [step["name"] for step in steps if not step["inside"]] == []
    assert steps[-1]["count"] > len(steps) / 2


@pytest.mark.parametrize("width", [640, 320])
def test_enlarged_nothing_runs_out_of_the_window(
    open_page: Callable[..., Page], file_address: str, width: int
) -> None:
    """200 % of a window of 1280 pixels, and 400 %: only boxes made for it scroll sideways."""
    for name in KINDS:
        page = open_page(file_address + name, width=width, height=400)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_with_all_unfolded_nothing_runs_out_of_a_narrow_window(
    open_page: Callable[..., Page], file_address: str
) -> None:
    """The form within a procedure and its calculators, too."""
    page = open_page(file_address + ELECTION, width=320)
    page.evaluate("document.querySelectorAll('#hb-page details').forEach((one) => { one.open = true; })")
    page.wait_for_selector("[data-hb=form-import]")
    page.wait_for_selector("[data-hb=calculator-sheet] form")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_who_wants_no_motion_gets_none(open_page: Callable[..., Page], file_address: str) -> None:
    """No transition and no animation takes longer than can be seen."""
    longest = """() => Math.max(...[...document.querySelectorAll('*')].map((each) => {
      const style = getComputedStyle(each);
      const times = `${style.transitionDuration},${style.animationDuration}`.split(',');
      return Math.max(...times.map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
    }))"""
    for name in KINDS:
        page = open_page(file_address + name, reduced_motion="reduce")
        assert page.evaluate(longest) <= 10, name


def test_forced_colours_leave_pictures_and_states_to_be_seen(
    open_page: Callable[..., Page], file_address: str
) -> None:
    """Boxes and arrows take the system's colours, focus is seen, and what is pressed shows by more than colour."""
    page = open_page(file_address + ELECTION, forced_colors="active")
    ink = page.evaluate("getComputedStyle(document.body).color")
    for part, field in ((".hb-box", "stroke"), (".hb-line", "stroke"), (".hb-words", "fill")):
        assert page.locator(part).first.evaluate(f"each => getComputedStyle(each).{field}") == ink, part
    page.locator(".hb-nav a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["seen"]


def test_every_picture_has_words(open_page: Callable[..., Page], file_address: str) -> None:
    """A name for each picture that is not mere ornament, an ``alt`` for each image, an outline for each flow."""
    nameless = """() => [...document.querySelectorAll('svg, img')].filter((each) => {
      if (each.closest('[aria-hidden="true"], template, [hidden], label[title]')) return false;
      if (each.tagName === 'IMG') return !each.hasAttribute('alt');
      const labelled = (each.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
      return !each.getAttribute('aria-label') && !labelled.some((id) => document.getElementById(id)?.textContent.trim())
        && !each.parentElement.closest('svg');
    }).map((each) => each.outerHTML.slice(0, 120))"""
    for name in KINDS:
        page = open_page(file_address + name)
        assert page.evaluate(nameless) == [], name
        if page.locator("figure.hb-flow").count() and not name.startswith("print/"):  # there the steps follow it
            assert page.locator("figure.hb-flow .hb-outline li").count() > 2, name

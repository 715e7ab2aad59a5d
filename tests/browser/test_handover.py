"""Readers without scripts or with an engine of long ago: what they are told, and what the self-check finds."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit
from browser.test_engines import kinds
from command import ROOT

ASSETS = ROOT / "plugins" / "handbook" / "theme" / "assets"
NOTICES = ".hb-notice:not([data-hb=older]):not([data-hb=aged])"

BARE = ("present/", "print/", "drill.html")
"""Pages in a shell of their own: each has its own notice, or reads without one."""


def test_without_scripts_each_page_says_so_once(open_page: Callable[..., Page], site: Path, file_address: str) -> None:
    """One plain notice, with the way to the index; the text stands below it as always."""
    for name in kinds(site):
        page = open_page(file_address + name, java_script_enabled=False)
        if name != "404.html" and not name.startswith(BARE):
            assert [each.is_visible() for each in page.locator(NOTICES).all()] == [True, False], name
            assert page.locator("h1").first.is_visible(), name


def test_with_scripts_nobody_is_told(open_page: Callable[..., Page], file_address: str) -> None:
    """The notice for old engines is there, and hidden."""
    page = open_page(file_address + "index.html")
    assert [each.is_visible() for each in page.locator(NOTICES).all()] == [False]


def test_an_engine_of_long_ago_gets_a_notice_and_a_plain_style(open_page: Callable[..., Page], address: str) -> None:
    """As Internet Explorer: no ``CSS.supports``. Pictures keep their colours, the notice its two links."""
    page = open_page(address + "branch-building/branch-election.html", width=1270)
    page.add_init_script("delete window.CSS")
    page.reload()
    page.wait_for_function("getComputedStyle(document.querySelector('.hb-box')).fill === 'rgb(255, 255, 255)'")
    notice = page.locator('[data-hb="old-notice"]')
    assert notice.is_visible() and notice.locator("a").count() == 2
    assert page.locator("svg.hb-picture").first.is_visible()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("present/branch-election.html", '[data-hb="old-notice"] a'),
        ("drill.html", "main h1"),
        ("desk.html", '[data-hb="unscripted"] a'),
        ("calculators.html", "h1"),
        ("forms/yongxi-flag.html", "[data-hb=form]"),
        ("courses/make.html", "h1"),
    ],
)
def test_what_runs_on_scripts_says_so_where_they_cannot_be_read(
    open_page: Callable[..., Page], file_address: str, name: str, shown: str
) -> None:
    """As Internet Explorer, which reads ``old.js`` and no other script: one notice, and what can be read is seen."""
    page = open_page("about:blank", width=1260)
    page.add_init_script("delete window.CSS")
    ours = re.compile(r"assets/(?!old)[\w/-]+\.js|javascripts/")
    page.route(ours, lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(file_address + name)
    assert [each.is_visible() for each in page.locator('[data-hb="old-notice"]').all()] == [True]
    assert page.locator(shown).first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).overflowY") != "hidden"


@pytest.mark.parametrize("name", ["old.js", "selfcheck.js"])
def test_what_old_engines_load_is_written_for_them(name: str) -> None:
    """Nothing that came with ECMAScript 2015 or later."""
    text = (ASSETS / name).read_text("utf-8")
    late = r"=>|`|\b(?:const|let|class) |\.\.\.|\?\.|\?\?|\.(?:includes|startsWith|find|forEach)\("
    assert re.findall(late, text) == []


def test_the_self_check_finds_that_this_browser_can_do_all(open_page: Callable[..., Page], address: str) -> None:
    """Every item is tried; the two that need a click are tried by one."""
    page = open_page(address + "selfcheck.html")
    open_items = page.locator('[data-verdict="open"]')
    assert open_items.count() == 2
    page.click('[data-hb="selfcheck-window"]')
    page.click('[data-hb="selfcheck-copy"]')
    assert page.locator('[data-verdict="good"]').count() == page.locator("[data-item]").count()
    assert "全部功能" in page.locator('[data-hb="selfcheck-said"]').inner_text()


def test_the_self_check_names_what_does_not_work(open_page: Callable[..., Page], file_address: str) -> None:
    """A wrong clock, a blocked store, a small screen: each by its name."""
    page = open_page(file_address + "selfcheck.html", width=800, height=600, screen={"width": 800, "height": 600})
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.clock.set_fixed_time("2020-01-01")
    page.reload()
    bad = page.locator('[data-verdict="bad"]').evaluate_all("all => all.map((one) => one.dataset.item)")
    assert bad == ["storage", "room", "screen", "clock"]
    said = page.locator('[data-hb="selfcheck-said"]').inner_text()
    assert "本机存储、存储空间、屏幕、电脑日期" in said


def test_chromium_79_passes_the_self_check(old_chromium: OldChromium, address: str) -> None:
    """The oldest browser we serve can do all of it."""
    bad = "Array.from(document.querySelectorAll('[data-verdict=bad]')).map((one) => one.dataset.item).join()"
    (sight,) = old_chromium.look([Visit(address + "selfcheck.html", {"bad": bad})])
    assert sight.complaints == [] and sight.values["bad"] in ("", "screen")


def test_without_scripts_the_self_check_says_what_still_works(
    open_page: Callable[..., Page], file_address: str
) -> None:
    """The sheet can be filled in by hand."""
    page = open_page(file_address + "selfcheck.html", java_script_enabled=False)
    assert "脚本没有运行" in page.locator('[data-hb="selfcheck-said"]').inner_text()
    assert page.locator("[data-item]").first.inner_text() == "未试"

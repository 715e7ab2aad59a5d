"""The built handbook opens without a complaint in both browsers, over http under a sub-path and from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit
from browser.test_everyone import KINDS

BARE = ("present/", "print/", "drill.html")
"""Pages in a shell of their own, without the theme's scripts."""


def kinds(site: Path) -> list[str]:
    """Pages of every kind: all at the top, and three of each folder, of the chapters' folders only the first."""
    chapters = sorted(path.stem for path in (site / "print").glob("*.html") if (site / path.stem).is_dir())
    folders = [path for path in sorted(site.iterdir()) if path.is_dir() and path.name not in ("assets", *chapters[1:])]
    pages = sorted(site.glob("*.html")) + [page for folder in folders for page in sorted(folder.glob("*.html"))[:3]]
    return [page.relative_to(site).as_posix() for page in pages]


@pytest.fixture(params=["strict", "file"])
def any_address(request: pytest.FixtureRequest) -> str:
    """A server that sends our headers, so that a breach of the policy is an error in the console; and a folder."""
    return str(request.getfixturevalue(f"{request.param}_address"))


def test_pages_open_in_chromium(open_page: Callable[..., Page], site: Path, any_address: str) -> None:
    """No error in the console, no failed request, nothing asked of the outside: ``open_page`` holds it."""
    for name in kinds(site):
        page = open_page(any_address + name)
        assert page.locator("html").get_attribute("lang") in ("zh", "zh-CN")
        assert page.title()
        assert page.evaluate("typeof __md_get") == "function" or name == "404.html" or name.startswith(BARE), name


def test_pages_open_in_chromium_79(old_chromium: OldChromium, site: Path, any_address: str) -> None:
    """The same in the oldest browser we serve."""
    check_sights(old_chromium, any_address, kinds(site))


def check_sights(engine: OldChromium, address: str, names: list[str]) -> None:
    """No complaint, a title, and nothing asked of anyone but the handbook."""
    for sight in engine.look([Visit(address + name, {"title": "document.title"}) for name in names]):
        assert sight.complaints == [] and sight.values["title"], (sight.url, sight.complaints)
        outside = [url for url in sight.requests if not url.startswith((address, "data:", "blob:"))]
        assert outside == [], sight.url


def test_pages_open_in_firefox(firefox: OldChromium, strict_address: str) -> None:
    """A third of the kinds of page, under the policy of the samples; the sweep opens them all."""
    check_sights(firefox, strict_address, [*KINDS[::3]])


@pytest.mark.sweep
@pytest.mark.parametrize("engine", ["firefox", "old_chromium"])
def test_all_pages_open_in_the_other_engines(
    request: pytest.FixtureRequest, site: Path, any_address: str, engine: str
) -> None:
    """Every page there is, in the oldest browser we serve and in the other family of browsers."""
    names = [page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html"))]
    check_sights(request.getfixturevalue(engine), any_address, names)


@pytest.mark.sweep
def test_all_pages_open_in_chromium(open_page: Callable[..., Page], site: Path, any_address: str) -> None:
    """Every page there is: ``open_page`` holds the console and what is asked for."""
    for page in sorted(site.rglob("*.html")):
        assert open_page(any_address + page.relative_to(site).as_posix()).title()


def test_no_page_is_wider_than_its_window(open_page: Callable[..., Page], site: Path, http_address: str) -> None:
    """Only boxes that are made for it scroll sideways, never the page: on a wall, a desk and a phone."""
    wide = []
    for name in kinds(site):
        page = open_page(http_address + name, width=1920)
        for width in (1920, 1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((name, width))
    assert wide == []

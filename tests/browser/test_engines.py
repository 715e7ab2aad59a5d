"""The built handbook opens without a complaint in both browsers, over http under a sub-path and from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.engines.old import OldChromium, Visit


def kinds(site: Path) -> list[str]:
    """One page of each kind: the first two of every folder, and those at the top."""
    folders = [site, *sorted(path for path in site.iterdir() if path.is_dir() and path.name != "assets")]
    return [page.relative_to(site).as_posix() for folder in folders for page in sorted(folder.glob("*.html"))[:4]]


def test_pages_open_in_chromium(open_page: Callable[..., Page], site: Path, address: str) -> None:
    """No console error, no failed request, nothing asked of the outside (held by ``open_page``)."""
    for name in kinds(site):
        page = open_page(address + name)
        assert page.locator("html").get_attribute("lang") in ("zh", "zh-CN")
        assert page.title()


def test_pages_open_in_chromium_79(old_chromium: OldChromium, site: Path, address: str) -> None:
    """The same in the oldest browser we serve."""
    names = kinds(site)
    sights = old_chromium.look([Visit(address + name, {"title": "document.title"}) for name in names])
    for sight in sights:
        assert sight.engine.startswith("HeadlessChrome/79."), sight.engine
        assert sight.complaints == [], sight.url
        assert sight.values["title"], sight.url
        outside = [url for url in sight.requests if not url.startswith((address, "data:"))]
        assert outside == [], sight.url


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_no_page_is_wider_than_its_window(
    open_page: Callable[..., Page], site: Path, http_address: str, width: int
) -> None:
    """Only boxes that are made for it scroll sideways, never the page."""
    for name in kinds(site):
        page = open_page(http_address + name, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name

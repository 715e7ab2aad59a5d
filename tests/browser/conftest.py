"""The browsers: today's Chromium by Playwright, and Chromium 79, which locked-down offices still run.

Every page opened through these fixtures is held: an error in the console, a failed request or a request to
anywhere but the handbook fails the test.
"""

import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from browser.engines.old import OldChromium

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OURS = ("file://", "http://127.0.0.1:", "data:", "blob:", "about:")


class Watch:
    """What a page said and asked for that it should not."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"page error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def finish(self, page: Page) -> list[str]:
        """Close the page's window; give all complaints."""
        page.context.close()
        return self.complaints

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _failed(self, request: Request) -> None:
        """An aborted request was ours to abort: the window went on to the next page before it was through."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(OURS):
            self.complaints.append(f"outside: {request.url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give today's Chromium, from the system's packages."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser")  # the first opens windows three times as fast
    chromium = next(filter(None, map(shutil.which, names)), None)
    assert chromium, "Chromium is missing: run .ci/find-test-tools"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages: ``open_page(url, width=1280, height=800, **context)``; all are held until the test ends.

    A page opened with the same options as the last one takes its place in the same window.
    """
    windows: dict[str, tuple[Page, Watch]] = {}

    def open_(url: str, *, width: int = 1280, height: int = 800, **options: Any) -> Page:
        key = repr((width, height, sorted(options.items())))
        if key not in windows:
            page = browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
            windows[key] = page, Watch(page)
        windows[key][0].goto(url)
        return windows[key][0]

    yield open_
    complaints = [complaint for page, watch in windows.values() for complaint in watch.finish(page)]
    assert not complaints, complaints


@pytest.fixture
def desk(open_page: Callable[..., Page]) -> Page:
    """Give a window for the desk in which nothing is kept yet and whose questions are answered with yes."""
    page = open_page("about:blank", reduced_motion="reduce")
    page.on("dialog", lambda dialog: dialog.accept())
    return page


@pytest.fixture(scope="session")
def old_chromium() -> OldChromium:
    """Give Chromium 79: ``old_chromium.look([Visit(url, ...)])`` opens pages and tells what it saw."""
    if platform.machine() not in ("x86_64", "AMD64"):
        pytest.skip("Chromium 79 is only to be had for x86-64")
    return OldChromium(Path(__file__).parent / "engines" / "old.mjs")


@pytest.fixture(scope="session")
def firefox() -> OldChromium:
    """Give Firefox, which is asked the same way."""
    if not shutil.which("firefox-esr"):
        pytest.skip("Firefox is missing: run .ci/find-test-tools")
    return OldChromium(Path(__file__).parent / "engines" / "fox.mjs")

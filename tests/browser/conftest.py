"""The browsers: today's Chromium by Playwright, and Chromium 79, which locked-down offices still run.

Every page opened through these fixtures is held: an error in the console, a failed request or a request to
anywhere but the handbook fails the test.
"""

import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

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
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith(OURS):
            self.complaints.append(f"outside: {request.url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give today's Chromium, from the system's packages."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium is missing: run .ci/find-browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages: ``open_page(url, width=1280, height=800, **context)``; all are held until the test ends."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def open_(url: str, *, width: int = 1280, height: int = 800, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        watches.append(Watch(page))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    assert not complaints, complaints


@pytest.fixture(scope="session")
def old_chromium() -> OldChromium:
    """Give Chromium 79: ``old_chromium.look([Visit(url, ...)])`` opens pages and tells what it saw."""
    if platform.machine() not in ("x86_64", "AMD64"):
        pytest.skip("Chromium 79 is only to be had for x86-64")
    return OldChromium(Path(__file__).parent / "engines" / "old.mjs")

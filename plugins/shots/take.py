"""Take the screenshots of the README from the built site: ``make shots``."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SHOTS = Path(__file__).parent
PAGES = {
    "home": ("index.html", 1280, 900, "default"),
    "procedure": ("branch-building/branch-election.html", 1280, 1100, "default"),
    "dark": ("membership-development/development-target.html", 1280, 900, "slate"),
    "phone": ("branch-building/branch-election.html#step-quorum", 390, 844, "default"),
}
"""Each picture: the page, width and height in pixels, the colour scheme."""


def main() -> None:
    """Open each page by its file and write its picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (address, width, height, scheme) in PAGES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(f"{(ROOT / 'site').as_uri()}/{address}")
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            page.wait_for_timeout(300)
            page.screenshot(path=SHOTS / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()

"""The samples for servers: under their Content-Security-Policy the pages work, and nothing that is not ours does."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from command import sample_headers

ELECTION = "branch-building/branch-election.html"


def test_every_sample_says_the_same_policy(site: Path) -> None:
    """Whichever server an office has; and nothing in it is loose."""
    policy = sample_headers(site)["Content-Security-Policy"]
    for name in ("nginx.conf", "htaccess.txt", "web.config"):
        assert f'"{policy}"' in (site / "server" / name).read_text("utf-8"), name
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy


def test_palette_search_and_forms_work_under_the_policy(open_page: Callable[..., Page], strict_address: str) -> None:
    """What the theme's inline scripts and our own scripts do."""
    page = open_page(strict_address + ELECTION)
    page.click("label[for=__palette_1]")
    page.goto(strict_address + "index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.click("label[for=__palette_0]")
    page.goto(strict_address + "search.html?q=xuanju")
    page.wait_for_selector('[data-hb="search-hit"]')
    page.goto(strict_address + "forms/yongxi-flag.html")
    page.wait_for_load_state("networkidle")
    assert page.locator('[data-hb="form-total"]').first.is_visible()


def test_what_is_not_ours_is_stopped(browser: Browser, strict_address: str) -> None:
    """A script put into a page later does not run, and no page can send anything anywhere."""
    page = browser.new_page()
    page.goto(strict_address + ELECTION)
    found = page.evaluate(
        """() => {
          const seen = [];
          document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
          const script = document.createElement('script');
          script.textContent = 'window.harmed = true';
          document.body.append(script);
          const image = new Image();
          image.src = 'http://127.0.0.1:9/x.png';
          return new Promise((done) => setTimeout(() => done([window.harmed === undefined, seen.sort()]), 300));
        }"""
    )
    page.context.close()
    assert found == [True, ["img-src", "script-src-elem"]]

"""On paper from a browser: a card is one A4 page, its QR code can be read, the heads stand on every page."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

Opener = Callable[..., Page]
CLIPPED = """() => [...document.querySelectorAll("main *")]
    .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""
WIDE, HIGH = 595, 842
"""An A4 page in points."""


def printed(page: Page) -> PdfReader:
    """Print the open page as its own style says."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def check_card(page: Page, file: Path, address: str) -> None:
    """One A4 page with every step of the procedure, and a code that says where to go."""
    page.goto(f"{address}print/{file.name}")
    reader = printed(page)
    assert len(reader.pages) == 1, file.name
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (WIDE, HIGH), file.name
    words = re.sub(r"\s", "", reader.pages[0].extract_text())
    for number in page.locator(".hb-wall__rows tbody th").all_inner_texts():
        assert number in words
    assert page.evaluate(CLIPPED) == [], file.name
    code = page.locator(".hb-wall__qr svg")
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    assert [one.text for one in read] == [code.get_attribute("aria-label")]


@pytest.mark.parametrize("slug", ["branch-election", "annual-plan", "change-election-date", "lost-members"])
def test_a_card_is_one_page(open_page: Opener, file_address: str, site: Path, slug: str) -> None:
    """The longest, the shortest, one with many times."""
    check_card(open_page(f"{file_address}index.html"), site / "print" / f"card-{slug}.html", file_address)


@pytest.mark.sweep
def test_all_cards_are_one_page(open_page: Opener, file_address: str, site: Path) -> None:
    """Every procedure there is."""
    page = open_page(f"{file_address}index.html")
    cards = sorted((site / "print").glob("card-*.html"))
    assert cards
    for file in cards:
        check_card(page, file, file_address)


def test_a_chapter_has_its_head_on_every_page(open_page: Opener, file_address: str) -> None:
    """Browsers repeat the head of a table: chapter, code and title, and the page's code; no picture is cut."""
    page = open_page(f"{file_address}print/member-education.html")
    codes = [text.split()[-1] for text in page.locator(".hb-running__code").all_text_contents()]
    texts = [each.extract_text() for each in printed(page).pages]
    assert codes and all(any(code in text for code in codes) for text in texts[2:])
    page.emulate_media(media="print")
    tall = "[...document.querySelectorAll('.hb-picture')].map((one) => one.getBoundingClientRect().height / 96 * 25.4)"
    assert max(page.evaluate(tall)) <= 237


def test_home_and_chapter_and_procedure_lead_to_their_prints(open_page: Opener, file_address: str) -> None:
    """Three buttons."""
    page = open_page(f"{file_address}index.html")
    for address, target in (
        ("index.html", "print/index.html"),
        ("branch-building/index.html", "../print/branch-building.html"),
        ("branch-building/branch-election.html", "../print/card-branch-election.html"),
    ):
        page.goto(file_address + address)
        page.click(f'.hb-projection a[href="{target}"]')
        assert page.locator(".hb-print__bar a").count() == 1
        page.click(".hb-print__bar a")
        assert page.url.endswith(address)

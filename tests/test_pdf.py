"""On paper: the contents name the right pages, every 见第 x 页 too, the heads stand, no character is missing."""

import re
import shutil
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from command import run
from handbook.pipeline import make_pages
from handbook.printing import as_pdf
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.planning.walls import fitted
from handbook.stages.rendering import Pages, RenderedPage
from handbook.views.prints import WallRow, WallView

NUMBERED = re.compile(r"第\s*(\d+)\s*页")


@pytest.fixture(scope="session")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The pages of the smallest handbook."""
    minimal = Path(__file__).parent / "sites" / "minimal"
    made = make_pages(Settings.at(shutil.copytree(minimal, tmp_path_factory.mktemp("pdf") / "minimal")), Report())
    assert made is not None
    return made.pages


@pytest.fixture(scope="session")
def book(prints: Pages) -> RenderedPage:
    """The print of the whole handbook."""
    return next(page for page in prints.prints if page.address == "print/index.html")


@pytest.fixture(scope="session")
def laid_out(book: RenderedPage, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The same as PDF; no character may be missing."""
    content, missing = as_pdf(book)
    assert missing == []
    file = tmp_path_factory.mktemp("pdf") / "book.pdf"
    file.write_bytes(content)
    return PdfReader(file)


def page_numbers(reader: PdfReader) -> dict[str, int]:
    """The page of every anchor, counted from 1."""
    places = reader.named_destinations
    return {name: (reader.get_destination_page_number(place) or 0) + 1 for name, place in places.items()}


def test_the_contents_name_the_right_pages(book: RenderedPage, laid_out: PdfReader) -> None:
    """Each line ends with the page on which the procedure's head stands."""
    words = re.findall(r'<li><a href="#([a-z-]+)"><span class="hb-code">(.*?)</span>(.*?)</a>', book.html)
    assert len(words) == 2
    contents = laid_out.pages[1].extract_text()
    for anchor, code, title in words:
        found = re.search(rf"{code}\s*{title}[.\s]*?(\d+)\s", contents + "\n")
        assert found, contents
        number = int(found[1])
        assert number == page_numbers(laid_out)[anchor]
        page = laid_out.pages[number - 1].extract_text()
        assert f"{code} {title}" in page, "the running head"
        assert f"{number} / {len(laid_out.pages)}" in page, "the page's number"


def test_every_reference_names_the_page_of_its_target(book: RenderedPage, laid_out: PdfReader) -> None:
    """As many references to each page as there are links to anchors on it."""
    links = re.findall(r'<a (?:class="hb-at" )?href="#([^"]+)"(?: data-see="[^"]*")?>', book.html)
    shown = re.findall(r'<a href="#([^"]+)" data-see=|<a class="hb-at" href="#([^"]+)"', book.html)
    pages = page_numbers(laid_out)
    assert {anchor for anchor in links if anchor not in pages} == set()
    expected = Counter(pages[one or two] for one, two in shown)
    text = "".join(page.extract_text() for page in laid_out.pages)
    assert Counter(map(int, NUMBERED.findall(text))) == expected
    assert expected


def test_anchors_are_unique_and_every_link_within_leads_somewhere(prints: Pages) -> None:
    """Two procedures share a print, and so do their steps of the same name."""
    for page in prints.prints:
        ids = re.findall(r' id="([^"]+)"', page.html)
        assert len(ids) == len(set(ids))
        named = re.findall(r'href="#([^"]+)"', page.html) + [
            each for group in re.findall(r'aria-labelledby="([^"]+)"', page.html) for each in group.split()
        ]
        assert set(named) <= set(ids), set(named) - set(ids)


def test_nothing_that_only_a_screen_needs_is_left(prints: Pages) -> None:
    """No button, no closed note; of scripts only those that tell a reader at the screen what is not for the branch."""
    own = r'<script src="\.\./assets/(?:conditions|fit-note)\.js"></script>'
    for page in prints.prints:
        html = re.sub(own, "", page.html)
        assert not re.search(r"<(?:button|script|input|select)|<details (?!open)|<!--screen", html)


def test_the_command_says_what_is_missing(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown chapter and a machine without WeasyPrint are told apart, in both languages, without a traceback."""
    unknown = run("pdf", "nowhere", folder=minimal)
    assert unknown.returncode == 2
    assert "nowhere" in unknown.stderr and "demo" in unknown.stderr
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    from click.testing import CliRunner

    from handbook.cli import handbook

    answered = CliRunner().invoke(handbook, ["-f", str(minimal), "pdf"])
    assert answered.exit_code == 2
    assert "pip install" in answered.output and "生成 PDF" in answered.output and "A PDF needs" in answered.output


def test_one_chapter_is_written_to_a_file(minimal: Path) -> None:
    """``handbook pdf demo -o FILE``."""
    written = run("pdf", "demo", "-o", "chapter.pdf", folder=minimal)
    assert written.returncode == 0, written.stderr
    assert len(PdfReader(minimal / "chapter.pdf").pages) >= 4


def test_a_card_leads_to_where_the_handbook_is_published(minimal: Path) -> None:
    """Without an address its code says what to search for."""
    file = minimal / "content" / "handbook.yml"
    for line, said in (("", "开会 "), ("address: http://intranet/dangjian/\n", "http://intranet/dangjian/demo/")):
        file.write_text(line + file.read_text("utf-8"), "utf-8")
        made = make_pages(Settings.at(minimal), Report())
        assert made is not None
        card = next(page for page in made.plan.prints if page.slug == "card-hold-meeting")
        assert card.view.qr.startswith(said), card.view.qr


def test_a_card_with_too_much_is_made_lean(prints: Pages) -> None:
    """The words get smaller, then papers and numbers are left out; the steps stay."""
    rows = tuple(WallRow(f"{number:02}", "研究事项" * 3, "", "支委会", "十天以内") for number in range(1, 61))
    card = WallView("办事", "办事", "第一章", rows, ("半数以上" * 10,), "通知、" * 80, "", "", "办事", 0, "")
    small = fitted(card)
    assert small.size > fitted(replace(card, rows=rows[:10])).size
    assert len(small.rows) == 60 and not small.papers

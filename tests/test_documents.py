"""Papers as Word documents: what stands in them, how they are laid out, what the command line refuses."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm, Pt

from command import ROOT, run
from documents import bare, read_by_libreoffice, views, words_of
from handbook.filling import fill
from handbook.stages.rendering.documents import template, write_documents
from handbook.views.document import DocumentView

SAMPLE = ("election-request", "ballot-committee", "member-roster", "assembly-minutes", "absence-register")
BLANK = re.compile("[＿□]")


def samples_of(view: DocumentView) -> dict[str, str]:
    """Something right for every field."""
    right = {"date": "2027-01-08", "time": "14:30", "percent": "85.5"}
    values = {}
    for name, field in view.fields.items():
        number = str(max(field.minimum or 0, min(3, field.maximum or 3)))
        by_kind = {**right, "number": number, "choice": (field.choices or ("",))[0]}
        values[name] = by_kind.get(field.kind, f"样例{field.label}")
    return values


def held_by_libreoffice(slugs: tuple[str, ...], tmp_path: Path) -> None:
    """Open the blank and a filled copy of papers; each says what its preview says."""
    filled = {slug: fill(views()[slug], samples_of(views()[slug])) for slug in slugs}
    blank = {slug: fill(views()[slug], {}) for slug in slugs}
    written = write_documents(tuple(views()[slug] for slug in slugs), tmp_path / "cache").blanks
    assert {slug: one.faults for slug, one in filled.items() if one.faults} == {}
    files = {f"{slug}-filled": one.docx for slug, one in filled.items()}
    files |= {f"{slug}-blank": written[slug] for slug in slugs}
    wanted = {f"{slug}-filled": one.text for slug, one in filled.items()}
    wanted |= {f"{slug}-blank": one.text for slug, one in blank.items()}
    read = read_by_libreoffice(files, tmp_path)
    assert {name for name in wanted if bare(read.get(name, "")) != bare(wanted[name])} == set()


def test_a_document_says_what_its_preview_says(tmp_path: Path) -> None:
    """LibreOffice opens a sample of the papers, blank and filled in."""
    held_by_libreoffice(SAMPLE[:3], tmp_path)


@pytest.mark.sweep
def test_every_document_says_what_its_preview_says(tmp_path: Path) -> None:
    """LibreOffice opens every paper, blank and filled in."""
    held_by_libreoffice(tuple(views()), tmp_path)


def test_no_blank_copy_leaves_a_field_without_a_marked_blank() -> None:
    """Every place to fill in is a blank to write on or a box to tick, and no tag is left."""
    for view in views().values():
        made = template(view)
        assert {name for name, _ in made.tags.values()} == set(view.fields), view.slug
        assert all(BLANK.search(blank) for _, blank in made.tags.values()), view.slug
    written = write_documents(tuple(views().values()), ROOT / ".cache" / "handbook").blanks
    bodies = {slug: zipfile.ZipFile(BytesIO(docx)).read("word/document.xml") for slug, docx in written.items()}
    assert [slug for slug, text in bodies.items() if b"{{" in text] == []


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    """Made anew or taken from the store, on any day: names in order, one date."""
    some = tuple(views()[slug] for slug in SAMPLE)
    first = write_documents(some, tmp_path / "a")
    assert first == write_documents(some, tmp_path / "a") == write_documents(some, tmp_path / "b")
    for slug, docx in first.blanks.items():
        with zipfile.ZipFile(BytesIO(docx)) as container:
            assert container.namelist() == sorted(container.namelist())
            assert {one.date_time[:3] for one in container.infolist()} == {(2026, 11, 21)}, slug
            assert container.testzip() is None


def test_the_page_is_laid_out_after_the_standard() -> None:
    """GB/T 9704—2012: A4, 37 and 28 mm above and left, a type area of 156 × 225 mm, 22 lines of 16 points."""
    document = Document(BytesIO(fill(views()["election-request"], {}).docx))
    page = document.sections[0]
    found = (page.page_width, page.page_height, page.top_margin, page.left_margin, page.right_margin)
    wanted = (Mm(210), Mm(297), Mm(37), Mm(28), Mm(26))
    assert all(each and abs(each - right) < Mm(0.2) for each, right in zip(found, wanted, strict=True))
    body, title = document.styles["公文正文"], document.styles["公文标题"]
    assert (document.styles["Normal"].paragraph_format.line_spacing, title.font.size) == (Pt(28), Pt(22))
    height = (page.page_height or 0) - (page.top_margin or 0) - (page.bottom_margin or 0)
    assert height // Pt(28) == 22
    assert body.base_style.name == "Normal" and document.settings.odd_and_even_pages_header_footer
    wide = Document(BytesIO(fill(views()["member-roster"], {}).docx))
    assert (wide.sections[0].page_width or 0) > (wide.sections[0].page_height or 0)
    heads = [table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in wide.tables]
    assert heads and all(heads)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ({"sign-on": "２０２６年１１月５日"}, "2026年11月5日"),
        ({"sign-on": " 2026/2/28 "}, "2026年2月28日"),
        ({"seats": "５"}, "拟设委员5名"),
        ({"term-years": "5 年"}, "任期5年"),
        ({"branch": "中共𠮷㛃支部"}, "中共𠮷㛃支部"),
        ({"not-counted": "甲\r\n乙"}, "甲\n\u3000\u3000乙"),
        ({"not-counted": "{{branch}} {% x %} {#c} <w:p> &amp; ]]>"}, "{{branch}} {% x %} {#c} <w:p> &amp; ]]>"),
        ({"not-counted": "a\x00b\x0bc\ufffe\ud800d"}, "abcd"),
        ({"not-counted": "长" * 10_000}, "长" * 10_000),
    ],
)
def test_what_is_typed_stands_in_the_document(typed: dict[str, str], stands: str) -> None:
    """Full-width figures, rare characters, signs of XML and of templates, control characters, very long texts."""
    made = fill(views()["election-request"], typed)
    assert made.faults == []
    assert stands in words_of(made.docx)
    assert bare(words_of(made.docx)) == bare(made.text)


def test_rows_for_more_go_only_where_there_are_fewer() -> None:
    """A ballot with four candidates has four rows; a blank one keeps all six."""
    view = views()["ballot-committee"]
    four = {f"candidate-{number}": f"样例{number}" for number in range(1, 5)}
    rows = [len(Document(BytesIO(fill(view, given).docx)).tables[0].rows) for given in (four, {})]
    assert rows == [5, 7]


def test_the_command_writes_a_paper_and_refuses_what_is_wrong(minimal: Path) -> None:
    """Every problem at once, in both languages, and no file; a right call writes one."""
    out = minimal / "paper.docx"
    wrong = ("--set", "plcae=1", "--set", "day=2026-02-30", "--set", "x", "--set", "place=1", "--set", "place=2")
    done = run("paper", "notice", *wrong, "-o", out, folder=minimal)
    assert (done.returncode, out.exists()) == (1, False)
    for said in ("没有“plcae”这个字段", "“开会日期”不是有效的日期", "“x”里没有等号", "“place”给了两次"):
        assert said in done.stderr
    assert done.stderr.count("\n") == 8
    assert run("paper", "no-such-paper", "-o", out, folder=minimal).returncode == 2
    done = run("paper", "notice", "--set", "place=样例会议室", "-o", out, folder=minimal)
    assert done.returncode == 0, done.stderr
    assert "定于＿＿＿＿年＿＿月＿＿日在样例会议室开会。" in words_of(out.read_bytes())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"seats": "9"}, "maximum"),
        ({"term-years": "4"}, "choice"),
        ({"seats": "五"}, "number"),
        ({"not-counted": "{_{"}, "template"),
    ],
)
def test_what_cannot_stand_in_a_field_is_refused(typed: dict[str, str], said: str) -> None:
    """A number out of its range, a choice that is none, a figure in words, what the template's program would change."""
    assert [fault["code"] for fault in fill(views()["election-request"], typed).faults] == [said]

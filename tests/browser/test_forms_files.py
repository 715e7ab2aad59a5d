"""Sheets as files: every format comes back exactly, nothing in one is run, and a code holds paper and file together."""

import csv
import io
import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.formpage import fill_in, said, saved, take, write

LADDER = "chengzhuang-ladder"
UNIT = '=甲队,"一"<img src=x onerror="window.hacked=1">'
NOTE = '-看过\'了, "好"; +1'
SHEET = {"sections": {"key": "39.50", "base": 50, "innov": 8}, "items": {"shift-talk": 1, "birthday": 0}, "flags": []}


@pytest.fixture
def filled(address: str, open_page: Callable[..., Page]) -> Page:
    """A page with a sheet whose words are awkward, over http and from a file."""
    page = open_page(f"{address}forms/{LADDER}.html")
    page.on("dialog", lambda dialog: dialog.accept())
    assert fill_in(page, SHEET, unit=UNIT, period="2026Q3", post="一线") == "97.5"
    page.fill("[data-item=shift-talk] [data-note]", NOTE)
    return page


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_a_file_comes_back_exactly(ending: str, filled: Page, tmp_path: Path) -> None:
    """To the letter, numbers as they were typed."""
    before = saved(filled, "form-export", tmp_path / "before.json").read_text("utf-8")
    hook = "form-export" if ending == "json" else f"form-export-{ending}"
    path = saved(filled, hook, tmp_path / f"sheet.{ending}")
    filled.click("[data-hb=form-clear]")
    assert said(filled, "form-total") == "0"
    take(filled, path)
    assert saved(filled, "form-export", tmp_path / "after.json").read_text("utf-8") == before
    assert json.loads(before)["notes"] == {"shift-talk": NOTE}
    assert '"key": 39.50' in before
    assert filled.evaluate("window.hacked") is None


def test_spreadsheets_take_nothing_for_a_formula(filled: Page, tmp_path: Path) -> None:
    """In CSV by an apostrophe and with the mark that Excel needs; in a workbook by being words."""
    text = saved(filled, "form-export-csv", tmp_path / "sheet.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = {row[0]: row for row in csv.reader(io.StringIO(text.decode("utf-8-sig"))) if row}
    assert rows["unit"][2] == "'" + UNIT
    assert rows["items.shift-talk"][3] == "'" + NOTE
    assert rows["result.total"][2] == "97.5"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openpyxl import load_workbook

        book = load_workbook(saved(filled, "form-export-xlsx", tmp_path / "sheet.xlsx"))
    cells = {row[0]: row for row in book.active.iter_rows(values_only=True)}
    assert cells["unit"][2] == UNIT
    assert cells["sections.base"][2] == 50
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)


def test_what_a_spreadsheet_program_saved_is_read(filled: Page, tmp_path: Path) -> None:
    """A workbook saved by another program, with shared words; a CSV in the coding of a Chinese Excel."""
    path = saved(filled, "form-export-xlsx", tmp_path / "sheet.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openpyxl import load_workbook

        book = load_workbook(path)
        for row in book.active.iter_rows():
            if row[0].value == "code":
                row[2].value = None
            if row[0].value == "sections.base":
                row[2].value = 40.1
        book.save(path)
    take(filled, path)
    assert said(filled, "form-total") == "87.6"
    plain = saved(filled, "form-export-csv", tmp_path / "sheet.csv").read_text("utf-8-sig")
    (tmp_path / "gbk.csv").write_bytes(plain.encode("gb18030"))
    filled.click("[data-hb=form-clear]")
    take(filled, tmp_path / "gbk.csv")
    assert said(filled, "form-total") == "87.6"
    assert filled.input_value("[data-field=unit]") == UNIT


def damaged_files(folder: Path) -> list[Path]:
    """Files nobody should be able to do harm with."""
    own = f'{{"form": "{LADDER}", '
    texts = {
        "damaged.json": '{"form":',
        "foreign.json": '{"form": "<img src=x onerror=window.hacked=1>"}',
        "proto.json": own + '"__proto__": {"polluted": 1}}',
        "inner.json": own + '"items": {"__proto__": 1, "constructor": 2}}',
        "endless.json": own + '"items": {"duty": 1e309}}',
        "wide.json": own + '"items": {"duty": "０．５"}}',
        "deep.json": "[" * 100_000,
        "nothing.json": "",
        "picture.csv": "\x89PNG\r\n\x1a\n",
        "other.csv": "编号,名称\r\n=cmd|' /C calc'!A0,1\r\n",
        "zip.xlsx": "PK\x03\x04 but no more",
        "large.json": '{"form": "' + "x" * 50_000_000 + '"}',
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", "<row>" + " " * 200_000_000)
    with zipfile.ZipFile(folder / "entities.xlsx", "w", zipfile.ZIP_DEFLATED) as entities:
        entities.writestr("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return [folder / name for name in [*texts, "bomb.xlsx", "entities.xlsx"]]


def test_damaged_foreign_and_hostile_files_are_refused(filled: Page, tmp_path: Path) -> None:
    """Each by its name and with a reason; the sheet on the page is as it was; nothing was run."""
    before = saved(filled, "form-export", tmp_path / "before.json").read_text("utf-8")
    for path in damaged_files(tmp_path):
        take(filled, path)
        told = said(filled, "form-problems")
        assert told.startswith(path.name) and len(told) > len(path.name) + 4, (path.name, told)
        assert saved(filled, "form-export", tmp_path / "after.json").read_text("utf-8") == before, path.name
    assert filled.evaluate("[window.hacked, {}.polluted]") == [None, None]


def test_a_changed_file_is_noticed_by_its_code(filled: Page, tmp_path: Path) -> None:
    """The code on the page, on paper and in the file is one; answers that do not fit it are refused."""
    path = saved(filled, "form-export", tmp_path / "sheet.json")
    code = json.loads(path.read_text("utf-8"))["code"]
    assert said(filled, "form-code") == code and len(code) == 9
    path.write_text(path.read_text("utf-8").replace("39.50", "45.00"), "utf-8")
    take(filled, path)
    assert code in said(filled, "form-problems")
    assert said(filled, "form-total") == "97.5"
    filled.emulate_media(media="print")
    assert filled.is_visible("[data-hb=form-code]") and filled.is_visible(".hb-form__sign")
    filled.emulate_media(media="screen")


def test_another_edition_is_taken_over_by_parts(filled: Page, tmp_path: Path) -> None:
    """What fits is there, what does not is named, nothing is guessed."""
    old = {"form": LADDER, "edition": "2019-1", "code": "0000-0000", "unit": "乙队", "period": "2026Q2", "post": "四线"}
    items = {"duty": 4.5, "gone": 3, "meetings": 99}
    take(filled, write(tmp_path / "old.json", {**old, "items": items, "sections": {"base": 40}, "flags": ["lost"]}))
    told = said(filled, "form-problems")
    for part in ("2019-1", "items.gone = 3", "items.meetings = 99", "flags", "post"):
        assert part in told
    assert said(filled, "form-total") == "44.5"
    assert filled.input_value("[data-field=unit]") == "乙队"
    assert filled.input_value("[data-item=duty] [data-field=item]") == "4.5"

"""The record of changes in a browser: what is new to this reader, and whether a sheet of paper is still current."""

import copy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook.editions import Snapshot, to_bytes
from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.planning.changes import page_code

MINIMAL = Path(__file__).parents[1] / "sites" / "minimal"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, str]:
    """The smallest handbook after an edition with another number: its address and the two codes of the page."""
    folder = Path(shutil.copytree(MINIMAL, tmp_path_factory.mktemp("changes") / "handbook"))
    handbook = check_handbook(Settings.at(folder), Report())
    assert handbook is not None
    entries = copy.deepcopy(dict(handbook.edition.entries))
    step = entries["procedure"]["hold-meeting"]["steps"]["count"]
    step["how"][0] = step["how"][0].replace("半数以上", "三分之二以上")
    old = Snapshot("旧版", "2020-01-01", entries)
    (folder / "editions").mkdir()
    (folder / "editions" / "2020-01-01.json.gz").write_bytes(to_bytes(old))
    subprocess.run([sys.executable, "-c", "from handbook.cli import main; main()", "build"], cwd=folder, check=True)
    codes = [page_code(edition, "procedure", "hold-meeting") for edition in (old, handbook.edition)]
    return (folder / "site").as_uri() + "/", codes[0], codes[1]


def test_a_changed_number_is_told_as_a_headline(open_page: Callable[..., Page], site: tuple[str, str, str]) -> None:
    """What stood there and what stands there now, with the way to the step."""
    page = open_page(site[0] + "changes.html")
    change = page.locator(".hb-change--headline")
    assert change.count() == 1
    assert "三分之二以上" in change.inner_text() and "半数以上" in change.inner_text()
    assert change.locator("a").get_attribute("href") == "demo/hold-meeting.html#step-count"


def test_a_code_from_paper_is_told_current_or_not(open_page: Callable[..., Page], site: tuple[str, str, str]) -> None:
    """The page carries its code; an old one lists what changed since; a slip is told as unknown."""
    address, old, new = site
    page = open_page(address + "demo/hold-meeting.html")
    assert page.inner_text(".hb-footer__code b") == new
    page = open_page(address + "changes.html")
    for typed, said in ((new.lower(), "是现行的"), (old, "改了 1 处"), ("ZZZZZZ", "没有"), ("<img>", "没有")):
        page.fill('[data-hb="changes-code"]', typed)
        page.keyboard.press("Enter")
        page.wait_for_function(
            "said => document.querySelector('[data-hb=changes-said]').textContent.includes(said)", arg=said
        )
    page.fill('[data-hb="changes-code"]', old)
    page.keyboard.press("Enter")
    page.wait_for_selector(".hb-change.hb-is-own")


def test_a_reader_sees_what_is_new_since_the_last_time(
    open_page: Callable[..., Page], site: tuple[str, str, str]
) -> None:
    """Nothing is new on a first visit; after an older edition was read, home says so and the record marks it."""
    page = open_page(site[0] + "index.html")
    assert page.locator('[data-hb="newer"]').is_hidden()
    page.evaluate("localStorage.setItem('handbook/read-edition', '2020-01-01')")
    page.reload()
    page.click('[data-hb="newer"] a')
    page.wait_for_url("**/changes.html")
    assert "1 处" in page.inner_text('[data-hb="changes-since"]')
    assert page.locator(".hb-edition.hb-is-new").count() == 1
    page.reload()
    assert page.locator('[data-hb="changes-since"]').is_hidden()

"""Every kind of page is valid HTML, by the rules of the standard as html-validate knows them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from command import ROOT
from handbook.problems import Report
from handbook.stages.bundling.checks import check_site

VALIDATOR = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = ROOT / "tests" / "htmlvalidate.json"
FEW = 6


def wrong_in(site: Path, pages: list[Path]) -> list[tuple[str, int, str, str]]:
    """Give what the validator says of some pages: page, line, rule, sentence."""
    node = shutil.which("node")
    assert node, "Node is missing: run make test"
    command = [node, str(VALIDATOR), "--config", str(RULES), "--formatter", "json", *map(str, pages)]
    said = subprocess.run(command, cwd=site, capture_output=True, text=True, encoding="utf-8", check=False)
    assert said.stdout, said.stderr
    return sorted(
        {
            (Path(file["filePath"]).relative_to(site).as_posix(), each["line"], each["ruleId"], each["message"])
            for file in json.loads(said.stdout)
            for each in file["messages"]
        }
    )


def test_the_pages_are_valid_html(site: Path) -> None:
    """The pages at the top, and some of every folder."""
    folders = [site, *sorted({page.parent for page in site.glob("*/*.html")})]
    pages = [page for folder in folders for page in sorted(folder.glob("*.html"))[: None if folder == site else FEW]]
    assert len(pages) > 40 and wrong_in(site, pages) == []


@pytest.mark.sweep
def test_all_pages_are_valid_html(site: Path) -> None:
    """Every page there is."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 500
    for start in range(0, len(pages), 100):
        assert wrong_in(site, pages[start : start + 100]) == []


def test_the_real_handbook_can_be_bundled(site: Path) -> None:
    """Every link and anchor of it resolves, and nothing in it asks for the outside."""
    report = Report()
    files = (path for path in site.rglob("*") if path.is_file())
    check_site({path.relative_to(site).as_posix(): path.read_bytes() for path in files}, report)
    assert len(report) == 0, report.explain()

"""The real handbook's papers as documents, and what LibreOffice reads in a .docx."""

import re
import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.table import Table

from command import ROOT
from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.drawing import IllustratedHandbook
from handbook.stages.planning.documents import plan_documents
from handbook.stages.planning.lookup import Lookup
from handbook.stages.planning.packs import plan_packs
from handbook.views.document import DocumentView, PackView


@cache
def lookup() -> Lookup:
    """The real handbook, without its drawings."""
    report = Report()
    handbook = check_handbook(Settings.at(ROOT), report)
    assert handbook is not None, report.explain()
    return Lookup(IllustratedHandbook(handbook, {}, {}, 0), "")


@cache
def views() -> dict[str, DocumentView]:
    """All papers by slug."""
    return {view.slug: view for view in plan_documents(lookup())}


@cache
def packs() -> dict[str, PackView]:
    """The pack of each procedure by slug."""
    return {pack.slug: pack for pack in plan_packs(lookup())}


def bare(text: str) -> str:
    """A text without blanks, tabs and line ends: programs differ in where they put them."""
    return re.sub(r"\s+", "", text)


AT_ONCE = 120
"""LibreOffice gives up somewhere beyond two hundred documents in one call."""


def read_by_libreoffice(files: dict[str, bytes], folder: Path) -> dict[str, str]:
    """Give the text that LibreOffice finds in documents, many opened in one call; an unreadable one is left out."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: run .ci/find-test-tools"
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    paths = [str(folder / f"{name}.docx") for name in files]
    for start in range(0, len(paths), AT_ONCE):
        subprocess.run([*command, *paths[start : start + AT_ONCE]], check=True, capture_output=True, timeout=900)
    made = {name: folder / f"{name}.txt" for name in files}
    return {name: path.read_text("utf-8-sig") for name, path in made.items() if path.is_file()}


def words_of(docx: bytes) -> str:
    """Give the words of a document as python-docx reads them: paragraphs and the cells of tables, in order."""
    texts: list[str] = []
    for block in Document(BytesIO(docx)).iter_inner_content():
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row.cells]
        else:
            texts.append(block.text)
    return "\n".join(texts)

"""Editions side by side in one folder, each a plain folder of its own: what makes a page of one find the others.

Above them stands ``index.html`` with the way into each. It and the list in each edition are written anew, each in one
step, whenever an edition comes, changes or goes.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from .editions import FOLDER, Beside, beside
from .stages.bundling.beside import LIST, edition_in
from .stages.bundling.manifest import MANIFEST
from .stages.rendering import environment
from .swapping import ForeignFolderError, replace_file

INDEX = "index.html"
OURS = b'data-hb="beside"'
"""By it the page above the editions is known to be ours to replace."""
STYLE = "assets/editions.css"


def name_of(number: str, date: str) -> str:
    """Give the name of an edition's folder: what of its number can stand in an address, or else its day."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", number)) or date


def lies_beside(folder: Path) -> bool:
    """Whether a folder is one of several editions."""
    return FOLDER.fullmatch(folder.name) is not None and _ours(folder.parent)


def refuse_foreign(root: Path) -> None:
    """Raise ForeignFolderError if the folder for the editions is an edition itself or holds another site."""
    if (root / MANIFEST).exists() or ((root / INDEX).exists() and not _ours(root)):
        raise ForeignFolderError(0, "里面有别的网页，不能放各版手册（holds another site）", str(root))


def folders_of(root: Path) -> list[str]:
    """Give the names of the folders that hold an edition, or held one until a run was killed."""
    names = [path.name.removeprefix(".").removesuffix(".editions") for path in root.glob(".*.editions")]
    return sorted({*(one.folder for one in found_in(root)), *filter(FOLDER.fullmatch, names)})


def found_in(root: Path) -> list[Beside]:
    """Give the editions that lie in a folder, the newest first. Raises OSError if it cannot be read."""
    folders = [path for path in sorted(root.iterdir()) if path.is_dir() and FOLDER.fullmatch(path.name)]
    found = [one for one in map(edition_in, folders) if one]
    return sorted(found, key=lambda one: (one.date, one.number, one.folder), reverse=True)


def tell_all(root: Path) -> list[Beside]:
    """Write the list into each edition and the page above them; gives the editions, the newest first.

    Raises OSError if something cannot be written; every file is whole at any moment.
    """
    found = found_in(root)
    for one in found:
        if (root / one.folder / LIST).is_file():  # an edition of long ago knows of no list
            replace_file(root / one.folder / LIST, beside(one.folder, found).encode(), root)
    if found:
        replace_file(root / INDEX, _page(found, root).encode(), root)
    return found


def _page(found: Sequence[Beside], root: Path) -> str:
    """The page above the editions, in the dress of the newest one that has it."""
    dress = next((f"{one.folder}/" for one in found if (root / one.folder / STYLE).is_file()), "")
    book = {"title": found[0].title, "unit": found[0].unit, "main": "", "second": ""}
    return environment().get_template("editions.html").render(page=found, book=book, root=dress)


def _ours(root: Path) -> bool:
    page = root / INDEX
    return page.is_file() and OURS in page.read_bytes()

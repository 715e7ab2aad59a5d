"""A unit's own pictures in ``content/images/``: none that does more than be looked at."""

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from ...problems import Place, Report, Word, reason_of
from ...settings import Settings
from .files import OTHER_FOLDERS, relative
from .svg import faults

MAX_BYTES = 1_000_000
"""The largest picture; a page shows it small."""
SIGNS = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8", ".webp": b"RIFF"}
"""How a file of each ending begins."""


def find_images(settings: Settings, report: Report) -> Iterator[tuple[str, Path]]:
    """Give the pictures of one layer by name; what is no picture, or one that may do harm, is reported and left out."""
    for folder in sorted(settings.content / name for name in OTHER_FOLDERS):
        for file in sorted(folder.iterdir()) if folder.is_dir() else ():
            shown = not file.name.startswith(".") and file.is_file()
            if shown and file.resolve().is_relative_to(settings.root) and _is_picture(file, settings, report):
                yield file.name, file


def _is_picture(file: Path, settings: Settings, report: Report) -> bool:
    place = Place(relative(settings, file))
    try:
        content = file.read_bytes() if file.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        report.add("file-unreadable", place, reason=reason_of(error))
        return False
    if content is None:
        report.add("file-too-large", place, limit=MAX_BYTES // 1_000_000)
        return False
    if file.suffix == ".svg":
        return _is_mere_drawing(content, place, report)
    if file.suffix not in SIGNS or not content.startswith(SIGNS[file.suffix]):
        report.add("image-kind", place, name=file.name)
        return False
    return True


def _is_mere_drawing(content: bytes, place: Place, report: Report) -> bool:
    """Whether an SVG draws and does nothing else: no script, nothing from elsewhere."""
    found = False
    try:
        for fault in faults(content):
            found = True
            at = Place(place.path, fault.line, fault.column)
            report.add("image-unsafe", at, what=Word(fault.what), name=fault.name)
    except expat.ExpatError as error:
        report.add("image-broken", Place(place.path, error.lineno, error.offset + 1))
        return False
    return not found

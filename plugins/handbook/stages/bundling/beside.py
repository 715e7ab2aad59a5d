"""Editions side by side: which ones lie in a folder, by their manifests, and whether the list in one is true."""

import json
from pathlib import Path
from typing import Any

from ...editions import Beside, beside, listed_by
from .manifest import MANIFEST

LIST = "assets/editions.js"
"""The one file of an edition that is written again where it lies: all else is as it was sealed."""


def edition_in(folder: Path) -> Beside | None:
    """Give the edition in a folder by its manifest; None if there is none. Raises OSError if it cannot be read."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    try:
        record: Any = json.loads(manifest.read_bytes())
        edition = record["edition"]
        number, date, code = (str(edition.get(key, "")) for key in ("number", "date", "code"))
        return Beside(folder.name, number, date, code, str(record.get("title", "")), str(record.get("unit", "")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def tells_beside(folder: Path, script: bytes) -> bool:
    """Whether a list is what would be written for the editions it names, where they lie now."""
    try:
        told = listed_by(script.decode("utf-8"))
    except UnicodeDecodeError:
        return False
    place = folder.resolve()
    if told is None or not place.is_dir() or told[0] != place.name:
        return False
    found = [edition_in(place.parent / name) for name in told[1]]
    return script == beside(told[0], [one for one in found if one]).encode()

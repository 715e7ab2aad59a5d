"""Opening what somebody hands over: a zip or a folder, trusted in nothing until it is read."""

import io
import os
import stat
import zipfile
from pathlib import Path, PurePosixPath

from ...problems import Place, Report
from .manifest import MANIFEST

MOST_BYTES = 1 << 30
"""More than this unpacked is no handbook but an attack on the disk or the memory."""
MOST_FILES = 100_000


def open_path(path: Path, report: Report) -> dict[str, bytes] | None:
    """Read all files of a zip or a folder, by name. Gives None if it is no bundle or would harm who opens it.

    Raises OSError if it cannot be read.
    """
    files = read_folder(path, report) if path.is_dir() else unpack(path, report)
    if files is not None and MANIFEST not in files:
        report.add("verify-no-manifest", Place(shown(path.name)))
        return None
    return files


def harmful(name: str) -> bool:
    """Whether a name leads out of the folder it is unpacked into, or hides where it leads."""
    parts = PurePosixPath(name).parts
    odd = "\\" in name or ":" in name or any(ord(character) < 32 for character in name)
    return not name or odd or name.startswith("/") or ".." in parts or name != str(PurePosixPath(name))


def shown(name: str) -> str:
    """Give a name as it may be printed: what would move the cursor or hide is written out."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


def read_folder(path: Path, report: Report) -> dict[str, bytes] | None:
    """Read all files of a folder, by name; links are reported, and None is given if there is too much of it."""
    files: dict[str, bytes] = {}
    total = 0
    for folder, folders, names in os.walk(path, onerror=_raise):
        for name in sorted([*folders, *names]):
            file = Path(folder, name)
            inside = file.relative_to(path).as_posix()
            if file.is_symlink():
                report.add("verify-link", Place(shown(inside)))
            elif name in names and not file.is_dir():
                total += file.stat().st_size
                if total > MOST_BYTES or len(files) >= MOST_FILES:
                    report.add("verify-too-large", Place(shown(inside)), most=MOST_BYTES >> 20)
                    return None
                files[inside] = file.read_bytes()
    return files


def _raise(error: OSError) -> None:
    raise error


def unpack(path: Path, report: Report) -> dict[str, bytes] | None:
    """Read all files of a zip, by name; None, with the reason reported, if it is none or would harm who unpacks it."""
    if path.stat().st_size > MOST_BYTES:
        report.add("verify-too-large", Place(shown(path.name)), most=MOST_BYTES >> 20)
        return None
    whole = io.BytesIO(path.read_bytes())
    try:
        with zipfile.ZipFile(whole) as archive:
            entries = archive.infolist()
            if _refused(path, entries, report):
                return None
            return {entry.filename: _unpacked(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, RuntimeError, ValueError, EOFError, OSError):
        report.add("verify-no-zip", Place(shown(path.name)))
        return None


def _refused(path: Path, entries: list[zipfile.ZipInfo], report: Report) -> bool:
    """Whether a zip would write outside its folder, through a link, or without end."""
    before, seen, total = report.errors, set[str](), 0
    for entry in entries:
        place = Place(f"{path.name}/{shown(entry.orig_filename)}")
        total += entry.file_size
        if harmful(entry.orig_filename):
            report.add("verify-leads-out", place)
        elif stat.S_ISLNK(entry.external_attr >> 16):
            report.add("verify-link", place)
        elif entry.filename in seen:
            report.add("verify-twice", place)
        elif total > MOST_BYTES or len(seen) >= MOST_FILES:
            report.add("verify-too-large", place, most=MOST_BYTES >> 20)
            break
        seen.add(entry.filename)
    return report.errors > before


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one file, never more than it says it holds; what is damaged comes out as what it cannot be."""
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except MemoryError:
        raise
    except Exception:  # what a damaged stream raises depends on where it is damaged: zlib, struct, zipfile …
        return b""
    return content if len(content) == entry.file_size else b""

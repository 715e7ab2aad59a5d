"""Holding what was handed over or put on a server against its manifest: every byte is accounted for."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...problems import Place, Report
from ...zipping import packed
from .beside import LIST, tells_beside
from .manifest import FORMAT, MANIFEST, SEALS, checksums, seals, sha256, sm3
from .opening import harmful, open_path, shown

SERVER_FOLDER = "server/"
"""The sample configurations; a server may want a copy of one in the site's own folder."""
MOST_MANIFEST = 64 << 20
"""The size in bytes beyond which a manifest is not read."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found whole: which edition, how many files, and the checksums of its manifest to compare by voice."""

    number: str
    date: str
    code: str
    """The code of all that the edition holds; empty of a bundle from before there were such codes."""
    files: int
    sha256: str
    sm3: str


def verify(path: Path, report: Report) -> Verified | None:
    """Verify a zip, an unpacked folder or a deployed folder. Reports every missing, changed and added file.

    Gives None if any was found. Raises OSError if the path cannot be read.
    """
    before = report.errors
    files = open_path(path, report)
    if files is None:
        return None
    record = _read_manifest(files[MANIFEST], report)
    _check_seals(files, report)
    if record is None:
        return None
    _compare(files, record["files"], report, path)
    if report.errors > before:
        return None
    if path.is_file() and not _same_container(path, files, record):
        report.add("verify-container", Place(shown(path.name)))
        return None
    manifest = files[MANIFEST]
    edition = record["edition"]
    number, date, code = (str(edition.get(key, "")) for key in ("number", "date", "code"))
    return Verified(number, date, code, len(files), sha256(manifest), sm3(manifest))


def _read_manifest(content: bytes, report: Report) -> dict[str, Any] | None:
    try:
        record = json.loads(content) if len(content) <= MOST_MANIFEST else None
    except (ValueError, RecursionError):
        record = None
    if not _well_formed(record):
        report.add("verify-bad-manifest", Place(MANIFEST))
        return None
    assert isinstance(record, dict)
    return record


def _well_formed(record: Any) -> bool:
    """Whether a manifest has all that is asked of it, each of the right kind."""
    if not isinstance(record, dict) or record.get("format") != FORMAT or not isinstance(record.get("made"), str):
        return False
    edition, files = record.get("edition"), record.get("files")
    if not isinstance(edition, dict) or not {"number", "date"} <= set(edition) or not isinstance(files, dict):
        return False
    return all(isinstance(sums, dict) and not harmful(name) for name, sums in files.items())


def _check_seals(files: dict[str, bytes], report: Report) -> None:
    """The manifest answers for all files, its seals for the manifest."""
    expected = seals(files[MANIFEST])
    broken = [name for name in SEALS if files.get(name) != expected[name]]
    if len(broken) == len(SEALS) and all(name in files for name in SEALS):
        report.add("verify-changed", Place(MANIFEST))
        return
    for name in broken:
        report.add("verify-changed" if name in files else "verify-missing", Place(name))


def _compare(files: dict[str, bytes], listed: dict[str, Any], report: Report, path: Path) -> None:
    for name, sums in listed.items():
        if name not in files:
            report.add("verify-missing", Place(shown(name)))
        elif checksums(files[name]) != sums and not (name == LIST and tells_beside(path, files[name])):
            report.add("verify-changed", Place(shown(name)))
    samples = {files[name] for name in files if name.startswith(SERVER_FOLDER)}
    for name in files.keys() - listed.keys() - {MANIFEST, *SEALS}:
        if not (Path(name).name in (".htaccess", "web.config") and files[name] in samples):
            report.add("verify-added", Place(shown(name)))


def _same_container(path: Path, files: dict[str, bytes], record: dict[str, Any]) -> bool:
    """Whether the zip itself, written anew from its files, has the same bytes: nothing hides between them."""
    try:
        return packed(files, record["made"]) == path.read_bytes()
    except ValueError:
        return False

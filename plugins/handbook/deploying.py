"""Putting an edition where a server shows it: written beside, read back, then switched; the last ones stay.

Beside the folder ``handbook`` that the server shows lies ``.handbook.editions``. It keeps earlier editions, each a
whole folder under ``<number>-<day>-<beginning of its checksum>``; the highest number was shown last.
"""

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .editions import beside
from .guarding import guarded
from .problems import Report
from .stages.bundling import Bundle
from .stages.bundling.beside import LIST
from .stages.bundling.manifest import MANIFEST, sha256
from .stages.bundling.verifying import verify
from .swapping import MARK, ForeignFolderError, alive, exchange, replace_file

INCOMING = "incoming-"
KEPT = re.compile(r"(\d{4,})-.+")
STAMP_LENGTH = 8


class NoEditionError(LookupError):
    """There is no such edition to go back to."""


class DamagedError(OSError):
    """What was written does not read back as it was meant: the disk or the network is at fault."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition on the server: the one shown, or one that can be shown again."""

    name: str
    """What ``--to`` asks for; empty for the one shown."""
    number: str
    date: str
    code: str
    shown: bool


class Deployment:
    """The folder a server shows, and the editions beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.editions = self.folder.parent / f".{self.folder.name}.editions"

    def publish(self, bundle: Bundle, keep: int) -> bool:
        """Show an edition in the place of the last. Gives False if it is shown already, whole.

        Raises ForeignFolderError if the folder holds other people's files, OSError if it cannot be written; what was
        shown before is shown still.
        """
        self._restore()
        self._refuse_foreign()
        if self._shows(bundle):
            return False
        self.editions.mkdir(parents=True, exist_ok=True)
        incoming = self.editions / f"{INCOMING}{os.getpid()}-{_stamp(bundle.files[MANIFEST])}"
        try:
            _write(bundle, incoming)
            self._switch(incoming)
        except BaseException:
            shutil.rmtree(incoming, ignore_errors=True)
            raise
        self._forget(keep)
        return True

    def back(self, name: str = "") -> Kept:
        """Show an earlier edition again: the last one, or the one of this name; gives it.

        Raises NoEditionError if there is none or it is not whole, OSError if the folders cannot be renamed.
        """
        self._restore()
        names = self._names()
        if not names or (name and name not in names):
            raise NoEditionError(name)
        chosen = self.editions / (name or names[-1])
        if (chosen / LIST).is_file():
            alone = beside("", ()).encode()  # what lay beside it then may be gone by now
            replace_file(chosen / LIST, alone, self.editions)
        if verify(chosen, Report()) is None:
            raise NoEditionError(chosen.name)
        kept = _describe(chosen, shown=False)
        self._switch(chosen)
        return kept

    def listed(self) -> list[Kept]:
        """Give the edition shown, then those kept, the last shown first."""
        self._restore()
        shown = [_describe(self.folder, shown=True)] if (self.folder / MANIFEST).is_file() else []
        return [*shown, *(_describe(self.editions / name, shown=False) for name in reversed(self._names()))]

    def _names(self) -> list[str]:
        """The editions kept, the last shown at the end."""
        found = self.editions.iterdir() if self.editions.is_dir() else ()
        return sorted((path.name for path in found if KEPT.fullmatch(path.name)), key=_order)

    def _refuse_foreign(self) -> None:
        if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / MARK).exists():
            raise ForeignFolderError(0, "不是手册网站文件夹，里面有别的文件（not a built handbook）", str(self.folder))

    def _shows(self, bundle: Bundle) -> bool:
        manifest = self.folder / MANIFEST
        same = manifest.is_file() and manifest.read_bytes() == bundle.files[MANIFEST]
        return same and verify(self.folder, Report()) is not None

    def _switch(self, new: Path) -> None:
        """Let a whole edition take the folder's place, in one step where the system can; the last one is kept."""
        if not self.folder.exists():
            new.rename(self.folder)
            return
        if not any(self.folder.iterdir()):
            self.folder.rmdir()
            new.rename(self.folder)
            return
        name = self._next_name(self.folder)
        if exchange(new, self.folder):
            new.rename(self.editions / name)
            return
        with guarded(new, self.folder):
            self.folder.rename(self.editions / name)
            try:
                new.rename(self.folder)
            except OSError:
                (self.editions / name).rename(self.folder)
                raise

    def _next_name(self, folder: Path) -> str:
        """The name under which an edition that was shown will be kept."""
        number = max((_order(name)[0] for name in self._names()), default=0) + 1
        return f"{number:04}-{_describe(folder, shown=True).date}-{_stamp_of(folder)}"

    def _restore(self) -> None:
        """Put right what a kill left, so that an edition is shown and every kept one stands under its own name."""
        names = self._names()
        if names and not self.folder.exists():  # killed between the two renames of a system without exchange
            (self.editions / names[-1]).rename(self.folder)
        for path in sorted(self.editions.iterdir()) if self.editions.is_dir() else ():
            number, _, stamp = path.name.rpartition("-")
            incoming = path.name.startswith(INCOMING)
            if incoming and alive(number.removeprefix(INCOMING)):
                continue
            if (incoming or KEPT.fullmatch(path.name)) and _stamp_of(path) not in (stamp, ""):
                path.rename(self.editions / self._next_name(path))  # killed right after the exchange: this was shown
            elif incoming:
                shutil.rmtree(path, ignore_errors=True)

    def _forget(self, keep: int) -> None:
        """Remove the editions shown longest ago."""
        for name in self._names()[: -keep or None]:
            shutil.rmtree(self.editions / name, ignore_errors=True)


def _stamp(manifest: bytes) -> str:
    return sha256(manifest)[:STAMP_LENGTH]


def _stamp_of(folder: Path) -> str:
    """The stamp of an edition; empty if it has no manifest."""
    manifest = folder / MANIFEST
    return _stamp(manifest.read_bytes()) if manifest.is_file() else ""


def _order(name: str) -> tuple[int, str]:
    return int(name.partition("-")[0]), name


def _describe(folder: Path, *, shown: bool) -> Kept:
    """What an edition's manifest says of it; an older build without one is only a folder."""
    try:
        record: Any = json.loads((folder / MANIFEST).read_bytes())
        edition = record["edition"]
        number, date, code = str(edition["number"]), str(edition["date"]), str(edition.get("code", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        number, date, code = "", "undated", ""
    safe = "".join(each for each in date if each.isalnum() or each == "-")[:10]
    return Kept("" if shown else folder.name, number, safe, code, shown)


def _write(bundle: Bundle, folder: Path) -> None:
    """Write every file through to the disk, then read all of it back against the manifest."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in bundle.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    if verify(folder, Report()) is None:
        raise DamagedError(0, "写进去的和读出来的不一样（what was written does not read back）", str(folder))

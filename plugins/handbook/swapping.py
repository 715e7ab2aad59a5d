"""A build never harms the last good site: it is made beside it, then the two change places."""

import ctypes
import os
import shutil
from pathlib import Path

MARK = Path("assets", "handbook.css")
"""A file that every built site has: by it a folder is known to be ours to replace."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class ForeignFolderError(OSError):
    """The folder to publish to holds something that is not a built handbook."""


def building_folder(site: Path) -> Path:
    """Give an empty folder beside ``site`` to build in; what dead builds left there is removed.

    Raises ForeignFolderError if ``site`` holds other people's files, OSError if nothing can be written.
    """
    if site.is_dir() and any(site.iterdir()) and not (site / MARK).exists():
        raise ForeignFolderError(0, "不是手册网站文件夹，里面有别的文件（not a built handbook）", str(site))
    _put_back(site)
    for left in site.parent.glob(f".{site.name}.building-*"):
        if not alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)
    folder = site.parent / f".{site.name}.building-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _old(site: Path) -> Path:
    return site.parent / f".{site.name}.old"


def _put_back(site: Path) -> None:
    """After a kill between the two renames of a machine without exchange, the last site stands aside."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)


def alive(pid: str) -> bool:
    """Whether a process of this machine still runs."""
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def swap(built: Path, site: Path) -> None:
    """Put a built folder in the place of the site, in one step where the system can."""
    if not site.exists():
        built.rename(site)
        return
    if exchange(built, site):
        shutil.rmtree(built, ignore_errors=True)
        return
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    site.rename(old)
    built.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places atomically (Linux); False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def replace_file(path: Path, content: bytes, aside: Path) -> None:
    """Put a file in its place in one step, if it is not there already; it is written in the folder ``aside`` first.

    What a killed run left there is removed. Raises OSError if it cannot be written; the old file is there still.
    """
    if path.is_file() and path.read_bytes() == content:
        return
    for left in aside.glob(".writing-*"):
        if not alive(left.name.rpartition("-")[2]):
            left.unlink(missing_ok=True)
    writing = aside / f".writing-{os.getpid()}"
    try:
        writing.write_bytes(content)
        writing.replace(path)
    except OSError:
        writing.unlink(missing_ok=True)
        raise

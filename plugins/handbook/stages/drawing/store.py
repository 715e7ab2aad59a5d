"""Drawings kept between builds, by what they were made from. May be deleted at any time."""

import contextlib
import hashlib
import sqlite3
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter, ValidationError

from .shapes import Drawing


def _edition() -> str:
    """A hash over this stage's own code: a drawing made by other code is not ours."""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(code).hexdigest()[:12]


EDITION = _edition()
_DRAWING = TypeAdapter(Drawing)


class Store:
    """A table of drawings by the hash of their making; a broken or read-only one is as good as empty."""

    def __init__(self, folder: Path) -> None:
        self._made: dict[str, bytes] = {}
        self._table: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob("drawings-*.sqlite"):
                if EDITION not in old.name:
                    old.unlink()
            self._table = _opened(folder / f"drawings-{EDITION}.sqlite")

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what was made, all in one step."""
        if self._table is None:
            return
        with contextlib.suppress(sqlite3.Error), self._table:
            self._table.executemany("INSERT OR REPLACE INTO drawings VALUES (?, ?)", self._made.items())
        self._table.close()

    def get(self, making: str) -> Drawing | None:
        """Give the drawing made from ``making``, or None."""
        if self._table is None:
            return None
        with contextlib.suppress(sqlite3.Error, ValidationError):
            row = self._table.execute("SELECT drawing FROM drawings WHERE making = ?", (_key(making),)).fetchone()
            return _DRAWING.validate_json(row[0]) if row else None
        return None

    def keep(self, making: str, drawing: Drawing) -> None:
        """Remember a drawing just made."""
        self._made[_key(making)] = _DRAWING.dump_json(drawing)


def _key(making: str) -> str:
    return hashlib.sha256(making.encode()).hexdigest()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _with_table(path)
    except sqlite3.DatabaseError:
        path.unlink()
        return _with_table(path)


def _with_table(path: Path) -> sqlite3.Connection:
    table = sqlite3.connect(path, timeout=5)
    table.execute("CREATE TABLE IF NOT EXISTS drawings (making TEXT PRIMARY KEY, drawing BLOB)")
    table.execute("SELECT count(*) FROM drawings").fetchone()
    return table

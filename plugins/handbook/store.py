"""What was made from the same before, kept between builds. May be deleted at any time."""

import contextlib
import hashlib
import sqlite3
from pathlib import Path
from types import TracebackType


def code_edition(folder: Path) -> str:
    """Give a hash over a room's own code and parts: what other code made is not ours."""
    code = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".xml"))
    return hashlib.sha256(code).hexdigest()[:12]


class Store:
    """A table of things by the hash of their making; a broken or read-only one is as good as empty."""

    def __init__(self, folder: Path, name: str, edition: str) -> None:
        """Open ``<name>-<edition>.sqlite`` in a folder, and drop those of other editions."""
        self._made: dict[str, bytes] = {}
        self._table: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error):
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob(f"{name}-*.sqlite"):
                if edition not in old.name:
                    old.unlink()
            self._table = _opened(folder / f"{name}-{edition}.sqlite")

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what was made, all in one step."""
        if self._table is None:
            return
        with contextlib.suppress(sqlite3.Error), self._table:
            self._table.executemany("INSERT OR REPLACE INTO made VALUES (?, ?)", self._made.items())
        self._table.close()

    def get(self, making: str) -> bytes | None:
        """Give what was made from ``making``, or None."""
        if self._table is None:
            return None
        with contextlib.suppress(sqlite3.Error):
            row = self._table.execute("SELECT thing FROM made WHERE making = ?", (_key(making),)).fetchone()
            return row[0] if row else None
        return None

    def keep(self, making: str, thing: bytes) -> None:
        """Remember a thing just made."""
        self._made[_key(making)] = thing


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
    table.execute("CREATE TABLE IF NOT EXISTS made (making TEXT PRIMARY KEY, thing BLOB)")
    table.execute("SELECT count(*) FROM made").fetchone()
    return table

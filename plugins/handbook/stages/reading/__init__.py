"""Stage 1, reading: the authors' files become plain data with the position of every value."""

from dataclasses import dataclass
from typing import Any

from ...problems import Place, Report
from ...settings import Settings
from .config import read_settings
from .files import Found, decode, find
from .strict import compose, construct, locate, split_lines

__all__ = ["Found", "Source", "Sources", "read", "read_file", "read_settings"]

Path = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions from the top."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the authors', read: its kind, its name, its words and its data."""

    kind: str
    """The kind of entry, such as ``procedure``; it follows from the folder."""
    slug: str
    """The file's name without its ending."""
    chapter: str
    """For a procedure the chapter's folder, otherwise empty."""
    path: str
    """The path relative to the handbook's folder, with forward slashes."""
    text: str
    data: dict[str, Any]

    def place(self, path: Path = (), *, of_key: bool = False) -> Place:
        """Say where a value (or its key) stands; for a missing one, where the nearest holder stands.

        Positions are worked out only when a problem asks for one, by reading the text again:
        keeping them for ten thousand files would cost gigabytes.
        """
        line, column = locate(self.text, path, of_key=of_key)
        return Place(self.path, line, column)

    def line_at(self, place: Place) -> str:
        """Give the source line of a place."""
        lines = split_lines(self.text)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def report(self, report: Report, code: str, path: Path = (), *, of_key: bool = False, **parts: Any) -> None:
        """Note a problem at a value of this file."""
        place = self.place(path, of_key=of_key)
        report.add(code, place, line_text=self.line_at(place), **parts)


@dataclass(frozen=True, slots=True)
class Sources:
    """All files that could be read, and the names of those that could not."""

    settings: Settings
    files: tuple[Source, ...]
    broken: frozenset[tuple[str, str]]
    """Kind and slug of the files that could not be read: a reference to one is not an unknown name."""


def read(settings: Settings, report: Report, before: Sources | None = None) -> Sources:
    """Read all files of a handbook; what cannot be read is reported and left out.

    A file that says the same as ``before`` is taken over from there.
    """
    known = {source.path: source for source in before.files} if before else {}
    files: list[Source] = []
    broken: set[tuple[str, str]] = set()
    for found in find(settings, report):
        source = read_file(found, report, known.get(found.path))
        if source is None:
            broken.add((found.kind, found.slug))
        else:
            files.append(source)
    return Sources(settings, tuple(files), frozenset(broken))


def read_file(found: Found, report: Report, before: Source | None = None) -> Source | None:
    """Read one file; gives None, and reports why, if it cannot be read."""
    text = decode(found, report)
    if text is None:
        return None
    if before is not None and before.text == text:
        return before
    node = compose(found.path, text, report)
    if node is None:
        return None
    data = construct(found.path, text, node, report)
    if data is None:
        return None
    return Source(found.kind, found.slug, found.chapter, found.path, text, data)

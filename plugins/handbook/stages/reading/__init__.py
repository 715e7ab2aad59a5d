"""Stage 1, reading: the authors' files become plain data with the position of every value."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from ...editions import Snapshot
from ...problems import Report
from ...settings import Settings
from .config import read_settings
from .editions import read_editions
from .files import Found, decode, find
from .images import find_images
from .layers import OWN, layers_of, merge
from .source import Source
from .strict import compose, construct

__all__ = ["Found", "Source", "Sources", "read", "read_file", "read_settings"]

@dataclass(frozen=True, slots=True)
class Sources:
    """All files that could be read, and the names of those that could not."""

    settings: Settings
    files: tuple[Source, ...]
    broken: frozenset[tuple[str, str]]
    """Kind and slug of the files that could not be read: a reference to one is not an unknown name."""
    editions: tuple[Snapshot, ...] = ()
    """The editions released so far, the oldest first."""
    images: dict[str, Path] = field(default_factory=dict)
    """The pictures of all layers by name; of two of one name the upper one."""
    parts: tuple[Source, ...] = ()
    """The files one by one, as they were before layers were laid over each other."""


def read(settings: Settings, report: Report, before: Sources | None = None) -> Sources:
    """Read all files of a handbook; what cannot be read is reported and left out.

    A file that says the same as ``before`` is taken over from there.
    """
    known = {source.path: source for source in before.parts} if before else {}
    broken: set[tuple[str, str]] = set()
    own = _read_folder(settings, report, known, broken)
    layers = list(layers_of(own, settings, report))
    below = [_at_level(_read_folder(folder, report, known, broken), level) for folder, level in layers]
    files = merge([*below, _at_level(own, OWN)]) if layers else tuple(own)
    folders = [*(folder for folder, _ in layers), settings]
    parts = (*(source for group in below for source in group), *own)
    images = {name: path for folder in folders for name, path in find_images(folder, report)}
    return Sources(settings, files, frozenset(broken), read_editions(settings, report), images, parts)


def _read_folder(
    settings: Settings, report: Report, known: dict[str, Source], broken: set[tuple[str, str]]
) -> list[Source]:
    files: list[Source] = []
    for found in find(settings, report):
        source = read_file(found, report, known.get(found.path))
        if source is None:
            broken.add((found.kind, found.slug))
        else:
            files.append(source)
    return files


def _at_level(files: list[Source], level: str) -> list[Source]:
    return [replace(source, level=level) for source in files]


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

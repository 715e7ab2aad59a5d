"""Finding the authors' files and turning their bytes into text."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...entries.fields import SLUG_PATTERN
from ...problems import Place, Report, reason_of
from ...settings import Settings

MAX_BYTES = 2_000_000
"""The largest file that is read; a procedure of a thousand steps stays far below."""

SINGLE_FILES = {
    "handbook.yml": "handbook",
    "roles.yml": "roles",
    "unit-types.yml": "unit-types",
    "glossary.yml": "glossary",
    "synonyms.yml": "synonyms",
    "topics.yml": "topics",
    "conditions.yml": "conditions",
    "calendar.yml": "calendar",
    "runs.yml": "runs",
}
KIND_FOLDERS = {
    "papers": "paper",
    "forms": "form",
    "regulations": "regulation",
    "courses": "course",
    "calculators": "calculator",
}
OTHER_FOLDERS = frozenset({"images"})
NOBODYS = re.compile(r"~\$|Thumbs\.db$|desktop\.ini$|.*[~#]$|.*\.(?:tmp|bak|swp)$", re.I)
"""What systems and editors leave behind; no author wrote it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that belongs to the handbook, not yet read."""

    kind: str
    slug: str
    chapter: str
    path: str
    file: Path


def find(settings: Settings, report: Report) -> Iterator[Found]:
    """Give all YAML files of a handbook in the order of their paths."""
    for folder in (settings.content, settings.flows, settings.cases):
        for file in _walk(settings, folder, report):
            found = _place_in_house(settings, folder, file, report)
            if found is not None:
                yield found


def relative(settings: Settings, file: Path) -> str:
    """Give a file's path as problems name it: from the handbook's folder, with forward slashes."""
    return os.path.relpath(file, settings.root).replace(os.sep, "/")


def _walk(settings: Settings, folder: Path, report: Report) -> Iterator[Path]:
    """All files below a folder, sorted; links that lead out of the handbook are refused."""
    for base, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted([*folders, *files]):
            path = Path(base, name)
            if path.is_symlink() and not path.resolve().is_relative_to(settings.root):
                report.add("file-outside", Place(relative(settings, path)))
            elif name in files and not name.startswith("."):
                yield path


def _place_in_house(settings: Settings, folder: Path, file: Path, report: Report) -> Found | None:
    """Tell a file's kind from where it lies."""
    path = relative(settings, file)
    if file.suffix in (".yaml", ".YML", ".YAML"):
        report.add("file-ending", Place(path), name=file.stem + ".yml")
        return None
    if file.suffix != ".yml":
        if folder == settings.content and file.parent.name not in OTHER_FOLDERS and not NOBODYS.match(file.name):
            report.add("file-not-used", Place(path), name=file.name)
        return None
    kind, chapter = _kind_of(settings, folder, file)
    if kind is None:
        report.add("file-misplaced", Place(path))
        return None
    slug = file.stem
    if not re.fullmatch(SLUG_PATTERN, slug) or len(slug) > 60:
        report.add("file-name", Place(path), name=slug)
        return None
    return Found(kind, slug, chapter, path, file)


def _kind_of(settings: Settings, folder: Path, file: Path) -> tuple[str | None, str]:
    parts = file.relative_to(folder).parts
    if folder == settings.content:
        return _kind_in_content(parts)
    if folder == settings.flows:
        if len(parts) == 1:
            return "flow", ""
        return ("diagram", "") if len(parts) == 2 and parts[0] == "diagrams" else (None, "")
    return ("case", "") if len(parts) == 1 else (None, "")


def _kind_in_content(parts: tuple[str, ...]) -> tuple[str | None, str]:
    if len(parts) == 1:
        return SINGLE_FILES.get(parts[0]), ""
    if len(parts) != 2 or parts[0] in OTHER_FOLDERS:
        return None, ""
    if parts[0] in KIND_FOLDERS:
        return KIND_FOLDERS[parts[0]], ""
    return "procedure", parts[0]


def decode(found: Found, report: Report) -> str | None:
    """Read a file as UTF-8 text, or explain why it is not."""
    raw = _bytes_of(found, report)
    if raw is None:
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        report.add(_encoding_problem(raw), Place(found.path, line))
        return None
    control = re.search("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        report.add("file-control-character", Place(found.path, line, column), character=f"U+{ord(control[0]):04X}")
        return None
    return text


def _bytes_of(found: Found, report: Report) -> bytes | None:
    try:
        if found.file.stat().st_size > MAX_BYTES:
            report.add("file-too-large", Place(found.path), limit=MAX_BYTES // 1_000_000)
            return None
        return found.file.read_bytes()
    except OSError as error:
        report.add("file-unreadable", Place(found.path), reason=reason_of(error))
        return None


def _encoding_problem(raw: bytes) -> str:
    """Tell the encodings that Chinese Windows editors save in from mere damage."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "file-utf16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "file-not-utf8"
    return "file-gbk"

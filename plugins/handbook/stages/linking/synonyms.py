"""A word that means the same as others must say one thing: among the synonyms and in the glossary."""

from typing import Any

from ...problems import Report
from ..checking import Entries, Entry
from .references import Path, Targets, report_unknown


def check_synonyms(entries: Entries, report: Report) -> None:
    """Report words that stand in two groups of synonyms, or as another name or a slip of two terms."""
    meant: dict[str, str] = {}
    for slug, term in entries.terms.items():
        for field in ("also", "slips"):
            _check(entries.glossary, getattr(term, field), term.term, ("terms", slug, field), meant, report)
    for group, names in enumerate(entries.synonyms.model.groups if entries.synonyms else ()):
        _check(entries.synonyms, names, names[0], ("groups", group), meant, report)
    _check_asked(entries, report)


def _check_asked(entries: Entries, report: Report) -> None:
    """Report what is said of two procedures alike, or of a procedure that is neither written nor listed."""
    if entries.synonyms is None or entries.handbook is None:
        return
    listed = {slug for chapter in entries.handbook.model.chapters.values() for slug in chapter.procedures}
    meant: dict[str, str] = {}
    for slug, names in entries.synonyms.model.asked.items():
        if slug not in listed and not Targets(entries).knows("procedure", slug):
            report_unknown(entries.synonyms, ("asked", slug), "procedure", slug, Targets(entries), report)
        _check(entries.synonyms, names, slug, ("asked", slug), meant, report)


def _check(
    entry: Entry[Any] | None, names: list[str], here: str, path: Path, meant: dict[str, str], report: Report
) -> None:
    """Note what each of some names means; the first meaning stays."""
    for index, name in enumerate(names):
        other = meant.setdefault(name, here)
        if entry is not None and other not in (here, name, *names):
            entry.report(report, "synonym-two-ways", *path, index, name=name, other=other, here=here)

"""The handbook file, the chapter folders and the files in them agree."""

from ...problems import Report
from ..checking import Entries


def check_chapters(entries: Entries, report: Report) -> None:
    """Report procedures in a folder that is no chapter, and listed ones that do not exist."""
    if entries.handbook is None:
        return
    chapters = entries.handbook.model.chapters
    for procedure in entries.procedures.values():
        if procedure.chapter not in chapters:
            known = "、".join(chapters)
            procedure.report(report, "chapter-unknown", chapter=procedure.chapter, known=known)
    for slug, chapter in chapters.items():
        seen: set[str] = set()
        for index, name in enumerate(chapter.procedures):
            path = ("chapters", slug, "procedures", index)
            if name in seen:
                entries.handbook.report(report, "chapter-lists-twice", *path, name=name)
            seen.add(name)
            listed = entries.procedures.get(name)
            if listed is not None and listed.chapter != slug:
                entries.handbook.report(report, "chapter-elsewhere", *path, name=name, chapter=listed.chapter)

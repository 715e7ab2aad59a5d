"""The handbook file, the chapter folders and the files in them agree."""

from ...colours import LEAST, LIGHT, least, readable
from ...entries.handbook import HandbookFile
from ...problems import Report
from ..checking import Entries, Entry


def check_chapters(entries: Entries, report: Report) -> None:
    """Report procedures in a folder that is no chapter, and listed ones that do not exist."""
    if entries.handbook is None:
        return
    _check_looks(entries, entries.handbook, report)
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


def _check_looks(entries: Entries, handbook: Entry[HandbookFile], report: Report) -> None:
    """A unit's own drawings lie in ``content/images/`` of a layer, and nowhere else; its colours can be read."""
    for name, colour in handbook.model.colours.model_dump(exclude_none=True).items():
        if least(colour, LIGHT) < LEAST:
            found = f"{least(colour, LIGHT):.1f}"
            better = readable(colour, LIGHT)
            handbook.report(report, "colour-contrast", "colours", name, colour=colour, found=found, better=better)
    for name in ("asks_image", "answers_image"):
        image = getattr(handbook.model.mascots, name)
        if image is not None and image not in entries.images:
            handbook.report(report, "image-unknown", "mascots", name, name=image)

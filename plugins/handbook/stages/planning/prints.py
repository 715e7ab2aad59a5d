"""The prints: each chapter and the whole handbook as one page to put on paper."""

from collections.abc import Iterable, Iterator

from ...views.parts import Link
from ...views.prints import PaperUse, PrintChapter, PrintEntry, PrintView
from ...views.procedure import ProcedureView
from .addresses import print_address
from .changes import WHOLE
from .lookup import Lookup
from .numerals import chinese
from .pages import PlannedPage


def plan_prints(pages: Iterable[PlannedPage], codes: dict[str, str], lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the print of every released chapter and of the whole handbook.

    ``pages`` are all pages planned so far, ``codes`` those that pages and prints carry now.
    """
    entries: dict[str, list[PrintEntry]] = {}
    for page in pages:
        if page.kind == "procedure":
            entries.setdefault(page.chapter, []).append(_entry(page, codes))
    chapters = tuple(_chapter(slug, tuple(own), lookup) for slug, own in entries.items())
    for chapter in chapters:
        yield _print(chapter.slug, chapter.title, (chapter,), codes[f"print/{chapter.slug}"], lookup)
    if chapters:
        yield _print("", lookup.handbook.file.title, chapters, codes[WHOLE], lookup)


def _print(slug: str, title: str, chapters: tuple[PrintChapter, ...], code: str, lookup: Lookup) -> PlannedPage:
    back = f"{lookup.root}{slug}/index.html" if slug else f"{lookup.root}index.html"
    view = PrintView(title, chapters, not slug, code, back)
    return PlannedPage(print_address(slug or "index"), "print", title, (), view, "print", slug or "index", slug)


def _chapter(slug: str, entries: tuple[PrintEntry, ...], lookup: Lookup) -> PrintChapter:
    chapters = lookup.handbook.file.chapters
    model, number = chapters[slug], chinese(list(chapters).index(slug) + 1)
    return PrintChapter(slug, number, model.title, model.title_en, lookup.inline(model.summary), model.state, entries)


def _entry(page: PlannedPage, codes: dict[str, str]) -> PrintEntry:
    code = codes[f"procedure/{page.slug}"]
    return PrintEntry(page.slug, page.address, page.view.code, page.title, code, tuple(paper_uses(page.view)))


def paper_uses(view: ProcedureView) -> Iterator[PaperUse]:
    """Give the papers of a procedure, each once, with the steps that use and make it."""
    found: dict[Link, tuple[list[str], list[str]]] = {}
    for step in view.steps:
        for place, links in enumerate((step.uses, step.makes)):
            for link in links:
                found.setdefault(link, ([], []))[place].append(step.code)
    for archived in view.archive:
        for link in archived.papers:
            found.setdefault(link, ([], []))
    for link, (uses, makes) in found.items():
        yield PaperUse(link, "、".join(uses), "、".join(makes))

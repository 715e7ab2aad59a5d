"""Stage 6, rendering: the views become HTML, through one layout a page shape."""

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...locale import words
from ...problems import Report
from ...views.parts import Basis, Heading
from ...views.shell import Book, Upkeep
from ..planning import Plan, PlannedPage
from .documents import shared_script, write_documents
from .prints import parts
from .qr import qr
from .scripts import (
    codes_file,
    conditions_file,
    courses_file,
    desk_files,
    drill_files,
    editions_files,
    offers_file,
    paper_files,
    present_words,
    search_files,
    terms_file,
    votes_file,
)
from .unit import unit_style

__all__ = ["Pages", "RenderedPage", "environment", "print_of", "render"]

PACKAGE = Path(__file__).parents[2]
NOTHING = Markup()
LINKED = re.compile(r'\b(href|src)="(?![#/]|[a-z]+:)')
"""What leads from a page to another file of the site."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page's content, ready to be put into the theme's shell."""

    address: str
    title: str
    html: str
    outline: tuple[Heading, ...]
    kind: str
    slug: str
    chapter: str
    laid: tuple[Basis, ...] = ()
    upkeep: Upkeep | None = None
    """What layers set on this page: the mark of each, and which parts."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, and what the theme's templates need to know of the book."""

    pages: tuple[RenderedPage, ...]
    files: dict[str, str]
    """Scripts that carry what the search knows and the words of the projection: address → text."""
    decks: tuple[RenderedPage, ...]
    """Pages in a shell of their own, in the order of the plan's decks."""
    prints: tuple[RenderedPage, ...]
    """Pages in a shell of their own, for paper, in the order of the plan's prints."""
    drill: RenderedPage
    """The page of the drill."""
    documents: dict[str, bytes]
    """The papers' blank copies, which need nothing of MkDocs: address → a .docx."""
    scripts: dict[str, str]
    """Scripts for each procedure, which need nothing of MkDocs: address → text."""
    shell: dict[str, Any]
    """Names for the theme's templates: ``handbook``, ``handbook_nav``, ``handbook_words``, ``handbook_icons``."""

    @property
    def bare(self) -> tuple[RenderedPage, ...]:
        """All pages in a shell of their own."""
        return (*self.decks, *self.prints, self.drill)


@cache
def environment() -> Environment:
    """Give the templates' environment, made once: everything is escaped, nothing may be missing."""
    made = Environment(
        loader=FileSystemLoader([PACKAGE / "layouts", PACKAGE / "components"]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = _named(words())
    return made


def _named(value: Any) -> Any:
    """Give a tree of words as a tree of names: quicker to ask than a dict, and no name of dict's in the way."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _named(part) for key, part in value.items()})
    return value


def render(plan: Plan, cache: Path, report: Report, before: tuple[Plan, Pages] | None = None) -> Pages:
    """Render all pages and decks. Templates are ours: what fails in one is our mistake and not the authors'.

    A page that is planned as it was ``before``, in the same book, is taken over from there. A deck carries the words of
    its page as they were rendered there. Documents are kept in the folder ``cache`` between builds.
    """
    known = _known(plan, before)
    decks = {(deck.kind, deck.slug): deck for deck in plan.decks}
    pages: list[RenderedPage] = []
    made: dict[str, RenderedPage] = {}
    for page in plan.pages:
        pages.append(known.get(page.address) or _render(page, plan.book))
        deck = decks.get((page.kind, page.slug))
        if deck is not None and page.layout == page.kind:
            made[deck.address] = _render(deck, plan.book, Markup(_seen_from(deck, page, pages[-1].html)))
    files = {
        **unit_style(plan.book),
        **search_files(plan.search),
        **terms_file(plan.terms),
        **codes_file(plan.codes),
        **present_words(),
        **editions_files(page.address for page in plan.pages),
    }
    shown = tuple(made[deck.address] for deck in plan.decks)
    written = write_documents(plan.documents, cache)
    prints, drill = tuple(_prints(plan, pages)), _render(plan.drill, plan.book)
    return Pages(
        tuple(pages),
        files,
        shown,
        prints,
        drill,
        {f"papers/{slug}.docx": content for slug, content in written.blanks.items()},
        {
            **drill_files(plan.exercises),
            **offers_file(plan.offers),
            **courses_file(plan.courses),
            **desk_files(plan.desk),
            **votes_file(plan.rules),
            **conditions_file(plan.conditions),
            **paper_files(written.scripts, shared_script(), plan.packs),
        },
        _shell(plan),
    )


def _seen_from(deck: PlannedPage, page: PlannedPage, html: str) -> str:
    """The words of a page with its links as a deck needs them, which may lie a folder deeper."""
    return html if deck.root == page.root else LINKED.sub(rf'\1="{deck.root}', html)


def _prints(plan: Plan, pages: list[RenderedPage]) -> Iterator[RenderedPage]:
    """Join the prints from the pages as they were rendered."""
    html = {page.address: page.html for page in pages if page.kind == "procedure"}
    for page in plan.prints:
        yield _render(page, plan.book, qr(page.view.qr) if page.layout == "wall" else parts(page.view, html))


def print_of(plan: Plan, pages: Pages, chapters: Collection[str]) -> RenderedPage:
    """Give a print of some chapters, by their slugs; they must be among those that the plan has prints of."""
    whole = plan.prints[-1]
    chosen = tuple(chapter for chapter in whole.view.chapters if chapter.slug in chapters)
    if len(chosen) == len(whole.view.chapters):
        return pages.prints[-1]
    if len(chosen) == 1:
        return next(page for page in pages.prints if page.slug == chosen[0].slug)
    html = {page.address: page.html for page in pages.pages if page.kind == "procedure"}
    some = replace(whole, view=replace(whole.view, chapters=chosen))
    return _render(some, plan.book, parts(some.view, html))


def _known(plan: Plan, before: tuple[Plan, Pages] | None) -> dict[str, RenderedPage]:
    """The pages that need not be rendered again, by address."""
    if before is None or before[0].book != plan.book:
        return {}
    old = {page.address: (page, made) for page, made in zip(before[0].pages, before[1].pages, strict=True)}
    return {
        page.address: old[page.address][1]
        for page in plan.pages
        if page.address in old and old[page.address][0] == page
    }


@cache
def _layout(name: str) -> Callable[..., str]:
    return environment().get_template(f"{name}.html").render


def _render(page: PlannedPage, book: Book, content: Any = NOTHING) -> RenderedPage:
    """Render a page, or a deck or a print around the ``content`` of its pages."""
    own = {"root": page.root, "slug": page.slug, "state": page.state}
    html = _layout(page.layout)(page=page.view, book=book, content=content, **own)
    shell = (page.address, page.title, html, page.outline, page.kind, page.slug, page.chapter, page.laid, page.upkeep)
    return RenderedPage(*shell)


def _current(codes: dict[str, Any]) -> dict[str, str]:
    """The codes of the pages as they are now: entry → code."""
    newest = max((last for _, _, _, last in codes.values()), default=0)
    return {entry: code for code, (entry, _, _, last) in codes.items() if last == newest}


def _shell(plan: Plan) -> dict[str, Any]:
    icons = environment().get_template("icon/sprite.html").render()
    return {
        "handbook": plan.book,
        "handbook_nav": plan.navigation,
        "handbook_codes": _current(plan.codes),
        "handbook_editions": _named(words()["editions"]),
        "handbook_beside": json.dumps(words()["beside"]["script"], ensure_ascii=False),
        "handbook_words": _named(words()["pages"]),
        "handbook_handover": _named(words()["handover"]),
        "handbook_search": _search_boxes(),
        "handbook_icons": Markup(icons),
    }


def _search_boxes() -> list[Markup]:
    """The search box of the header, by how deep in the site's folders a page lies."""
    box = environment().get_template("search/search.html").module
    return [Markup(box.search("../" * depth, environment().globals["words"].search)) for depth in range(3)]  # type: ignore[attr-defined]

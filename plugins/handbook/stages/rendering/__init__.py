"""Stage 6, rendering: the views become HTML, through one layout a page shape."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...locale import words
from ...problems import Report
from ...views.parts import Heading
from ...views.shell import Book
from ..planning import Plan, PlannedPage
from .scripts import search_files

__all__ = ["Pages", "RenderedPage", "environment", "render"]

PACKAGE = Path(__file__).parents[2]


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


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages, and what the theme's templates need to know of the book."""

    pages: tuple[RenderedPage, ...]
    files: dict[str, str]
    """Scripts that carry what the search knows: address → text."""
    shell: dict[str, Any]
    """Names for the theme's templates: ``handbook``, ``handbook_nav``, ``handbook_words``, ``handbook_icons``."""


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


def render(plan: Plan, report: Report, before: tuple[Plan, Pages] | None = None) -> Pages:
    """Render all pages. Templates are ours: what fails in one is our mistake and not the authors'.

    A page that is planned as it was ``before``, in the same book, is taken over from there.
    """
    known = _known(plan, before)
    layouts: dict[str, Callable[..., str]] = {}
    for page in plan.pages:
        if page.layout not in layouts:
            layouts[page.layout] = environment().get_template(f"{page.layout}.html").render
    pages = tuple(
        known.get(page.address) or _render(page, plan.book, layouts[page.layout]) for page in plan.pages
    )
    return Pages(pages, search_files(plan.search), _shell(plan))


def _known(plan: Plan, before: tuple[Plan, Pages] | None) -> dict[str, RenderedPage]:
    """The pages that need not be rendered again, by address."""
    if before is None or before[0].book != plan.book:
        return {}
    old = {page.address: (page, rendered) for page, rendered in zip(before[0].pages, before[1].pages, strict=True)}
    return {
        page.address: old[page.address][1]
        for page in plan.pages
        if page.address in old and old[page.address][0] == page
    }


def _render(page: PlannedPage, book: Book, layout: Callable[..., str]) -> RenderedPage:
    html = layout(page=page.view, root=page.root, book=book)
    return RenderedPage(page.address, page.title, html, page.outline, page.kind, page.slug, page.chapter)


def _shell(plan: Plan) -> dict[str, Any]:
    icons = environment().get_template("icon/sprite.html").render()
    return {
        "handbook": plan.book,
        "handbook_nav": plan.navigation,
        "handbook_words": _named(words()["pages"]),
        "handbook_search": _search_boxes(),
        "handbook_icons": Markup(icons),
    }


def _search_boxes() -> list[Markup]:
    """The search box of the header, by how deep in the site's folders a page lies."""
    box = environment().get_template("search/search.html").module
    return [Markup(box.search("../" * depth, environment().globals["words"].search)) for depth in range(3)]  # type: ignore[attr-defined]

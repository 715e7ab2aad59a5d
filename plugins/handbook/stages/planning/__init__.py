"""Stage 5, planning: every page gets its address, its outline and all that its template may see."""

from collections.abc import Iterator
from typing import Any

from ...problems import Report
from ..checking import Entry
from ..drawing import IllustratedHandbook
from ..linking import Handbook
from .cases import plan_cases
from .chapters import book, navigation, plan_chapters
from .diagrams import plan_diagrams
from .forms import plan_forms, plan_ranking
from .glossary import plan_glossary
from .home import plan_home
from .lookup import Lookup
from .overviews import plan_overviews
from .pages import Plan, PlannedPage
from .papers import plan_papers
from .procedures import plan_procedures
from .regulations import plan_regulations
from .searching import plan_search, plan_search_pages

__all__ = ["Plan", "PlannedPage", "plan", "plan_search"]


def plan(illustrated: IllustratedHandbook, report: Report) -> Plan:
    """Plan all pages; reports addresses that two pages would share."""
    top = Lookup(illustrated, "")
    pages = tuple(_pages(top, Lookup(illustrated, "../")))
    _check_addresses(pages, illustrated.handbook, report)
    return Plan(pages, book(top), navigation(top), plan_search(illustrated.handbook))


def _pages(top: Lookup, inside: Lookup) -> Iterator[PlannedPage]:
    """All pages: those at the site's root and those one folder down."""
    yield plan_home(top)
    yield from plan_chapters(inside)
    yield from plan_procedures(inside)
    yield from plan_diagrams(inside)
    yield from plan_cases(inside)
    yield from plan_papers(inside)
    yield from plan_forms(inside)
    if inside.handbook.forms:
        yield plan_ranking(inside)
    yield from plan_regulations(inside)
    yield from plan_overviews(inside)
    if top.handbook.terms:
        yield plan_glossary(top)
    yield from plan_search_pages(top)


def _check_addresses(pages: tuple[PlannedPage, ...], handbook: Handbook, report: Report) -> None:
    owners: dict[str, PlannedPage] = {}
    for page in pages:
        owner = owners.setdefault(page.address, page)
        if owner is not page:
            _report_repeated(page, owner, handbook, report)


def _report_repeated(page: PlannedPage, owner: PlannedPage, handbook: Handbook, report: Report) -> None:
    """Note the problem at the entry that can be renamed."""
    groups: dict[str, dict[str, Any]] = {
        "procedure": handbook.procedures,
        "diagram": handbook.diagrams,
        "case": handbook.cases,
        "paper": handbook.papers,
        "form": handbook.forms,
        "regulation": handbook.regulations,
    }
    movable, other = (page, owner) if page.kind in groups else (owner, page)
    entry: Entry[Any] = groups[movable.kind][movable.slug]
    entry.report(report, "address-repeated", address=page.address, other=other.title)

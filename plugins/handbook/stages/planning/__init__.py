"""Stage 5, planning: every page gets its address, its outline and all that its template may see."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...problems import Report
from ..checking import Entry
from ..drawing import IllustratedHandbook
from ..linking import Handbook
from .calculators import plan_calculators, plan_rules
from .calendar import plan_calendar
from .cases import plan_cases
from .changes import WHOLE, current_codes, plan_changes, plan_codes
from .chapters import book, navigation, plan_chapters
from .conditions import plan_conditions
from .courses import plan_courses, plan_taught
from .decks import plan_decks
from .desk import plan_desk, plan_desk_scripts
from .diagrams import plan_diagrams
from .documents import plan_documents
from .drilling import plan_drill, plan_exercises
from .forms import plan_forms, plan_ranking
from .glossary import plan_glossary, term_notes
from .handover import plan_handover
from .home import plan_home
from .layers import with_layers
from .library import plan_library
from .lookup import Lookup
from .offers import plan_make, plan_offers
from .overviews import plan_overviews
from .packs import plan_packs
from .pages import Plan, PlannedPage
from .papers import plan_papers
from .prints import plan_prints
from .procedures import plan_procedures
from .regulations import plan_regulations
from .searching import plan_search, plan_search_pages
from .standing import standings
from .upkeep import upkeeps
from .walls import plan_walls

__all__ = ["Plan", "PlannedPage", "plan", "plan_search"]


def plan(illustrated: IllustratedHandbook, report: Report) -> Plan:
    """Plan all pages; reports addresses that two pages would share."""
    top = Lookup(illustrated, "")
    inside = Lookup(illustrated, "../")
    states, kept = standings(illustrated.handbook), upkeeps(illustrated.handbook)
    pages = tuple(
        replace(page, state=states.get((page.kind, page.slug), ""), upkeep=kept.get((page.kind, page.slug)))
        for page in with_layers(_pages(top, inside), illustrated.handbook)
    )
    decks = tuple(
        replace(deck, state=states.get((deck.kind, deck.slug), "")) for deck in plan_decks(pages, inside)
    )
    codes = plan_codes(top)
    now = current_codes(codes)
    prints = (*plan_walls(pages, now, inside), *plan_prints(pages, now, inside))
    drill = plan_drill(top)
    _check_addresses((*pages, *decks, *prints, drill), illustrated.handbook, report)
    searched = plan_search(illustrated.handbook)
    return Plan(
        pages,
        decks,
        prints,
        drill,
        plan_exercises(top),
        plan_offers(top),
        plan_desk_scripts(top),
        plan_taught(top),
        book(top),
        navigation(top),
        searched,
        plan_rules(top),
        plan_conditions(top),
        term_notes(top),
        plan_documents(inside),
        plan_packs(inside),
        codes,
        illustrated.handbook.edition,
        now[WHOLE],
    )


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
    yield from plan_courses(inside)
    yield plan_make(inside)
    yield from plan_library(inside)
    yield from plan_overviews(inside)
    if top.handbook.terms:
        yield plan_glossary(top)
    yield from plan_calendar(top)
    yield from plan_calculators(top)
    yield plan_changes(top)
    yield from plan_search_pages(top)
    yield from plan_handover(top)
    yield plan_desk(top)


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

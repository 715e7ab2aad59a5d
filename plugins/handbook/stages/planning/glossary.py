"""The glossary: one page for all terms."""

from ...entries.term import Term
from ...locale import words
from ...views.reference import GlossaryView, TermNote, TermView
from .addresses import GLOSSARY, address_of
from .lookup import Lookup
from .pages import PlannedPage
from .searching.spoken import spoken

SHORTEST_NAME = 3


def plan_glossary(lookup: Lookup) -> PlannedPage:
    """Plan the glossary's page."""
    terms = tuple(_term(slug, term, lookup) for slug, term in lookup.handbook.terms.items())
    title = words()["pages"]["rooms"]["glossary"]
    return PlannedPage(GLOSSARY, "glossary", title, (), GlossaryView(terms), "page", "glossary")


def term_notes(lookup: Lookup) -> tuple[TermNote, ...]:
    """Give what a page shows of a term where it stands in the text."""
    return tuple(
        TermNote(_names(term), lookup.inline(term.explain).striptags(), address_of("term", slug))
        for slug, term in lookup.handbook.terms.items()
    )


def _names(term: Term) -> tuple[str, ...]:
    return (term.term, *(name for name in term.also if len(name) >= SHORTEST_NAME))


def _term(slug: str, term: Term, lookup: Lookup) -> TermView:
    return TermView(
        id=f"term-{slug}",
        term=term.term,
        spoken=spoken(term.term),
        en=term.en,
        explain=lookup.inline(term.explain),
        also="、".join(term.also),
        procedures=lookup.links("procedure", term.procedures),
        basis=(*lookup.bases(term.basis), *lookup.shared("glossary", "terms", slug)),
    )

"""The glossary: one page for all terms."""

from ...entries.term import Term
from ...locale import words
from ...views.reference import GlossaryView, TermView
from .addresses import GLOSSARY
from .lookup import Lookup
from .pages import PlannedPage


def plan_glossary(lookup: Lookup) -> PlannedPage:
    """Plan the glossary's page."""
    terms = tuple(_term(slug, term, lookup) for slug, term in lookup.handbook.terms.items())
    title = words()["pages"]["rooms"]["glossary"]
    return PlannedPage(GLOSSARY, "glossary", title, (), GlossaryView(terms), "page", "glossary")


def _term(slug: str, term: Term, lookup: Lookup) -> TermView:
    return TermView(
        id=f"term-{slug}",
        term=term.term,
        en=term.en,
        explain=lookup.inline(term.explain),
        also="、".join(term.also),
        procedures=lookup.links("procedure", term.procedures),
        basis=lookup.bases(term.basis),
    )

"""The search's own page, and the index of all entries for those without scripts."""

from collections import defaultdict

from ....locale import words
from ....views.parts import Heading, Link
from ....views.search import IndexGroup, IndexView, SearchView
from ..lookup import Lookup
from ..pages import PlannedPage
from .spoken import spoken

INDEX, SEARCH = "index-az.html", "search.html"
KINDS = ("procedure", "diagram", "case", "paper", "form", "regulation", "term")


def plan_search_pages(lookup: Lookup) -> tuple[PlannedPage, PlannedPage]:
    """Plan the search's page and the index, both at the site's root."""
    t = words()["search"]
    groups = tuple(IndexGroup(letter or t["digits"], links) for letter, links in sorted(_by_letter(lookup).items()))
    outline = tuple(Heading(group.letter, f"letter-{group.letter}", 1) for group in groups)
    chapters = lookup.handbook.file.chapters.items()
    shown = tuple((slug, chapter.title) for slug, chapter in chapters if chapter.state != "not-yet")
    search = PlannedPage(SEARCH, "search", t["title"], (), SearchView(shown, INDEX), "page", "search")
    return search, PlannedPage(INDEX, "index", t["index"], outline, IndexView(groups), "page", "index-az")


def _by_letter(lookup: Lookup) -> dict[str, tuple[Link, ...]]:
    names = words()["words"]
    found: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for (kind, slug), title in lookup.titles.items():
        if kind in KINDS:
            said = spoken(title, tones="numbers")
            letter = said[:1].upper() if said[:1].isascii() and said[:1].isalpha() else ""
            found[letter].append((said, Link(title, lookup.href(kind, slug), names[kind])))
    in_order = {letter: sorted(links, key=lambda pair: pair[0]) for letter, links in found.items()}
    return {letter: tuple(link for _, link in links) for letter, links in in_order.items()}

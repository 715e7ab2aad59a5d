"""The URL rules: where the page of an entry is, and where a part of it."""

from ...entries.regulation import Regulation
from .numerals import article_number

MAKE = "courses/make.html"
FOLDERS = {
    "diagram": "flows",
    "case": "cases",
    "regulation": "regulations",
    "paper": "papers",
    "form": "forms",
    "course": "courses",
}
"""The folder of each kind of entry; procedures stand in their chapter's."""

GLOSSARY, CALENDAR, CHANGES, DRILL = "glossary.html", "calendar.html", "changes.html", "drill.html"
DESK = "desk.html"


CALCULATORS = "calculators.html"


def address_of(kind: str, slug: str, chapter: str = "") -> str:
    """Give the address of an entry's page (or, for a term, of its place in the glossary)."""
    if kind == "term":
        return f"{GLOSSARY}#term-{slug}"
    if kind == "calculator":
        return f"{CALCULATORS}#calc-{slug}"
    return f"{FOLDERS.get(kind, chapter)}/{slug}.html"


def deck_name(kind: str, slug: str) -> str:
    """Give the name of the deck of an entry; a form may have the slug of a case, so its kind stands before."""
    return f"{kind}-{slug}" if kind in ("diagram", "form") else slug


def deck_address(kind: str, slug: str) -> str:
    """Give the address of the deck of a procedure, case, chapter, diagram or form."""
    return f"present/{deck_name(kind, slug)}.html"


def print_address(slug: str) -> str:
    """Give the address of the print of a chapter, of the whole handbook (``index``) or of a card (``card-<slug>``)."""
    return f"print/{slug}.html"


def step_anchor(node: str) -> str:
    """Give the anchor of a step card."""
    return f"step-{node}"


def question_anchor(number: int) -> str:
    """Give the anchor of a question of a procedure, counted from 1."""
    return f"q-{number}"


def article_anchors(regulation: Regulation) -> dict[str, str]:
    """Give the anchor of each article by its label: by its number, or by its place if it has none."""
    anchors: dict[str, str] = {}
    for place, article in enumerate(regulation.articles, 1):
        number = article_number(article.article)
        anchor = f"part-{place}" if number is None else f"article-{number}"
        anchors[article.article] = f"part-{place}" if anchor in anchors.values() else anchor
    return anchors

"""What planning gives: every page with its address, and the ways between them."""

from dataclasses import dataclass
from typing import Any

from ...editions import Snapshot
from ...views.document import DocumentView, PackView
from ...views.parts import Basis, Heading
from ...views.reference import TermNote
from ...views.search import SearchPlan
from ...views.shell import Book, Navigation, Upkeep


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page to be rendered."""

    address: str
    """Relative to the site's root, with forward slashes, ending in ``.html``."""
    layout: str
    """The name of the page shape in ``layouts/``."""
    title: str
    outline: tuple[Heading, ...]
    view: Any
    """One of the views; the layout knows which."""
    kind: str
    slug: str
    chapter: str = ""
    """The chapter whose entries the navigation shows, or empty."""
    laid: tuple[Basis, ...] = ()
    """What layers set on this page: the mark of each, and which parts."""
    state: str = ""
    """A key of ``pages.states`` where readers must be told that it is on trial or under revision, or empty."""
    upkeep: Upkeep | None = None
    """Who looks after the entry that the page shows; None of a page that shows no entry."""

    @property
    def root(self) -> str:
        """The way from this page to the site's root: empty, or ``../`` for each folder."""
        return "../" * self.address.count("/")


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of the handbook, in reading order, and all decks."""

    pages: tuple[PlannedPage, ...]
    decks: tuple[PlannedPage, ...]
    """Pages in a shell of their own, for the projector."""
    prints: tuple[PlannedPage, ...]
    """Pages in a shell of their own, for paper: a card of each procedure, each chapter, and last the whole handbook."""
    drill: PlannedPage
    """The page of the drill, in a shell of its own."""
    exercises: dict[str, Any]
    """What is drilled, by the slug of the procedure."""
    offers: dict[str, Any]
    """What a course of one's own is put together from."""
    desk: dict[str, Any]
    """What the desk knows: ``_index`` for the handbook, and each procedure by its slug."""
    courses: dict[str, Any]
    """The ready courses as the projection teaches them, by slug."""
    book: Book
    navigation: Navigation
    search: SearchPlan
    rules: dict[str, Any]
    """What the script of the calculators goes by, by slug."""
    conditions: dict[str, Any]
    """What the scripts go by that trim pages to the reader's branch."""
    terms: tuple[TermNote, ...]
    """What pages explain where it stands in the text."""
    documents: tuple[DocumentView, ...]
    """The papers as documents for Word."""
    packs: tuple[PackView, ...]
    """The papers of each procedure, and what they have in common."""
    codes: dict[str, Any]
    """Every code that stood on a page or a print: code → what it is of, title, places of the first and last edition."""
    edition: Snapshot
    """What this edition holds; a built site carries it, so that editions can be compared."""
    edition_code: str
    """The code of all that this edition holds."""

"""What planning gives: every page with its address, and the ways between them."""

from dataclasses import dataclass
from typing import Any

from ...views.parts import Heading
from ...views.search import SearchPlan
from ...views.shell import Book, Navigation


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

    @property
    def root(self) -> str:
        """The way from this page to the site's root: empty, or ``../`` for each folder."""
        return "../" * self.address.count("/")


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of the handbook, in reading order."""

    pages: tuple[PlannedPage, ...]
    book: Book
    navigation: Navigation
    search: SearchPlan

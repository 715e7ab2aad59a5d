"""What goes on paper: chapters, the whole handbook, and a card for the wall of each procedure."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class PaperUse:
    """A paper of a procedure and the short codes of the steps that use or make it."""

    link: Link
    uses: str
    makes: str


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """One procedure in a print; its words are those of its page."""

    slug: str
    address: str
    """Its page, from the site's root."""
    code: str
    title: str
    page_code: str
    """By which the site tells whether a printed page is current."""
    papers: tuple[PaperUse, ...]


@dataclass(frozen=True, slots=True)
class PrintChapter:
    """One chapter in a print."""

    slug: str
    number: str
    """The number in Chinese, such as 一."""
    title: str
    title_en: str
    summary: str
    state: str
    """A key of ``pages.states``."""
    entries: tuple[PrintEntry, ...]


@dataclass(frozen=True, slots=True)
class PrintView:
    """A print: the whole handbook, or one chapter of it."""

    title: str
    chapters: tuple[PrintChapter, ...]
    whole: bool
    code: str
    """The code of all that is in it; of the whole handbook, that of the edition."""
    back: str
    """The page it was reached from."""


@dataclass(frozen=True, slots=True)
class WallRow:
    """One step in one line."""

    number: str
    text: str
    ways: str
    """Of a decision, which answer leads to which step; otherwise empty."""
    doer: str
    when: str


@dataclass(frozen=True, slots=True)
class WallView:
    """A card of one A4 page for the wall."""

    title: str
    code: str
    chapter: str
    rows: tuple[WallRow, ...]
    numbers: tuple[str, ...]
    """Answers that say how many must be there or agree."""
    papers: str
    page_code: str
    address: str
    """Where the page is published, or empty."""
    qr: str
    """What the QR code says: the address, or the short code and the title."""
    size: int
    """How small the words are so that all stands on one page: 0 for large, 5 for the smallest."""
    back: str

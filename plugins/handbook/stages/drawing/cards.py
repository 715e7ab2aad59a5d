"""Cards: the boxes of concept diagrams, with a heading, words and notes inside."""

from dataclasses import dataclass, field

from ...entries.diagram import Link
from .lines import rounded, stacked
from .measure import width, wrap
from .outlines import outline_of
from .shapes import Box, Words

HEAD, TEXT, NOTE = 16, 15, 13
"""Font sizes in pixels."""
LINE = {"head": 23, "text": 22, "note": 19, "point": 21, "when": 20}
"""Height of a line in pixels, by role."""
SIZE = {"head": HEAD, "text": TEXT, "note": NOTE, "point": 14, "when": 14}
PAD_X, PAD_Y = 14, 11


def target_of(link: Link | None) -> str:
    """Where a box of a diagram leads."""
    if link is None:
        return ""
    for kind in ("procedure", "diagram", "regulation"):
        if slug := getattr(link, kind):
            return f"{kind}:{slug}"
    return ""


@dataclass(slots=True)
class Card:
    """A box to be: paragraphs by role, broken to the card's inner width when it is measured."""

    id: str
    kind: str
    inner: float
    """The most pixels a line may take."""
    centred: bool = True
    tone: str = ""
    target: str = ""
    title: str = ""
    rows: list[tuple[str, str]] = field(default_factory=list)

    def add(self, role: str, text: str) -> None:
        """Add a paragraph, broken into lines."""
        most = self.inner / SIZE[role] / 1.08
        lead = "· " if role == "point" else ""
        lines = wrap(text, most - (1 if lead else 0))
        for index, line in enumerate(lines):
            self.rows.append((role, (lead if index == 0 else "　" if lead else "") + line))

    def size(self, least: float = 0) -> tuple[float, float]:
        """Give the width and height the words need."""
        widest = max(width(text, SIZE[role]) for role, text in self.rows)
        height = sum(LINE[role] for role, _ in self.rows)
        return round(max(widest + 2 * PAD_X, least)), round(height + 2 * PAD_Y)

    def box(self, x: float, y: float, size: tuple[float, float]) -> Box:
        """Set the card at its place; words stand in the middle of the height."""
        height = sum(LINE[role] for role, _ in self.rows)
        top = y + (size[1] - height) / 2
        words: list[Words] = []
        for role, text in self.rows:
            left = x + size[0] / 2 if self.centred else x + PAD_X
            baseline = top + LINE[role] * 0.5 + SIZE[role] * 0.36
            words += stacked([text], left, baseline, 0, role, "middle" if self.centred else "start")
            top += LINE[role]
        outline, _ = outline_of(self.kind, x, y, *size)
        where = (rounded(x), rounded(y), rounded(size[0]), rounded(size[1]))
        return Box(self.id, self.kind, *where, tuple(words), self.tone, self.target, self.title, outline=outline)

"""What stands where nothing was filled in: a marked blank, wide enough for a pen, that says what it waits for."""

from ....locale import words
from ....views.document import DocumentField

WIDTH = {"text": 8, "long-text": 14, "person": 5, "people": 12, "number": 3, "percent": 3, "time": 5, "choice": 5}
"""How many full-width strokes a blank of each kind has."""
SHORT_CHOICES = 26
"""Choices longer than this together are not offered as boxes to tick."""
NAMED = frozenset({"text", "long-text", "person", "people", "time"})
"""Kinds whose blank in running text needs the name of what belongs there."""
STROKE, BOX = "＿", "□"


def blank_of(field: DocumentField, manner: str) -> str:
    """Give the blank of a field, by where it stands: ``t`` in text, ``u`` where the text names it, ``c`` in a cell."""
    if field.kind == "date":
        return str(words()["documents"]["blanks"]["date"])
    if field.kind == "choice":
        return _choice(field, manner)
    if manner == "t" and field.kind in NAMED:
        return _named(field.kind, field.label)
    return STROKE * WIDTH[field.kind]


def _named(kind: str, label: str) -> str:
    return str(words()["documents"]["blanks"]["named"].format(blank=STROKE * WIDTH[kind], label=label))


def _choice(field: DocumentField, manner: str) -> str:
    if sum(map(len, field.choices)) > SHORT_CHOICES:
        return _named("choice", field.label)
    if manner == "c":
        return "　".join(BOX + choice for choice in field.choices)
    return _named("choice", "／".join(field.choices))

"""A unit's own colours as a style sheet, after the others."""

from ...colours import DARK, LIGHT, readable, tint
from ...views.shell import Book

STYLE = "assets/unit.css"


def unit_style(book: Book) -> dict[str, str]:
    """Give the style sheet of a unit's own colours; nothing if it has none."""
    chosen = [(name, colour) for name, colour in (("red", book.main), ("teal", book.second)) if colour]
    if not chosen:
        return {}
    light = "".join(_light(name, colour) for name, colour in chosen)
    dark = "".join(_dark(name, readable(colour, DARK)) for name, colour in chosen)
    rules = f":root{{{light}}}\n[data-md-color-scheme=\"slate\"]{{{dark}}}\n"
    return {STYLE: f"{rules}@media print{{:root,[data-md-color-scheme]{{{light}}}}}\n"}


def _light(name: str, colour: str) -> str:
    pale = tint(colour, LIGHT)
    more = f"--hb-grid:{colour}17;" if name == "red" else f"--hb-face-asks:{pale};"
    return f"--hb-{name}:{colour};--hb-{name}-tint:{pale};{more}"


def _dark(name: str, colour: str) -> str:
    more = f"--hb-grid:{colour}12;" if name == "red" else ""
    return f"--hb-{name}:{colour};--hb-{name}-tint:{tint(colour, DARK)};{more}"

"""Drawings kept between builds, by what they were made from."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ...store import Store, code_edition
from .shapes import Drawing

EDITION = code_edition(Path(__file__).parent)
_DRAWING = TypeAdapter(Drawing)


def opened(folder: Path) -> Store:
    """Open the table of drawings in a folder."""
    return Store(folder, "drawings", EDITION)


def kept(store: Store, making: str) -> Drawing | None:
    """Give the drawing made from ``making``, or None."""
    raw = store.get(making)
    try:
        return _DRAWING.validate_json(raw) if raw else None
    except ValidationError:
        return None


def keep(store: Store, making: str, drawing: Drawing) -> None:
    """Remember a drawing just made."""
    store.keep(making, _DRAWING.dump_json(drawing))

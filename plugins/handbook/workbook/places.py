"""Where everything stands on the workbook's sheet, so that formulas can speak of cells before they are written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..entries.form import Form, Item, Section

NAME, STANDARD, RANGE, ANSWER, POINTS, NOTE, CHECK, BEST, AWAY, VALUE, JUDGED, ROW = "ABCDEFGHIJKL"
"""The columns; those from ``BEST`` on are hidden and hold what formulas need on the way."""

RESULTS = ("total", "band", "coefficient", "pay", "float", "missing", "problems")


@dataclass(frozen=True)
class Places:
    """The row of each thing, from 1, by its key such as ``item.duty`` or ``parameter.base``."""

    form: Form
    rows: dict[str, int] = field(default_factory=dict)

    def cell(self, key: str, column: str) -> str:
        """Give a cell's address as formulas write it."""
        return f"${column}${self.rows[key]}"

    def answer(self, key: str) -> str:
        """Give the cell that is filled in."""
        return self.cell(key, ANSWER)

    def points(self, key: str) -> str:
        """Give the cell that shows what comes out."""
        return self.cell(key, POINTS)

    def value(self, key: str) -> str:
        """Give the hidden cell that holds the number a formula goes on with."""
        return self.cell(key, VALUE)

    def of_items(self, section: str, column: str) -> str:
        """Give the range of a section's items in one column."""
        rows = [self.rows[f"item.{name}"] for name in self.form.sections[section].items]
        return f"${column}${rows[0]}:${column}${rows[-1]}"

    def of_parts(self, column: str) -> str:
        """Give the range of a year's parts in one column."""
        rows = [self.rows[f"part.{name}"] for name in self.form.year.parts] if self.form.year else []
        return f"${column}${rows[0]}:${column}${rows[-1]}"

    def all_items(self) -> Iterator[tuple[str, str, Section, Item]]:
        """Give each item with its section's name, its own, its section and itself."""
        for name, section in self.form.sections.items():
            for item_name, item in section.items.items():
                yield name, item_name, section, item

    @property
    def last(self) -> int:
        """The last row in use."""
        return max(self.rows.values())


def lay_out(form: Form) -> Places:
    """Give every row of the sheet its number: who, what comes out, statements, sections, a year's parts."""
    places = Places(form)
    place = 4
    for group in _groups(form):
        for key in group:
            places.rows[key] = place
            place += 1
        place += 1  # an empty row, or the heading of the next group
    return places


def _groups(form: Form) -> Iterator[list[str]]:
    yield ["unit", "period", *(["post"] if form.posts else [])]
    yield [*RESULTS, *(f"action.{name}" for name in form.actions)]
    yield [f"flag.{name}" for name in form.flags]
    yield [f"parameter.{name}" for name in form.parameters] + [f"sum.{at}" for at in range(len(form.sums))]
    yield [f"largest.{at}" for at in range(len(form.largest))]
    for name, section in form.sections.items():
        yield [f"section.{name}", *(f"item.{item}" for item in section.items)]
    yield [f"part.{name}" for name in form.year.parts] if form.year else []

"""A document's body as WordprocessingML (ISO/IEC 29500): paragraphs by style, tables with a head on every page.

Sizes are in twentieths of a point. The type area is 156 mm wide and 225 mm high (GB/T 9704—2012, 5.2.1).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from ....views.document import DocumentField, DocumentLine, DocumentTable, DocumentView

HOLE = re.compile(r"\{\{([^}]*)\}\}")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
UPRIGHT, WIDE = 8844, 12756
"""The width of the type area on an upright page, and on one that lies on its side."""
STYLES = {
    "title": "T",
    "addressee": "A",
    "heading": "H",
    "subheading": "K",
    "text": "B",
    "attachment": "F",
    "attachments": "G",
    "sealed": "S",
    "sealed-next": "S2",
    "sealed-last": "S3",
    "signed": "L",
    "signed-next": "L2",
    "signed-last": "L3",
}
SMALLER = {"text": "P", "heading": "Q", "signed": "L2"}
CENTRED, NAME = 6, 12
"""A cell of at most this many characters is centred; in the first column, where things are named, one of this many."""
EDGE = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
EDGES = "".join(map(EDGE.format, ("top", "left", "bottom", "right", "insideH", "insideV")))
ROW_HEIGHT, TALL_ROW = 510, 1240
"""Room for a line, and for the sentences of a long text."""

Fill = Callable[[str, str], str]
"""What to write for a field (its name) in a manner: ``t`` in text, ``u`` where the text names it, ``c`` in a cell."""


def body(view: DocumentView, fill: Fill) -> str:
    """Give the part ``word/document.xml``."""
    inside = "".join(_blocks(view, fill))
    head = f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">'
    return f"{head}<w:body>{inside}{_section(view)}</w:body></w:document>"


def _blocks(view: DocumentView, fill: Fill) -> Iterator[str]:
    marks = _Marks(view.fields)
    after_table = False
    for block in view.blocks:
        if isinstance(block, DocumentLine):
            yield paragraph(_style(block.style, view), _filled(block.text, fill, _manner(block.style), view))
        else:
            if after_table:
                yield paragraph("M", "")  # without a paragraph between them Word joins two tables
            yield _table(block, fill, WIDE if view.wide else UPRIGHT, marks, view)
        after_table = isinstance(block, DocumentTable)
    if after_table:
        yield paragraph("M", "")


def _style(style: str, view: DocumentView) -> str:
    """A ballot is set smaller, so that it stays on one page."""
    return SMALLER.get(style, STYLES[style]) if view.kind == "ballot" else STYLES[style]


def _manner(style: str) -> str:
    return "u" if style == "title" else "t"


def _filled(text: str, fill: Fill, manner: str, view: DocumentView) -> str:
    """The text with its places filled in; where a colon stands before a place, the text names it already."""

    def one(hole: re.Match[str]) -> str:
        named = manner == "t" and text[: hole.start()].endswith("：")
        return fill(hole[1], "u" if named else manner) if hole[1] in view.fields else hole[0]

    return HOLE.sub(one, text)


def paragraph(style: str, text: str) -> str:
    """Give a paragraph of one run."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


class _Marks:
    """Marks the rows that may be left out, with numbers from 1; a revision id is a mark that every program keeps."""

    def __init__(self, fields: dict[str, DocumentField]) -> None:
        self._fields = fields
        self._last = 0

    def __call__(self, row: tuple[str, ...]) -> str:
        """Give the attribute of a row all of whose fields may stay empty, or nothing."""
        names = HOLE.findall("".join(row))
        if not names or any(name not in self._fields or self._fields[name].required for name in names):
            return ""
        if HOLE.sub("", "".join(row)).strip():
            return ""
        self._last += 1
        return f' w:rsidR="{self._last:08X}"'


def _table(table: DocumentTable, fill: Fill, width: int, marks: _Marks, view: DocumentView) -> str:
    widths = _widths(table, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = _row(table.columns, widths, ["D"] * len(widths), "<w:tblHeader/>")
    rows = []
    for row in table.rows:
        told = [_filled(cell, fill, "c", view) for cell in row]
        styles = [_cell_style(place, cell) for place, cell in enumerate(row)]
        rows.append(_row(told, widths, styles, "", marks(row), _height(row, view)))
    empty = _row([""] * len(widths), widths, ["C"] * len(widths), "") * table.blank_rows
    look = f'<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{EDGES}</w:tblBorders>'
    look += '<w:tblLayout w:type="fixed"/>'
    return f'<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{"".join(rows)}{empty}</w:tbl>'


def _height(row: tuple[str, ...], view: DocumentView) -> int:
    kinds = {view.fields[name].kind for name in HOLE.findall("".join(row)) if name in view.fields}
    return TALL_ROW if "long-text" in kinds else ROW_HEIGHT


def _cell_style(place: int, cell: str) -> str:
    return "C" if "{{" in cell or len(cell) > (CENTRED if place else NAME) else "M"


def _row(
    cells: Sequence[str], widths: list[int], styles: list[str], more: str, mark: str = "", height: int = ROW_HEIGHT
) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph(style, cell)}'
        "</w:tc>"
        for cell, width, style in zip(cells, widths, styles, strict=True)
    )
    look = f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{more}'
    return f"<w:tr{mark}><w:trPr>{look}</w:trPr>{inside}</w:tr>"


def _widths(table: DocumentTable, width: int) -> list[int]:
    """Share the width by what stands in a column: a place to fill in wants the room of a short sentence."""
    wanted = []
    for place, title in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        longest = max((18 if "{{" in cell else len(cell) for cell in cells), default=0)
        wanted.append(min(max(len(title) + 2, longest if table.rows else 8, 6), 24))
    whole = sum(wanted)
    shares = [width * each // whole for each in wanted]
    return [*shares[:-1], width - sum(shares[:-1])]


def _section(view: DocumentView) -> str:
    """The page: A4, with the margins that leave the type area; a ballot has no number on its page."""
    feet = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if view.wide else 'w:w="11906" w:h="16838"'
    edges = (1588, 2098, 1474, 1984) if view.wide else (2098, 1474, 1984, 1588)
    sides = " ".join(f'w:{side}="{edge}"' for side, edge in zip(("top", "right", "bottom", "left"), edges, strict=True))
    margins = f'<w:pgMar {sides} w:header="851" w:footer="{900 if view.wide else 1304}" w:gutter="0"/>'
    return f'<w:sectPr>{"" if view.kind == "ballot" else feet}<w:pgSz {size}/>{margins}</w:sectPr>'

"""How the workbook looks: the cells' formats and the columns' widths."""

from typing import Any

from .places import ANSWER, CHECK, NAME, NOTE, POINTS, RANGE, STANDARD

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "bg_color": "#E7E2D8", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "words": {"border": 1, "text_wrap": True, "valign": "vcenter"},
    "answer": {"border": 1, "bg_color": "#FFF8E1", "locked": False, "valign": "vcenter", "text_wrap": True},
    "result": {"border": 1, "bold": True, "valign": "vcenter"},
    "wrong": {"border": 1, "font_color": "#B00020", "text_wrap": True, "valign": "vcenter"},
}
WIDTHS = {NAME: 34, STANDARD: 30, RANGE: 16, ANSWER: 14, POINTS: 10, NOTE: 22, CHECK: 18}

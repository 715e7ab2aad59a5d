"""The cards for the wall: each procedure on one A4 page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil

from ...views.prints import WallRow, WallView
from ...views.procedure import ProcedureView, StepView
from .addresses import print_address, step_anchor
from .lookup import Lookup
from .pages import PlannedPage

COUNTED = re.compile("半数|[二三四五]分之|以上.{0,6}(?:到会|赞成|同意)")
"""What answers say that are about how many must be there or agree."""
MOST_NUMBERS = 4
SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""The size of the words in points, from the largest; ``wall.css`` names the same."""
MM = 0.3528
"""Millimetres in a point."""
TEXT, WHEN, FOOT = 58.0, 92.0, 140.0
"""Widths in millimetres of the columns and of the foot beside the QR code."""
HEIGHT = 232.0
"""What is left of an A4 page for rows and foot, in millimetres."""
FOOT_LEAST = 42.0
"""The QR code and the line under it, in millimetres."""


def plan_walls(pages: Iterable[PlannedPage], codes: dict[str, str], lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the card of every procedure; ``pages`` are all pages planned so far, ``codes`` those that they carry now."""
    for page in pages:
        if page.kind == "procedure":
            slug = f"card-{page.slug}"
            yield PlannedPage(
                print_address(slug),
                "wall",
                page.title,
                (),
                _view(page, codes[f"procedure/{page.slug}"], lookup),
                "card",
                slug,
                state=page.state,
            )


def _view(page: PlannedPage, code: str, lookup: Lookup) -> WallView:
    view: ProcedureView = page.view
    labels = {f"#{step_anchor(step.id)}": step.label for step in view.steps}
    published = lookup.handbook.file.address
    address = f"{published.rstrip('/')}/{page.address}" if published else ""
    links = dict.fromkeys(link.text for step in view.steps for link in (*step.uses, *step.makes))
    card = WallView(
        title=view.title,
        code=view.code,
        chapter=view.chapter.text,
        rows=tuple(_row(step, labels) for step in view.steps),
        numbers=_numbers(view),
        papers="、".join(links),
        page_code=code,
        address=address,
        qr=address or f"{view.code} {view.title}",
        size=0,
        back=f"{lookup.root}{page.address}",
    )
    return fitted(card)


def _row(step: StepView, labels: dict[str, str]) -> WallRow:
    ways = [f"{way.label}→{labels.get(way.href, way.text)}" for way in step.exits if way.label]
    when = "；".join(deadline.text for deadline in step.deadlines) or step.when
    return WallRow(step.label, step.text, "　".join(ways), step.doer, when)


def _numbers(view: ProcedureView) -> tuple[str, ...]:
    found = dict.fromkeys(question.answer for question in view.questions if COUNTED.search(question.answer))
    return tuple(found)[:MOST_NUMBERS]


def fitted(card: WallView) -> WallView:
    """Give the card in the largest words that fit; if none do, without times that no deadline sets, papers, numbers."""
    for leaner in (card, replace(card, papers=""), replace(card, papers="", numbers=())):
        for size, points in enumerate(SIZES):
            if _height(leaner, points) <= HEIGHT:
                return replace(leaner, size=size)
    return replace(card, papers="", numbers=(), size=len(SIZES) - 1)


def _height(card: WallView, points: float) -> float:
    """About how high rows and foot are, in millimetres."""
    line = points * MM * 1.35
    rows = sum(
        max(
            _lines(row.text, TEXT, points) + bool(row.ways) * _lines(row.ways, TEXT, points * 0.85),
            _lines(row.when, WHEN, points * 0.9),
        )
        * line
        + 1.6
        for row in card.rows
    )
    foot = sum(_lines(text, FOOT, points * 0.9) for text in (*card.numbers, card.papers) if text) + 3
    return rows + max(foot * line, FOOT_LEAST)


def _lines(text: str, width: float, points: float) -> int:
    """How many lines a text takes: a Chinese character is as wide as it is high, a Latin one a bit over half."""
    ems = sum(0.58 if character.isascii() else 1.0 for character in text)
    return max(1, ceil(ems * 1.03 / (width / (points * MM))))

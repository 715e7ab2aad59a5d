"""Diagrams whose places follow from counting: timelines, comparisons, divisions of duties, cycles."""

import math

from ...entries.diagram import Comparison, Cycle, Division, Timeline
from .cards import Card, target_of
from .lines import arrow_head, number, rounded
from .outlines import outline_of
from .shapes import Arrow, Box, Drawing

WIDE = 600
"""The width of a picture in pixels: a phone shows it at two thirds."""
GAP = 16


def draw_timeline(diagram: Timeline, outline: tuple[str, ...]) -> Drawing:
    """One moment below the other along a line: when at the left, what at the right."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    spine, y = 150.0, 4.0
    previous: float | None = None
    for index, moment in enumerate(diagram.moments):
        when = Card(f"when-{index}", "when", spine - 44, title=moment.when)
        when.add("when", moment.when)
        card = Card(
            f"moment-{index}", "card", WIDE - spine - 30 - 2 * GAP, False, "", target_of(moment.link), moment.text
        )
        card.add("head", moment.text)
        if moment.note:
            card.add("note", moment.note)
        size, when_size = card.size(WIDE - spine - 30), when.size(spine - 26)
        height = max(size[1], when_size[1])
        middle = y + height / 2
        boxes.append(when.box(2, middle - when_size[1] / 2, (spine - 26, when_size[1])))
        boxes.append(_dot(f"dot-{index}", spine, middle))
        boxes.append(card.box(spine + 26, middle - size[1] / 2, (WIDE - spine - 28, size[1])))
        if previous is not None:
            arrows.append(_straight(f"dot-{index - 1}", f"dot-{index}", (spine, previous + 6), (spine, middle - 7)))
        previous, y = middle, y + height + GAP
    return Drawing(diagram.title, WIDE, rounded(y - GAP + 4), tuple(boxes), tuple(arrows), outline)


def _dot(id_: str, x: float, y: float) -> Box:
    outline, _ = outline_of("dot", x - 6, y - 6, 12, 12)
    return Box(id_, "dot", rounded(x - 6), rounded(y - 6), 12, 12, (), outline=outline)


def _straight(start: str, end: str, from_: tuple[float, float], to: tuple[float, float]) -> Arrow:
    path = f"M{number(from_[0])} {number(from_[1])}L{number(to[0])} {number(to[1])}"
    return Arrow(start, end, path, arrow_head(from_, to))


def draw_comparison(diagram: Comparison, outline: tuple[str, ...]) -> Drawing:
    """A grid: what is compared at the left, one column for each thing."""
    count = len(diagram.columns)
    first = 112 if count < 4 else 132
    column = (max(WIDE, 170 * count + first) - first - 4) / count
    boxes: list[Box] = []
    y = 2.0
    heads = [_cell(f"head-{index}", "column", text, column, "head") for index, text in enumerate(diagram.columns)]
    height = max(card.size()[1] for card in heads)
    boxes += [card.box(first + 2 + index * column, y, (column, height)) for index, card in enumerate(heads)]
    y += height
    for number_, row in enumerate(diagram.rows):
        aspect = _cell(f"row-{number_}", "aspect", row.aspect, first, "when")
        cells = [_cell(f"cell-{number_}-{index}", "cell", text, column, "text") for index, text in enumerate(row.cells)]
        height = max(card.size()[1] for card in [aspect, *cells])
        boxes.append(aspect.box(2, y, (first, height)))
        boxes += [card.box(first + 2 + index * column, y, (column, height)) for index, card in enumerate(cells)]
        y += height
    return Drawing(diagram.title, rounded(first + 4 + count * column), rounded(y + 2), tuple(boxes), (), outline)


def _cell(id_: str, kind: str, text: str, room: float, role: str) -> Card:
    card = Card(id_, kind, room - 28, title=text)
    card.add(role, text)
    return card


def draw_division(diagram: Division, outline: tuple[str, ...]) -> Drawing:
    """A centre on top, the parties below it in two columns, joined by a line."""
    centre = Card("centre", "centre", WIDE - 60, tone="strong", title=diagram.centre)
    centre.add("head", diagram.centre)
    size = centre.size(240)
    boxes = [centre.box((WIDE - size[0]) / 2, 2, size)]
    arrows: list[Arrow] = []
    column = (WIDE - 4 - 2 * GAP) / 2
    tops = [size[1] + 34.0, size[1] + 34.0]
    trunk = (WIDE / 2, size[1] + 2)
    for index, part in enumerate(diagram.parts):
        card = Card(
            f"part-{index}", "card", column - 28, False, f"lane-{index % 6 + 1}", target_of(part.link), part.title
        )
        card.add("head", part.title)
        for point in part.points:
            card.add("point", point)
        side = 0 if tops[0] <= tops[1] else 1
        x, y = 2 + side * (column + 2 * GAP), tops[side]
        height = card.size()[1]
        boxes.append(card.box(x, y, (column, height)))
        edge = x + column if side == 0 else x
        path = f"M{number(trunk[0])} {number(trunk[1])}V{number(y + 22)}H{number(edge)}"
        arrows.append(Arrow("centre", card.id, path, ""))
        tops[side] = y + height + GAP
    return Drawing(diagram.title, WIDE, rounded(max(tops) - GAP + 4), tuple(boxes), tuple(arrows), outline)


def draw_cycle(diagram: Cycle, outline: tuple[str, ...]) -> Drawing:
    """The stages round a circle, each with an arrow to the next."""
    cards = []
    for index, stage in enumerate(diagram.stages):
        card = Card(f"stage-{index}", "card", 150, True, f"lane-{index % 6 + 1}", target_of(stage.link), stage.text)
        card.add("head", stage.text)
        if stage.note:
            card.add("note", stage.note)
        cards.append(card)
    sizes = [card.size(130) for card in cards]
    widest, tallest = max(size[0] for size in sizes), max(size[1] for size in sizes)
    count = len(cards)
    across = max(180.0, widest * count / math.pi * 0.62)
    down = max(120.0, (tallest + 44) * count / math.pi * 0.62)
    middle = (across + widest / 2 + 4, down + tallest / 2 + 4)
    angles = [2 * math.pi * index / count - math.pi / 2 for index in range(count)]
    centres = [(middle[0] + across * math.cos(angle), middle[1] + down * math.sin(angle)) for angle in angles]
    boxes = tuple(
        card.box(x - size[0] / 2, y - size[1] / 2, size)
        for card, (x, y), size in zip(cards, centres, sizes, strict=True)
    )
    arrows = tuple(_between(boxes[index], boxes[(index + 1) % count], middle) for index in range(count))
    return Drawing(diagram.title, rounded(2 * middle[0]), rounded(2 * middle[1]), boxes, arrows, outline)


def _between(one: Box, other: Box, middle: tuple[float, float]) -> Arrow:
    """An arrow that leaves one box and reaches the other, bent away from the middle."""
    start, end = _centre(one), _centre(other)
    bend = (
        (start[0] + end[0]) / 2 + ((start[0] + end[0]) / 2 - middle[0]) * 0.35,
        (start[1] + end[1]) / 2 + ((start[1] + end[1]) / 2 - middle[1]) * 0.35,
    )
    from_, to = _edge(one, bend), _edge(other, bend)
    path = f"M{number(from_[0])} {number(from_[1])}Q{number(bend[0])} {number(bend[1])} {number(to[0])} {number(to[1])}"
    return Arrow(one.id, other.id, path, arrow_head(bend, to))


def _centre(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _edge(box: Box, towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line from the middle of a box towards a point leaves the box, with a little air."""
    x, y = _centre(box)
    across, down = towards[0] - x, towards[1] - y
    reach = min(
        (box.width / 2 + 3) / abs(across) if across else math.inf,
        (box.height / 2 + 3) / abs(down) if down else math.inf,
    )
    return x + across * reach, y + down * reach

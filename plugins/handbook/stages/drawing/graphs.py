"""Diagrams that Graphviz lays out: trees and maps."""

from collections.abc import Iterator

from ...entries.diagram import Branch, Map, Tree
from .cards import Card, target_of
from .layout import Edge, Placed, place
from .lines import arrow_head, curve, rounded, stacked
from .measure import width, wrap
from .shapes import Arrow, Drawing

TREE = "rankdir=LR, nodesep=0.14, ranksep=0.4, splines=spline"
MAP = "rankdir=TB, nodesep=0.4, ranksep=0.5, splines=spline"


def draw_tree(diagram: Tree, outline: tuple[str, ...]) -> Drawing:
    """From left to right, so that a long list of children grows downwards, as a phone scrolls."""
    found = list(_branches(diagram.root, "root"))
    cards = {}
    for id_, branch, _ in found:
        tone = "strong" if id_ == "root" else "" if branch.children else "soft"
        cards[id_] = _card(id_, branch.text, branch.note, tone, target_of(branch.link), 150)
    edges = [Edge(parent, id_, attributes="arrowhead=none") for id_, _, parent in found if parent]
    return _drawing(diagram.title, cards, edges, [""] * len(edges), TREE, outline)


def _branches(branch: Branch, id_: str, parent: str = "") -> Iterator[tuple[str, Branch, str]]:
    yield id_, branch, parent
    for index, child in enumerate(branch.children):
        yield from _branches(child, f"{id_}-{index}", id_)


def draw_map(diagram: Map, outline: tuple[str, ...]) -> Drawing:
    """From top to bottom, with words on the arrows."""
    cards = {
        id_: _card(id_, spot.text, spot.note, "" if spot.tone == "plain" else spot.tone, target_of(spot.link), 165)
        for id_, spot in diagram.places.items()
    }
    labels = [path.text or "" for path in diagram.paths]
    edges = [
        Edge(path.start, path.end, *(_label_size(label) if label else (0, 0)))
        for path, label in zip(diagram.paths, labels, strict=True)
    ]
    return _drawing(diagram.title, cards, edges, labels, MAP, outline)


def _card(id_: str, text: str, note: str | None, tone: str, target: str, inner: float) -> Card:
    card = Card(id_, "card", inner, True, tone, target, text)
    card.add("head" if tone == "strong" else "text", text)
    if note:
        card.add("note", note)
    return card


def _label_size(label: str) -> tuple[float, float]:
    lines = wrap(label, 9)
    return max(width(line, 13.5) for line in lines) + 8, 17 * len(lines) + 5


def _drawing(
    title: str, cards: dict[str, Card], edges: list[Edge], labels: list[str], graph: str, outline: tuple[str, ...]
) -> Drawing:
    sizes = {id_: card.size(84) for id_, card in cards.items()}
    placed = place(sizes, edges, graph)
    boxes = tuple(
        card.box(
            placed.centres[id_][0] - sizes[id_][0] / 2 + 1, placed.centres[id_][1] - sizes[id_][1] / 2 + 1, sizes[id_]
        )
        for id_, card in cards.items()
    )
    arrows = tuple(
        _arrow(edge, label, index, placed) for index, (edge, label) in enumerate(zip(edges, labels, strict=True))
    )
    return Drawing(title, rounded(placed.width + 2), rounded(placed.height + 2), boxes, arrows, outline)


def _arrow(edge: Edge, label: str, index: int, placed: Placed) -> Arrow:
    points, tip = placed.curves[index]
    spot = placed.labels[index]
    lines = wrap(label, 9) if label else ()
    words = stacked(lines, spot[0], spot[1] + 4.5 - (len(lines) - 1) * 8.5, 17, "label") if spot and label else []
    return Arrow(edge.start, edge.end, curve(points, tip), arrow_head(points[-1], tip) if tip else "", tuple(words))

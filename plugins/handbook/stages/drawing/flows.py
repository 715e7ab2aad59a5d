"""Drawing a flowchart: boxes by kind, each with its number and who does it."""

from dataclasses import dataclass

from ...entries.flow import Flow, Node
from ...entries.role import Role
from .layout import Edge, place
from .lines import arrow_head, curve, rounded, stacked
from .measure import width, wrap
from .outlines import outline_of
from .shapes import Arrow, Box, Drawing, Words

TEXT, SMALL = 16, 12.5
"""Font sizes in pixels: the text of a box, and its number, lane and arrow labels."""
LINE, META = 22, 20
"""Heights in pixels: a line of text, and the row with number and lane."""
MOST_EM = 10.5
"""How many characters stand in one line of a box."""
LEAST_WIDTH = 132
SIDE = {"decision": 24, "document": 14, "subflow": 22, "start": 22, "end": 22, "step": 14}
"""Room at each side of the text, by kind: a decision's corners and a sub-flow's bars take some."""
GRAPH = "rankdir=TB, nodesep=0.36, ranksep=0.42, splines=spline, outputorder=nodesfirst"
LANES = 6
"""How many lane colours there are; further lanes begin again."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a flow's picture needs besides the flow: step numbers, lane names, the procedure's code."""

    numbers: dict[str, int]
    lanes: dict[str, Role]
    code: str
    linked: bool
    """Whether the steps have words to click to."""


def lane_order(flow: Flow) -> list[str]:
    """Give the lanes of a flow in the order they first act."""
    return list(dict.fromkeys(node.lane for node in flow.nodes.values() if node.lane))


def draw_flow(flow: Flow, manner: Manner, outline: tuple[str, ...]) -> Drawing:
    """Lay out and measure a flow. Raises NoGraphvizError."""
    texts = {id_: wrap(node.text, MOST_EM) for id_, node in flow.nodes.items()}
    sizes = {id_: _size(node, texts[id_], manner) for id_, node in flow.nodes.items()}
    order = list(flow.nodes)
    ways = [(id_, label, target) for id_, node in flow.nodes.items() for label, target in _exits(node)]
    edges = [_edge(id_, label, target, back=order.index(target) <= order.index(id_)) for id_, label, target in ways]
    placed = place(sizes, edges, GRAPH)
    tones = {lane: f"lane-{index % LANES + 1}" for index, lane in enumerate(lane_order(flow))}
    boxes = tuple(
        _box(id_, node, texts[id_], placed.centres[id_], sizes[id_], tones.get(node.lane or "", ""), manner)
        for id_, node in flow.nodes.items()
    )
    arrows = []
    for (start, label, end), (points, tip), spot in zip(ways, placed.curves, placed.labels, strict=True):
        words = stacked(wrap(label, 8), spot[0], spot[1] + _label_top(label), 17, "label") if spot and label else []
        back = order.index(end) <= order.index(start)
        tip = tip or points[-1]
        arrows.append(Arrow(start, end, curve(points, tip), arrow_head(points[-1], tip), tuple(words), back))
    margin = 2
    return Drawing(
        flow.title, rounded(placed.width + margin), rounded(placed.height + margin), boxes, tuple(arrows), outline
    )


def _exits(node: Node) -> list[tuple[str, str]]:
    if node.next is None:
        return []
    return list(node.next.items()) if isinstance(node.next, dict) else [("", node.next)]


def _label_top(label: str) -> float:
    """The first baseline of a label, from the middle of its place."""
    return 4.5 - (len(wrap(label, 8)) - 1) * 8.5


def _edge(start: str, label: str, end: str, *, back: bool) -> Edge:
    weight = "weight=1" if back else "weight=4"
    if not label:
        return Edge(start, end, attributes=weight)
    lines = wrap(label, 8)
    return Edge(start, end, max(width(line, 13.5) for line in lines) + 8, 17 * len(lines) + 5, weight)


def _meta(id_: str, node: Node, manner: Manner) -> tuple[str, str]:
    """The number and the lane of a step; a start or an end has neither."""
    if id_ not in manner.numbers:
        return "", ""
    lane = manner.lanes[node.lane].short if node.lane in manner.lanes else ""
    return f"{manner.numbers[id_]:02d}", lane


def _size(node: Node, lines: tuple[str, ...], manner: Manner) -> tuple[float, float]:
    side = SIDE[node.kind]
    meta = node.kind not in ("start", "end")
    lane = manner.lanes[node.lane].short if node.lane in manner.lanes else ""
    row = 34 + width(lane, SMALL) + 10 if meta else 0
    inner = max(max(width(line, TEXT) for line in lines), row, LEAST_WIDTH - 2 * side)
    height = 18 + len(lines) * LINE + (META if meta else 0) + (6 if node.kind == "document" else 0)
    return round(inner + 2 * side), round(height)


def _box(
    id_: str,
    node: Node,
    lines: tuple[str, ...],
    centre: tuple[float, float],
    size: tuple[float, float],
    tone: str,
    manner: Manner,
) -> Box:
    x, y = centre[0] - size[0] / 2 + 1, centre[1] - size[1] / 2 + 1
    code, lane = _meta(id_, node, manner)
    words: list[Words] = []
    top = y + 9 + TEXT
    if code:
        side = SIDE[node.kind]
        words.append(Words(rounded(x + side), rounded(y + 21), code, "code", "start"))
        words.append(Words(rounded(x + side + 24), rounded(y + 21), lane, "lane", "start"))
        top += META
    words += stacked(lines, centre[0] + 1, top, LINE, "text")
    target = f"procedure:{node.flow}" if node.kind == "subflow" and node.flow and not manner.linked else ""
    if manner.linked and code:
        target = f"step:{id_}"
    title = f"{manner.code}-{code} {node.text}".strip("- ") if code else node.text
    outline, inside = outline_of(node.kind, x, y, *size)
    return Box(
        id_, node.kind, rounded(x), rounded(y), *size, tuple(words), tone, target, title, outline=outline, inside=inside
    )

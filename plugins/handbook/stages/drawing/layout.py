"""Asking Graphviz where things go: in this process through pygraphviz, else through a ``dot`` command.

Sizes go in and places come out; Graphviz sees no text, so no font of the machine can change a picture.
"""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

try:
    import pygraphviz
except ImportError:  # a platform without a wheel: the command line does the same
    pygraphviz = None

INCH = 72
"""Graphviz measures nodes in inches and places in points; a point is our pixel."""

_ONE_AT_A_TIME = threading.Lock()
"""Graphviz keeps global state: two threads must not lay out at once."""


class NoGraphvizError(RuntimeError):
    """Neither pygraphviz nor a ``dot`` command is there."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What Graphviz answered: the size, the boxes' centres, the edges' curves and label places."""

    width: float
    height: float
    centres: dict[str, tuple[float, float]]
    curves: list[tuple[list[tuple[float, float]], tuple[float, float] | None]]
    """For each edge, in the order given: the points of its Bézier curve and the tip of its arrow."""
    labels: list[tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge to lay out; the label's size is in pixels, 0 for none."""

    start: str
    end: str
    label_width: float = 0
    label_height: float = 0
    attributes: str = ""


def place(sizes: dict[str, tuple[float, float]], edges: Iterable[Edge], graph: str, extra: str = "") -> Placed:
    """Lay out boxes of given sizes (pixels) and their edges.

    ``graph`` holds Graphviz's graph attributes, ``extra`` further statements. Raises NoGraphvizError.
    """
    edges = list(edges)
    names = {id_: f"n{number}" for number, id_ in enumerate(sizes)}
    lines = [f'digraph {{ graph [{graph}]; node [shape=box, fixedsize=true, label=""]; edge [arrowsize=0.8];']
    for id_, (width, height) in sizes.items():
        lines.append(f"{names[id_]} [width={width / INCH:.4f}, height={height / INCH:.4f}];")
    for number, edge in enumerate(edges):
        label = ""
        if edge.label_width:
            cell = (
                f'<TABLE FIXEDSIZE="TRUE" BORDER="0" WIDTH="{edge.label_width:.0f}" HEIGHT="{edge.label_height:.0f}">'
            )
            label = f"label=<{cell}<TR><TD></TD></TR></TABLE>>,"
        lines.append(f"{names[edge.start]} -> {names[edge.end]} [{label} id=e{number} {edge.attributes}];")
    return _read(json.loads(_run("\n".join([*lines, extra, "}"]))), names, len(edges))


def _run(dot: str) -> bytes | str:
    if pygraphviz is not None:
        with _ONE_AT_A_TIME:
            return pygraphviz.AGraph(string=dot).draw(prog="dot", format="json0")  # type: ignore[no-any-return]
    command = shutil.which("dot")
    if command is None:
        raise NoGraphvizError
    return subprocess.run([command, "-Tjson0"], input=dot, capture_output=True, text=True, check=True).stdout


def _read(answer: dict[str, Any], names: dict[str, str], count: int) -> Placed:
    left, bottom, right, top = map(float, answer["bb"].split(","))

    def point(text: str) -> tuple[float, float]:
        x, y = map(float, text.split(","))
        return x - left, top - y

    objects = {item["name"]: item for item in answer["objects"]}
    curves: list[Any] = [None] * count
    labels: list[Any] = [None] * count
    for edge in answer.get("edges", []):
        number = int(edge["id"][1:])
        parts = edge["pos"].split()
        tip = point(parts.pop(0)[2:]) if parts[0].startswith("e,") else None
        curves[number] = ([point(part) for part in parts], tip)
        labels[number] = point(edge["lp"]) if "lp" in edge else None
    centres = {id_: point(objects[name]["pos"]) for id_, name in names.items()}
    return Placed(right - left, top - bottom, centres, curves, labels)

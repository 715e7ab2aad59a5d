"""How long a flowchart takes to draw, uncached: in this process, and with one ``dot`` process for each.

    python bench/drawing.py [COUNT]

Both get the same made flows: ten steps, a decision, a way back. Ours does everything (measuring, layout, paths, the
text equal); ``dot`` is given the same graph and only writes its own SVG. Where no ``dot`` is on the PATH
(``apt install graphviz``) that line says so.
"""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import yaml

from handbook.entries.flow import Flow
from handbook.entries.role import Role
from handbook.stages.drawing.flows import Manner, draw_flow
from handbook.stages.drawing.outline import outline_of_flow
from handbook.stages.linking.flows import exits, numbered
from made import flow as made_flow

MOST = 5.0
"""Milliseconds a flow may take."""


def ours(flow: Flow) -> None:
    """Draw a flow as stage 4 does, with nothing kept from before."""
    lanes = {node.lane: _role(node.lane) for node in flow.nodes.values() if node.lane}
    manner = Manner(numbered(flow), lanes, "样例", linked=True)
    draw_flow(flow, manner, outline_of_flow(flow, manner.numbers, lanes))


def _role(slug: str) -> Role:
    return Role(name=slug, short=slug[:6], name_en=slug, duty=slug)


def by_process(flow: Flow) -> None:
    """Have a ``dot`` process of its own lay out and write the same graph."""
    nodes = [f'"{id_}" [label="{node.text}"];' for id_, node in flow.nodes.items()]
    edges = [
        f'"{id_}" -> "{target}" [label="{label}"];'
        for id_, node in flow.nodes.items()
        for label, target in exits(node).items()
    ]
    text = "\n".join(["digraph {", "node [shape=box];", *nodes, *edges, "}"])
    subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, text=True, encoding="utf-8", check=True)


def measure(draw: Callable[[Flow], None], flows: Iterable[Flow]) -> list[float]:
    """Give the milliseconds each flow took."""
    taken = []
    for flow in flows:
        started = time.perf_counter()
        draw(flow)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def main() -> None:
    """Print both figures; fail if ours is slower than allowed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    flows = [Flow.model_validate(yaml.safe_load(made_flow(number))) for number in range(1, count + 1)]
    ours(flows[0])
    mine = measure(ours, flows)
    mean, median = statistics.mean(mine), statistics.median(mine)
    print(f"ours, in this process, {count} flows: {mean:.2f} ms a flow (median {median:.2f})")
    if shutil.which("dot"):
        theirs = measure(by_process, flows[:100])
        print(f"a dot process each, {len(theirs)} flows: {statistics.mean(theirs):.2f} ms a flow")
    else:
        print("a dot process each: no dot on the PATH")
    if mean > MOST:
        sys.exit(f"more than {MOST} ms a flow")


if __name__ == "__main__":
    main()

"""Stage 4, drawing: every flow and diagram gets its picture and its text equal."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...entries.flow import Flow
from ...problems import Place, Report
from ..linking import Handbook
from .flows import Manner, draw_flow
from .graphs import draw_map, draw_tree
from .grids import draw_comparison, draw_cycle, draw_division, draw_timeline
from .layout import NoGraphvizError
from .outline import outline_of_diagram, outline_of_flow
from .shapes import Arrow, Box, Drawing, Words
from .store import Store

__all__ = ["Arrow", "Box", "Drawing", "IllustratedHandbook", "Words", "draw"]


@dataclass(frozen=True, slots=True)
class IllustratedHandbook:
    """A handbook with a drawing for each flow and each diagram."""

    handbook: Handbook
    flows: dict[str, Drawing]
    diagrams: dict[str, Drawing]
    drawn: int
    """How many drawings were made anew; the others were kept from an earlier build."""


DRAWERS: dict[str, Callable[[Any, tuple[str, ...]], Drawing]] = {
    "tree": draw_tree,
    "map": draw_map,
    "timeline": draw_timeline,
    "comparison": draw_comparison,
    "division": draw_division,
    "cycle": draw_cycle,
}
"""The drawer of each kind of diagram."""


def draw(handbook: Handbook, report: Report) -> IllustratedHandbook:
    """Draw all flows and diagrams; without Graphviz that is a problem, and nothing is drawn."""
    with Store(handbook.settings.cache) as store:
        try:
            flows = {slug: _flow(slug, entry.model, handbook, store) for slug, entry in handbook.flows.items()}
            diagrams = {slug: _diagram(entry.model, store) for slug, entry in handbook.diagrams.items()}
        except NoGraphvizError:
            report.add("drawing-no-graphviz", Place("site_config.yml"))
            return IllustratedHandbook(handbook, {}, {}, 0)
        return IllustratedHandbook(handbook, flows, diagrams, store.drawn)


def _flow(slug: str, flow: Flow, handbook: Handbook, store: Store) -> Drawing:
    procedure = handbook.procedures.get(slug)
    code = procedure.model.code if procedure else ""
    lanes = {node.lane: handbook.roles[node.lane] for node in flow.nodes.values() if node.lane}
    making = f"flow {code} {flow.model_dump_json()} {[(id_, role.short, role.name) for id_, role in lanes.items()]}"
    kept = store.get(making)
    if kept is not None:
        return kept
    numbers = handbook.numbers[slug]
    manner = Manner(numbers, lanes, code, linked=procedure is not None)
    return store.keep(making, draw_flow(flow, manner, outline_of_flow(flow, numbers, lanes)))


def _diagram(diagram: Any, store: Store) -> Drawing:
    making = f"diagram {diagram.model_dump_json()}"
    kept = store.get(making)
    return kept or store.keep(making, DRAWERS[diagram.kind](diagram, outline_of_diagram(diagram)))

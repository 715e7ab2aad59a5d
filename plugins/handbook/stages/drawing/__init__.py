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
from .store import keep, kept, opened
from .together import make_all

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
    tasks = [_flow_task(slug, entry.model, handbook) for slug, entry in handbook.flows.items()]
    tasks += [_Task(f"diagram {entry.model.model_dump_json()}", entry.model) for entry in handbook.diagrams.values()]
    with opened(handbook.settings.cache) as store:
        known = [kept(store, task.making) for task in tasks]
        missing = [task for task, drawing in zip(tasks, known, strict=True) if drawing is None]
        try:
            made = make_all(_make, missing)
        except NoGraphvizError:
            report.add("drawing-no-graphviz", Place("site_config.yml"))
            return IllustratedHandbook(handbook, {}, {}, 0)
        for task, drawing in zip(missing, made, strict=True):
            keep(store, task.making, drawing)
    new = iter(made)
    drawings = [drawing or next(new) for drawing in known]
    flows = dict(zip(handbook.flows, drawings, strict=False))
    diagrams = dict(zip(handbook.diagrams, drawings[len(flows) :], strict=True))
    return IllustratedHandbook(handbook, flows, diagrams, len(made))


@dataclass(frozen=True, slots=True)
class _Task:
    """One thing to draw: the words it is known by, and what it is made from."""

    making: str
    model: Any
    manner: Manner | None = None


def _flow_task(slug: str, flow: Flow, handbook: Handbook) -> _Task:
    procedure = handbook.procedures.get(slug)
    code = procedure.model.code if procedure else ""
    lanes = {node.lane: handbook.roles[node.lane] for node in flow.nodes.values() if node.lane}
    making = f"flow {code} {flow.model_dump_json()} {[(id_, role.short, role.name) for id_, role in lanes.items()]}"
    return _Task(making, flow, Manner(handbook.numbers[slug], lanes, code, linked=procedure is not None))


def _make(task: _Task) -> Drawing:
    """Draw one thing. Raises NoGraphvizError."""
    if task.manner is None:
        return DRAWERS[task.model.kind](task.model, outline_of_diagram(task.model))
    outline = outline_of_flow(task.model, task.manner.numbers, task.manner.lanes)
    return draw_flow(task.model, task.manner, outline)

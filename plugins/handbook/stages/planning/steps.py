"""The step cards of a procedure."""

from ...entries.deadline import Deadline
from ...entries.flow import Flow, Node
from ...entries.procedure import Procedure, Step
from ...views.parts import Link
from ...views.procedure import DeadlineView, Exit, Party, StepView
from ..checking import Entry
from .addresses import step_anchor
from .calculators import calculators_of
from .lookup import Lookup

PARTIES = ("does", "approves", "joins", "reports_to")


def plan_steps(entry: Entry[Procedure], lookup: Lookup) -> tuple[StepView, ...]:
    """Give the step cards of a procedure in the order of its flow."""
    numbers = lookup.handbook.numbers[entry.slug]
    flow = lookup.handbook.flows[entry.slug].model
    return tuple(_step(entry, flow, node, number, lookup) for node, number in numbers.items())


def _step(entry: Entry[Procedure], flow: Flow, id_: str, number: int, lookup: Lookup) -> StepView:
    model, source = entry.model, entry.source
    node, step = flow.nodes[id_], model.steps[id_]
    inline = lookup.inline
    return StepView(
        id=id_,
        label=f"{number:02}",
        code=f"{model.code}-{number:02}",
        text=node.text,
        kind=node.kind,
        doer=lookup.handbook.roles[node.lane or step.who.does[0]].short,
        duty=_duty(step),
        when=step.when,
        deadlines=tuple(
            _deadline(deadline, source.level_of("steps", id_, "deadlines", place), lookup)
            for place, deadline in enumerate(step.deadlines)
        ),
        parties=_parties(step, lookup),
        how=inline.all(step.how),
        requirements=inline.all(step.requirements),
        cautions=inline.all(step.cautions),
        uses=lookup.links("paper", step.papers.uses),
        makes=lookup.links("paper", step.papers.makes),
        basis=(*lookup.bases(step.basis), *lookup.laid(entry, "steps", id_)),
        note=inline(step.note),
        exits=_exits(flow, node),
        subflow=_subflow(node, lookup),
        only=lookup.only(step.only),
        calculators=calculators_of(step.calculators, lookup),
    )


def _duty(step: Step) -> str:
    """A step that rests on no regulation is never shown as one that a rule demands."""
    if step.duty == "must" and all(basis == "unit" or basis.startswith("case:") for basis in step.basis):
        return "own"
    return step.duty


def _deadline(deadline: Deadline, layer: str, lookup: Lookup) -> DeadlineView:
    return DeadlineView(deadline.text, deadline.force, deadline.missed or "", layer, lookup.only(deadline.only))


def _parties(step: Step, lookup: Lookup) -> tuple[Party, ...]:
    groups = zip(PARTIES, (step.who.does, step.who.approves, step.who.joins, step.who.reports_to), strict=True)
    return tuple(Party(key, lookup.names(roles)) for key, roles in groups if roles)


def _exits(flow: Flow, node: Node) -> tuple[Exit, ...]:
    ways = node.next if isinstance(node.next, dict) else {"": node.next} if node.next else {}
    return tuple(_exit(flow, label, target) for label, target in ways.items())


def _exit(flow: Flow, label: str, target: str) -> Exit:
    node = flow.nodes[target]
    return Exit(label, node.text, "" if node.kind == "end" else f"#{step_anchor(target)}")


def _subflow(node: Node, lookup: Lookup) -> Link | None:
    return lookup.link("procedure", node.flow) if node.flow else None

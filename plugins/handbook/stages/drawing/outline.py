"""The text equal of a picture: sentences for readers who do not see it."""

from collections.abc import Iterable
from typing import Any

from ...entries.diagram import Branch, Comparison, Cycle, Division, Map, Timeline, Tree
from ...entries.flow import Flow
from ...entries.role import Role
from ...locale import words


def outline_of_flow(flow: Flow, numbers: dict[str, int], roles: dict[str, Role]) -> tuple[str, ...]:
    """Give a flow in sentences, one a node: “第3步 …（党员大会）：若够 → 第4步；若不够 → 第2步”."""
    say = words()["drawing"]
    names = {
        id_: say["step"].format(number=numbers[id_]) if id_ in numbers else node.text
        for id_, node in flow.nodes.items()
    }
    sentences = []
    for id_, node in flow.nodes.items():
        head = f"{names[id_]} {node.text}" if id_ in numbers else node.text
        if node.lane in roles:
            head += say["by"].format(role=roles[node.lane].name)
        sentences.append(head + _onward(node.next, names, say))
    return tuple(sentences)


def _onward(onward: str | dict[str, str] | None, names: dict[str, str], say: dict[str, str]) -> str:
    if onward is None:
        return say["ends"]
    if isinstance(onward, str):
        return say["then"].format(target=names[onward])
    ways = [say["if"].format(label=label, target=names[target]) for label, target in onward.items()]
    return say["colon"] + say["or"].join(ways)


def outline_of_diagram(diagram: Any) -> tuple[str, ...]:
    """Give a concept diagram in sentences."""
    match diagram:
        case Tree():
            return tuple(_branch(diagram.root, 0))
        case Division():
            return tuple(f"{part.title}：{'；'.join(part.points)}" for part in diagram.parts)
        case Timeline():
            return tuple(_joined(f"{moment.when}：{moment.text}", moment.note) for moment in diagram.moments)
        case Comparison():
            return tuple(
                f"{row.aspect}："
                + "；".join(f"{name}—{cell}" for name, cell in zip(diagram.columns, row.cells, strict=True))
                for row in diagram.rows
            )
        case Cycle():
            return tuple(
                _joined(f"{number}. {stage.text}", stage.note) for number, stage in enumerate(diagram.stages, 1)
            )
        case Map():
            return tuple(_paths(diagram))
    raise TypeError(type(diagram))


def _joined(text: str, note: str | None) -> str:
    return f"{text}（{note}）" if note else text


def _branch(branch: Branch, depth: int) -> Iterable[str]:
    yield "　" * depth + _joined(branch.text, branch.note)
    for child in branch.children:
        yield from _branch(child, depth + 1)


def _paths(diagram: Map) -> Iterable[str]:
    for place in diagram.places.values():
        yield _joined(place.text, place.note)
    for path in diagram.paths:
        label = f"（{path.text}）" if path.text else ""
        yield f"{diagram.places[path.start].text} → {diagram.places[path.end].text}{label}"

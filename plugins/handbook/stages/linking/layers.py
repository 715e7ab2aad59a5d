"""What a layer says may add to a higher rule, never contradict it."""

from collections.abc import Iterator
from typing import Any

from ...editions.weighing import UPKEEP, weigh
from ...problems import Report
from ..checking import Entries, Entry
from ..reading import Source
from .references import Path, all_entries


def check_layers(entries: Entries, report: Report) -> None:
    """Report every value that a layer put in the place of one that a regulation, or a higher layer's rule, fixes."""
    for entry in all_entries(entries):
        for source in _over(entry.source):
            below = source.below
            assert below is not None
            for path, level in source.laid[len(below.laid) :]:
                before, after = _at(below.data, path), _at(source.data, path)
                ruled = _binds(entry, entries, below, path) and _bends(path, before, after)
                if before is not None and (ruled or _drops(below, path, before, after)):
                    entry.report(report, "layer-contradicts", *path, level=level, before=_told(before))


def _over(source: Source) -> Iterator[Source]:
    """The files of one name that lie over another, the uppermost first."""
    while source.below is not None:
        yield source
        source = source.below


def _bends(path: Path, before: Any, after: Any) -> bool:
    """Whether it is more than other words for the same."""
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    return weigh(field, before, after) == "headline" or not isinstance(before, str)


def _drops(below: Source, path: Path, before: Any, after: Any) -> bool:
    """Whether a list that took another's place leaves out something that rests on a rule."""
    lists = isinstance(before, list) and isinstance(after, list)
    return lists and any(one not in after and _fixed(below, (*path, place)) for place, one in enumerate(before))


def _binds(entry: Entry[Any], entries: Entries, below: Source, path: Path) -> bool:
    """Whether what lies below may not be changed here: a regulation's words, a rule, the question of a ruled step."""
    if below.kind == "regulation":
        return path[0] not in UPKEEP
    if below.kind == "flow" and path[0] == "nodes" and path[-1] == "text":
        procedure = entries.procedures.get(entry.slug)
        return procedure is not None and _fixed(_lowest(procedure.source), ("steps", path[1]))
    return _fixed(below, path)


def _lowest(source: Source) -> Source:
    while source.below is not None:
        source = source.below
    return source


def _at(data: Any, path: Path) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _fixed(below: Source, path: Path) -> bool:
    """Whether the nearest holder that names its basis rests on a regulation, or is a higher layer's rule."""
    for length in reversed(range(len(path) + 1)):
        holder = _at(below.data, path[:length])
        if isinstance(holder, dict) and "basis" in holder:
            ruled = any(text != "unit" and not str(text).startswith("case:") for text in holder["basis"])
            return ruled or _of_higher(below, path[:length])
    return False


def _of_higher(below: Source, path: Path) -> bool:
    """Whether the industry, or whoever is above the unit, set this: its own decisions bind the unit."""
    own = below.level if below.below is None else ""
    return "industry" in (below.level_of(*path), own)


def _told(value: Any) -> str:
    text = "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"

"""What a layer says may add to a higher rule, never contradict it."""

from typing import Any

from ...editions.weighing import weigh
from ...problems import Report
from ..checking import Entries, Entry
from .references import Path, all_entries


def check_layers(entries: Entries, report: Report) -> None:
    """Report every value that a layer put in the place of one that a regulation fixes."""
    for entry in all_entries(entries):
        for path, level in entry.source.laid:
            before, after = _at(_lowest(entry), path), _at(entry.source.data, path)
            if before is not None and _fixed(_lowest(entry), path):
                field = next((part for part in reversed(path) if isinstance(part, str)), "")
                if weigh(field, before, after) == "headline" or not isinstance(before, str):
                    entry.report(report, "layer-contradicts", *path, level=level, before=_told(before))


def _lowest(entry: Entry[Any]) -> Any:
    source = entry.source
    while source.below is not None:
        source = source.below
    return source.data


def _at(data: Any, path: Path) -> Any:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _fixed(data: Any, path: Path) -> bool:
    """Whether the nearest holder that names its basis rests on a regulation."""
    for length in reversed(range(len(path) + 1)):
        holder = _at(data, path[:length])
        if isinstance(holder, dict) and "basis" in holder:
            return any(text != "unit" and not str(text).startswith("case:") for text in holder["basis"])
    return False


def _told(value: Any) -> str:
    text = "；".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"

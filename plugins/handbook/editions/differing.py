"""What changed between two editions, told from the model and not from the pages."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from .snapshot import Snapshot
from .weighing import Weight, weigh

Path = tuple[str | int, ...]
ALIKE = 0.4
"""From how much in common two things of a list count as one that was changed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: where it is, what stood there and what stands there now."""

    kind: str
    slug: str
    title: str
    path: Path
    """The way to the value in the entry's data; the place in a list is the one in the newer edition, if it is there."""
    before: Any
    """What stood there, or None."""
    after: Any
    """What stands there now, or None."""
    weight: Weight

    @property
    def field(self) -> str:
        """The name of the field that changed; of a whole entry, nothing."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")


def differences(old: Snapshot, new: Snapshot) -> list[Difference]:
    """Give every change from an older edition to a newer one, in the order of the newer one's entries."""
    kinds = list(dict.fromkeys([*new.entries, *old.entries]))
    return [found for kind in kinds for found in _of_kind(kind, old.entries.get(kind, {}), new.entries.get(kind, {}))]


def _of_kind(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for slug in dict.fromkeys([*new, *old]):
        before, after = old.get(slug), new.get(slug)
        title = str((after or before or {}).get("title") or (after or before or {}).get("term") or slug)
        if before is None or after is None:
            weight: Weight = "headline" if kind in ("procedure", "form", "regulation") else "detail"
            was, becomes = (None, title) if before is None else (title, None)
            yield Difference(kind, slug, title, (), was, becomes, weight)
        elif before != after:
            for path, was, becomes in _compare(before, after, ()):
                yield Difference(kind, slug, title, path, was, becomes, _weight(path, was, becomes))


def _weight(path: Path, before: Any, after: Any) -> Weight:
    """A step or node that came or went changes what people do; of all else the field decides."""
    if len(path) == 2 and path[0] in ("steps", "nodes") and (before is None or after is None):
        return "headline"
    return weigh(next(part for part in reversed(path) if isinstance(part, str)), before, after)


def _compare(before: Any, after: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*after, *before]):
            if before.get(key) != after.get(key):
                yield from _compare(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _compare_lists(before, after, path)
    elif before != after:
        yield path, before, after


def _compare_lists(before: list[Any], after: list[Any], path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """What stayed keeps its place; what is alike between two of these counts as changed, all else as gone or new."""
    old, new = [_text(each) for each in before], [_text(each) for each in after]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _compare_stretch(before[i1:i2], after[j1:j2], path, i1, j1)


def _compare_stretch(
    before: list[Any], after: list[Any], path: Path, old_place: int, new_place: int
) -> Iterator[tuple[Path, Any, Any]]:
    if len(before) == len(after):
        for index, (was, becomes) in enumerate(zip(before, after, strict=True)):
            yield from _compare(was, becomes, (*path, new_place + index))
        return
    left = dict(enumerate(before))
    for index, value in enumerate(after):
        near = max(left, key=lambda place: _likeness(left[place], value), default=None)
        if near is not None and _likeness(left[near], value) >= ALIKE:
            yield from _compare(left.pop(near), value, (*path, new_place + index))
        else:
            yield (*path, new_place + index), None, value
    for place, value in left.items():
        yield (*path, old_place + place), value, None


def _likeness(one: Any, other: Any) -> float:
    if type(one) is not type(other):
        return 0.0
    return SequenceMatcher(None, _text(one), _text(other), autojunk=False).ratio()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)

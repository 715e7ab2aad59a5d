"""What changed between two editions, told from the model and not from the pages."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from .naming import title_of
from .snapshot import Snapshot
from .weighing import BINDING, SEARCHED, Weight, weigh

Path = tuple[str | int, ...]
RULING = ("procedure", "calculator", "form", "regulation", "condition")
"""The kinds of which a whole entry more or less changes what people do."""
WORKED = ("examples", "ranked_examples")
"""Fields that work a rule out and make none."""
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
    """Give every change from an older edition to a newer one, in the order of the newer one's entries.

    A kind that one of them did not keep at all is passed over: nothing is known of what it was.
    """
    kinds = [kind for kind in new.entries if kind in old.entries]
    return [found for kind in kinds for found in _of_kind(kind, old.entries[kind], new.entries[kind])]


def _of_kind(kind: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for slug in dict.fromkeys([*new, *old]):
        before, after = old.get(slug), new.get(slug)
        title = title_of(after or before or {}, slug)
        if before is None or after is None:
            weight: Weight = "headline" if kind in RULING else "detail"
            was, becomes = (None, title) if before is None else (title, None)
            yield Difference(kind, slug, title, (), was, becomes, weight)
        elif before != after:
            for path, was, becomes in _compare(before, after, ()):
                yield Difference(kind, slug, title, path, was, becomes, _weight(kind, path, was, becomes))


def _weight(kind: str, path: Path, before: Any, after: Any) -> Weight:
    """A step or node that came or went changes what people do; of all else the field decides."""
    if kind == "synonyms" or path[0] in SEARCHED:
        return "wording"
    if len(path) == 2 and path[0] in BINDING and (before is None or after is None):
        return "headline"
    weight = weigh(next(part for part in reversed(path) if isinstance(part, str)), before, after)
    return "detail" if weight == "headline" and path[0] in WORKED else weight


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
    """What stayed keeps its place; what is alike between two of these counts as changed, all else as gone or new.

    Where nothing moved, it is compared place by place: one of ``[11, 12]`` made ``12`` is one change, not two.
    """
    old, new = [_text(each) for each in before], [_text(each) for each in after]
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    apart = [place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other]
    if len(old) == len(new) and len(apart) <= sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in steps):
        for place in apart:
            yield from _compare(before[place], after[place], (*path, place))
    else:
        for _, i1, i2, j1, j2 in steps:
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

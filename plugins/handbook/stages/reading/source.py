"""One file of the authors', read: and, where layers lie one over another, what they make together."""

from dataclasses import dataclass, replace
from typing import Any

from ...problems import Place, Report
from .strict import locate, split_lines

Path = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions from the top."""
APPENDS = "+"
"""A list under a key that ends so is added to the list below instead of taking its place."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the authors', read: its kind, its name, its words and its data."""

    kind: str
    """The kind of entry, such as ``procedure``; it follows from the folder."""
    slug: str
    """The file's name without its ending."""
    chapter: str
    """For a procedure the chapter's folder, otherwise empty."""
    path: str
    """The path relative to the handbook's folder, with forward slashes."""
    text: str
    data: dict[str, Any]
    """What it says, together with what it lies over."""
    level: str = ""
    """The level of its layer, such as ``unit``; empty in a handbook without layers."""
    below: "Source | None" = None
    """What it lies over, if a lower layer has a file of the same name."""
    own: dict[str, Any] | None = None
    """What its own file says, if it lies over another."""
    laid: tuple[tuple[Path, str], ...] = ()
    """The values that this and lower layers put over others, each with the level that did."""

    def place(self, path: Path = (), *, of_key: bool = False) -> Place:
        """Say where a value (or its key) stands; for a missing one, where the nearest holder stands.

        Positions are worked out only when a problem asks for one, by reading the text again:
        keeping them for ten thousand files would cost gigabytes.
        """
        here: Path | None = path
        if self.below is not None:
            here = own_path(self.own, self.below.data, path)
            if here is None:
                return self.below.place(path, of_key=of_key)
        line, column = locate(self.text, here or (), of_key=of_key)
        return Place(self.path, line, column)

    def line_at(self, place: Place) -> str:
        """Give the source line of a place."""
        if self.below is not None and place.path != self.path:
            return self.below.line_at(place)
        lines = split_lines(self.text)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""

    def report(self, report: Report, code: str, path: Path = (), *, of_key: bool = False, **parts: Any) -> None:
        """Note a problem at a value of this file."""
        place = self.place(path, of_key=of_key)
        report.add(code, place, line_text=self.line_at(place), **parts)

    def level_of(self, *path: str | int) -> str:
        """Tell which layer put a value, or anything in it, over what lay below; empty if none did."""
        levels = [level for laid, level in self.laid if laid[: len(path)] == path or path[: len(laid)] == laid]
        return levels[-1] if levels else ""


def own_path(own: Any, below: Any, path: Path) -> Path | None:
    """Give the way to a value in a layer's own file; None if it comes from below."""
    if not path:
        return ()
    step, rest = path[0], path[1:]
    if isinstance(own, dict):
        under = below.get(step) if isinstance(below, dict) else None
        if step in own:
            found = own_path(own[step], under, rest)
            return None if found is None else (step, *found)
        added = own.get(f"{step}{APPENDS}")
        if isinstance(added, list) and isinstance(under, list) and rest and isinstance(rest[0], int):
            place = rest[0] - len(under)
            return (f"{step}{APPENDS}", place, *rest[1:]) if place >= 0 else None
        return None
    return path if isinstance(own, list) and isinstance(step, int) and step < len(own) else None


def lay_over(below: Source, over: Source) -> Source:
    """Give what two files of one name make together: what the upper one says takes the place of what lies below."""
    laid: list[tuple[Path, str]] = list(below.laid)
    data = _merged(below.data, over.data, (), over.level, laid)
    return replace(over, chapter=over.chapter or below.chapter, data=data, below=below, own=over.data, laid=tuple(laid))


def _merged(below: Any, over: Any, path: Path, level: str, laid: list[tuple[Path, str]]) -> Any:
    if not (isinstance(below, dict) and isinstance(over, dict)):
        if below != over:
            laid.append((path, level))
        return over
    made, after = dict(below), ""
    for key, value in over.items():
        base = key.removesuffix(APPENDS)
        if key.endswith(APPENDS) and isinstance(value, list) and isinstance(made.get(base), list):
            laid.extend(((*path, base, len(made[base]) + place), level) for place in range(len(value)))
            made[base] = [*made[base], *value]
        elif key in made:
            made[key] = _merged(made[key], value, (*path, key), level, laid)
        else:
            laid.append(((*path, key), level))
            made = _inserted(made, key, value, after)
        after = base
    return made


def _inserted(made: dict[str, Any], key: str, value: Any, after: str) -> dict[str, Any]:
    """Put a new key behind the one it follows in its own file, such as a step behind the step before it; else last."""
    if after not in made:
        return {**made, key: value}
    place = list(made).index(after) + 1
    pairs = list(made.items())
    return dict([*pairs[:place], (key, value), *pairs[place:]])

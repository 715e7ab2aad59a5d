"""YAML 1.2 core on PyYAML, read strictly.

PyYAML's own ``safe_load`` follows YAML 1.1: ``yes`` becomes true, ``12:30`` becomes 750, and of two
equal keys the first vanishes. Here keys are always text, only ``true`` and ``false`` are booleans,
there are no dates, and a repeated key is a problem.
"""

import re
from typing import Any

import yaml

from ...problems import Place, Report

MAX_DEPTH = 40
"""How deep values may nest."""
HARMLESS = 500
"""How many brackets, or columns of indentation, a text may have before its depth is counted first."""
MAX_VALUES = 200_000
"""How many values one file may unfold to: a bound for anchor bombs."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_MAYBE_NOT_TEXT = re.compile(r"$|[-+.0-9~nNtTfF]")
"""How a plain word must begin to be anything but text."""
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_LEAD = re.compile(r"^[ \-?]*", re.MULTILINE)
_STANDARD = "tag:yaml.org,2002:"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_TAGS = {
    yaml.ScalarNode: _STANDARD + "str",
    yaml.SequenceNode: _STANDARD + "seq",
    yaml.MappingNode: _STANDARD + "map",
}


class _Loader(_Base):  # type: ignore[misc]
    """Composes nodes without guessing the type of plain words: that is done here, by YAML 1.2's rules.

    PyYAML asks these three for every node; answering at once saves a third of the time of reading.
    """

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """Give the tag of a node without one."""
        return _TAGS[kind]

    def descend_resolver(self, node: Any, index: Any) -> None:
        """Do nothing: no tag depends on the place of a node."""

    def ascend_resolver(self) -> None:
        """Do nothing."""


def split_lines(text: str) -> list[str]:
    """Cut text where YAML breaks lines."""
    return _LINE_BREAK.split(text)


def compose(path: str, text: str, report: Report) -> yaml.MappingNode | None:
    """Parse text into YAML's nodes; the top must be a mapping. Problems are reported, giving None."""
    try:
        if _too_deep(text):
            report.add("yaml-depth", Place(path), limit=MAX_DEPTH)
            return None
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        _report_syntax(path, text, error, report)
        return None
    except yaml.YAMLError as error:
        report.add("yaml-syntax", Place(path), reason=str(error).splitlines()[0])
        return None
    if node is None:
        report.add("file-empty", Place(path))
        return None
    if not isinstance(node, yaml.MappingNode):
        report.add("yaml-top", _place(path, node), line_text=_line(text, node.start_mark.line))
        return None
    return node


def _too_deep(text: str) -> bool:
    """Keep libyaml's composer from overrunning the C stack; the exact limit is held while constructing.

    A few hundred brackets or columns cannot nest dangerously deep. Only beyond that the events are counted.
    """
    if text.count("[") + text.count("{") <= HARMLESS and max(map(len, _LEAD.findall(text))) <= HARMLESS:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return False


_SYNTAX = (
    ("found another document", "yaml-documents"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("found unexpected end of stream", "yaml-quote"),
    ("unknown escape character", "yaml-escape"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("found undefined alias", "yaml-alias"),
    ("while scanning an alias", "yaml-alias"),
    ("while scanning an anchor", "yaml-start"),
    ("while scanning a tag", "yaml-start"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-indent"),
    ("did not find expected <document start>", "yaml-indent"),
)


def _report_syntax(path: str, text: str, error: yaml.MarkedYAMLError, report: Report) -> None:
    """Explain libyaml's complaint by its likeliest cause."""
    said = error.problem or error.context or ""
    if "found another document" in said or "single document" in (error.context or ""):
        said = "found another document"
    mark = error.problem_mark or error.context_mark
    if "end of stream" in said or "expected ',' or" in said:
        mark = error.context_mark or mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line_text = _line(text, line)
    code = next((code for words, code in _SYNTAX if words in f"{error.context} {said}"), "yaml-syntax")
    if "cannot start any token" in said:
        code = "yaml-tab" if "\t" in line_text[: column + 1] else "yaml-start"
    report.add(code, Place(path, line + 1, column + 1), line_text=line_text, reason=said)


def _line(text: str, number: int) -> str:
    lines = split_lines(text)
    return lines[number] if number < len(lines) else ""


def _place(path: str, node: yaml.Node) -> Place:
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def construct(path: str, text: str, node: yaml.MappingNode, report: Report) -> dict[str, Any] | None:
    """Turn nodes into plain data: texts, numbers, booleans, lists and dicts with text keys."""
    builder = _Builder(path, text, report)
    data = builder.value(node)
    return data if builder.sound and isinstance(data, dict) else None


class _Builder:
    """Builds one file's data and reports what YAML allows but a handbook does not."""

    def __init__(self, path: str, text: str, report: Report) -> None:
        self.path, self.text, self.problems = path, text, report
        self.sound = True
        self.count = 0
        self.open: list[yaml.Node] = []

    def report(self, code: str, node: yaml.Node, **parts: Any) -> None:
        """Note a problem at a node."""
        self.sound = False
        self.problems.add(code, _place(self.path, node), line_text=_line(self.text, node.start_mark.line), **parts)

    def value(self, node: yaml.Node) -> Any:
        """Give the plain value of a node."""
        self.count += 1
        if not node.tag.startswith(_STANDARD):
            self.report("yaml-tag", node, tag=node.tag)
            return None
        if node.__class__ is yaml.ScalarNode:
            return _scalar(node)
        if self.stops(node):
            return None
        self.open.append(node)
        built = self.mapping(node) if node.__class__ is yaml.MappingNode else [self.value(item) for item in node.value]
        self.open.pop()
        return built

    def stops(self, node: yaml.Node) -> bool:
        """Whether a list or mapping goes too far: too many values, too deep, or into itself."""
        if self.count > MAX_VALUES:
            if self.sound:
                self.report("yaml-bomb", node, limit=MAX_VALUES)
            return True
        if any(holder is node for holder in self.open):
            self.report("yaml-loop", node)
            return True
        if len(self.open) >= MAX_DEPTH:
            self.report("yaml-depth", node, limit=MAX_DEPTH)
            return True
        return False

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        """Give a dict; a key that stands twice, or is no text, is a problem."""
        built: dict[str, Any] = {}
        for key, value in node.value:
            if key.__class__ is not yaml.ScalarNode:
                self.report("yaml-key", key)
            elif key.value in built:
                first = next(other for other, _ in node.value if other.value == key.value)
                self.report("yaml-duplicate-key", key, key=key.value, line=first.start_mark.line + 1)
            else:
                built[key.value] = self.value(value)
        return built


def _scalar(node: yaml.ScalarNode) -> Any:
    """A quoted word is text; a plain one may be a number, a boolean or nothing, as in YAML 1.2 core."""
    text = node.value
    if node.style or not _MAYBE_NOT_TEXT.match(text):
        return text
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def locate(text: str, path: tuple[str | int, ...], *, of_key: bool = False) -> tuple[int, int]:
    """Find the line and column (from 1) of a value, or of its key; of the nearest holder if it is missing."""
    node: Any = yaml.compose(text, Loader=_Loader)
    mark = node.start_mark
    for step in path:
        entry = _child(node, step)
        if entry is None:
            break
        key, node = entry
        mark = key.start_mark if key is not None and of_key else node.start_mark
    return mark.line + 1, mark.column + 1


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if getattr(key, "value", None) == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None

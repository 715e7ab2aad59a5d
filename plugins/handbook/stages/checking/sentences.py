"""Turning the model's complaints into the problems an author can mend."""

from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ...problems import Report, Word
from ..reading import Source
from .models import MODELS

_TYPES = {
    "string_type": "text",
    "int_type": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "bool_type": "boolean",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "value-choice",
    "union_tag_invalid": "value-choice",
    "union_tag_not_found": "field-missing",
    "string_too_long": "value-too-long",
    "too_long": "list-too-long",
    "too_short": "list-too-short",
    "greater_than_equal": "value-range",
    "less_than_equal": "value-range",
    "greater_than": "value-range",
    "less_than": "value-range",
    "string_pattern_mismatch": "value-pattern",
    "date_type": "value-date",
    "date_parsing": "value-date",
    "date_from_datetime_parsing": "value-date",
    "date_from_datetime_inexact": "value-date",
}


def report_error(source: Source, error: Any, report: Report) -> None:
    """Report one of pydantic's errors at its place, in the authors' words."""
    path, key_itself = _path_in_file(source.data, error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    field = str(path[-1]) if path else source.path
    if kind == "missing":
        field = str(error["loc"][-1])
    code, parts = _explain(kind, error, context, source, field)
    source.report(report, code, path, of_key=key_itself or code == "field-unknown", **parts)


def _explain(kind: str, error: Any, context: dict[str, Any], source: Source, field: str) -> tuple[str, dict[str, Any]]:
    if kind in _TYPES:
        return "value-type", {"field": field, "wanted": Word(_TYPES[kind]), "given": _shown(error["input"])}
    code = _CODES.get(kind, "value-pattern")
    if kind == "union_tag_not_found":
        return code, {"field": context.get("discriminator", "kind").strip("'")}
    if code == "field-unknown":
        near = get_close_matches(field, known_fields(source.kind), 1, 0.6)
        return code, {"field": field, "nearest": near[0] if near else ""}
    if code == "value-choice":
        choices = _choices(context)
        return code, {"field": field, "given": _shown(error["input"]), "choices": " / ".join(choices)}
    if code == "value-pattern":
        return _explain_pattern(error, context, field)
    limit = next((value for name, value in context.items() if name.endswith(("length", "ge", "le", "gt", "lt"))), "")
    return code, {"field": field, "limit": limit, "given": _shown(error["input"])}


def _explain_pattern(error: Any, context: dict[str, Any], field: str) -> tuple[str, dict[str, Any]]:
    if context.get("pattern") == r"\S":
        return "value-empty", {"field": field}
    code = "value-slug" if "a-z" in str(context.get("pattern")) else "value-pattern"
    return code, {"field": field, "given": _shown(error["input"])}


def _choices(context: dict[str, Any]) -> list[str]:
    said = context.get("expected") or context.get("expected_tags") or ""
    return [choice.strip(" '") for choice in said.replace(" or ", ", ").split(",")]


def _shown(value: Any) -> str:
    """A value as the author wrote it, shortened."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = (
        {None: "（空）", True: "true", False: "false"}.get(value, str(value)) if not isinstance(value, str) else value
    )
    return text if len(text) <= 40 else text[:39] + "…"


def _holds(data: Any, step: Any) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def _path_in_file(data: Any, loc: tuple[Any, ...]) -> tuple[tuple[str | int, ...], bool]:
    """The part of pydantic's location that exists in the file: it also names union members and keys."""
    path: list[str | int] = []
    key_itself = False
    for step in loc:
        if step == "[key]":
            key_itself = True
        elif _holds(data, step):
            path.append(step)
            data = data[step]
    return tuple(path), key_itself


def known_fields(kind: str) -> list[str]:
    """All field names that the model of a kind, and the models inside it, know."""
    names: set[str] = set()
    _gather_fields(MODELS[kind], names, set())
    return sorted(names)


def _gather_fields(type_: Any, names: set[str], seen: set[Any]) -> None:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        if type_ in seen:
            return
        seen.add(type_)
        for name, field in type_.model_fields.items():
            names.add(name)
            _gather_fields(field.annotation, names, seen)
    elif get_origin(type_) in (Union, UnionType, Annotated, list, dict):
        for inner in get_args(type_):
            _gather_fields(inner, names, seen)

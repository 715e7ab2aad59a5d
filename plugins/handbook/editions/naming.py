"""The names by which readers are told where a change is: the descriptions that authors see in their editor."""

import re
import typing
from typing import Any

from pydantic import BaseModel

from .. import locale
from ..entries.kinds import NAMED
from ..entries.term import Term
from .snapshot import Entries

MODELS: dict[str, Any] = {**NAMED, "term": Term}
"""The kinds that editions hold, with their models."""
FIRST_WORDS = re.compile(r"^[^，。：；（）,:;()]+")


def named(kind: str, slug: str, path: tuple[str | int, ...], entries: Entries) -> list[str]:
    """Give the way to a value as words: the names of fields, the texts of nodes, the places in lists from 1."""
    nodes = (entries.get("flow", {}).get(slug) or {}).get("nodes", {})
    words: list[str] = []
    models = _models_of(MODELS[kind])
    for place, part in enumerate(path):
        fields = [model.model_fields[str(part)] for model in models if part in model.model_fields]
        if isinstance(part, int):
            words.append(str(part + 1))
        elif place == 1 and path[0] in ("steps", "nodes"):
            words[-1:] = [f"“{nodes.get(part, {}).get('text', part)}”"]
        elif fields:
            words.append(_label(part, fields[0].description or part))
            models = [model for field in fields for model in _models_of(field.annotation)]
        else:
            words.append(f"“{part}”")
    return words


def _label(name: str, description: str) -> str:
    """The first words of a field's description, where they are a name and not the first of its values."""
    ours: dict[str, str] = locale.words()["editions"]["fields"]
    first = FIRST_WORDS.match(description)
    return ours.get(name) or (first[0] if first else name)


def _models_of(kind: Any) -> list[type[BaseModel]]:
    """The models a type may hold at once, seen through lists, maps and choices."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    return [model for part in typing.get_args(kind) for model in _models_of(part)]

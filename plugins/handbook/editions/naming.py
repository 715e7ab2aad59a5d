"""The names by which readers are told where a change is: the descriptions that authors see in their editor."""

import re
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .. import locale
from ..entries.calculator import Calculator
from ..entries.calendar import Calendar
from ..entries.condition import Condition
from ..entries.course import Course
from ..entries.handbook import HandbookFile
from ..entries.kinds import NAMED
from ..entries.role import Role
from ..entries.runs import Run
from ..entries.synonyms import Synonyms
from ..entries.term import Term
from ..entries.topics import Topic
from ..entries.unit_type import UnitType
from .snapshot import Entries

MODELS: dict[str, Any] = {
    **NAMED,
    "course": Course,
    "calculator": Calculator,
    "run": Run,
    "calendar": Calendar,
    "condition": Condition,
    "term": Term,
    "role": Role,
    "unit-type": UnitType,
    "topic": Topic,
    "difficulty": Topic,
    "synonyms": Synonyms,
    "handbook": HandbookFile,
}
"""The kinds that editions hold, with their models."""
FIRST_WORDS = re.compile(r"^[^，。：；（）,:;()]+")
NAMES = ("title", "term", "name", "label", "task", "why", "text")
"""Under which a thing has its name, the first that it has."""
CHOICE = r"(?<![\w-]){}\s*([^\s、；，。：（）;,]+)"
"""How a field's description tells of one of its choices."""
LONGEST = 30
"""The most characters of a name that is told beside a place in a list."""
REFERRED = ("role", "procedure", "paper", "diagram", "form", "case", "calculator", "condition", "regulation")
"""The kinds that are looked through for a name that stands for an entry, in this order."""

Path = tuple[str | int, ...]


def title_of(data: typing.Mapping[str, Any], slug: str) -> str:
    """Give what an entry, or a thing in one, is called; a calendar has no name but that of its kind."""
    named = next((data[name] for name in NAMES if isinstance(data.get(name), str)), "")
    return str(named or locale.words()["words"].get(slug, slug))


def named(kind: str, slug: str, path: Path, entries: Entries) -> list[str]:
    """Give the way to a value as words: the names of fields, the texts of nodes, the places in lists from 1."""
    nodes = (entries.get("flow", {}).get(slug) or {}).get("nodes", {})
    data: Any = entries.get(kind, {}).get(slug)
    words: list[str] = []
    for place, (part, fields) in enumerate(_fields(kind, path)):
        data = _inside(data, part)
        if isinstance(part, int):
            name = title_of(data, "") if isinstance(data, dict) else ""
            words.append(f"{part + 1}（{name}）" if 0 < len(name) <= LONGEST else str(part + 1))
        elif place == 1 and path[0] in ("steps", "nodes"):
            words[-1:] = [f"“{nodes.get(part, {}).get('text', part)}”"]
        elif fields:
            words.append(_label(part, fields[0].description or part))
        else:
            words.append(f"“{title_of(data, part) if isinstance(data, dict) else part}”")
    return words


def said(kind: str, slug: str, path: Path, value: Any, entries: Entries) -> str:
    """Give a value in words: choices as their field's description tells them, names as the titles of their entries.

    ``entries`` are those of the edition that the value is from. Nothing is given for None.
    """
    if isinstance(value, dict):
        parts = [said(kind, slug, (*path, key), each, entries) for key, each in value.items()]
        return "；".join(filter(None, parts))
    if isinstance(value, list):
        parts = [said(kind, slug, (*path, place), each, entries) for place, each in enumerate(value)]
        return "、".join(filter(None, parts))
    if value is None or isinstance(value, bool):
        return "" if value is None else str(locale.words()["editions"]["yes" if value else "no"])
    return _spoken(value, kind, slug, path, entries) if isinstance(value, str) else f"{value:g}"


def _spoken(text: str, kind: str, slug: str, path: Path, entries: Entries) -> str:
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    if field == "basis":
        return _basis(text, entries)
    if re.search("[\u4e00-\u9fff]", text):
        return text
    for part, fields in reversed(list(_fields(kind, path))):
        if fields and not isinstance(part, int):
            told = re.search(CHOICE.format(re.escape(text)), fields[0].description or "")
            if told:
                return told[1]
            break
    node = _node(text, kind, slug, path, entries)
    if node:
        return f"“{node}”"
    found = (entries[each][text] for each in REFERRED if text in entries.get(each, {}))
    return title_of(next(found, {}), text)


def _node(text: str, kind: str, slug: str, path: Path, entries: Entries) -> str:
    """The words of a flow's node: of the entry's own flow, or of the procedure that is named beside it."""
    flows, data = entries.get("flow", {}), entries.get(kind, {}).get(slug)
    named = [slug] if kind in ("procedure", "flow") else []
    for part in path:
        named += [data["procedure"]] if isinstance(data, dict) and "procedure" in data else []
        data = _inside(data, part)
    nodes = (flows[name]["nodes"] for name in reversed(named) if name in flows)
    return next((str(each[text]["text"]) for each in nodes if text in each), "")


def _basis(text: str, entries: Entries) -> str:
    """What a statement rests on, as pages write it."""
    name, _, article = text.partition(" ")
    if text == "unit":
        return str(locale.words()["pages"]["marks"]["unit"])
    if text.startswith("case:"):
        return title_of(entries.get("case", {}).get(text[5:].strip(), {}), text)
    return f"《{entries.get('regulation', {}).get(name, {}).get('short', name)}》{article}"


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(part)
    return data[part] if isinstance(data, list) and isinstance(part, int) and part < len(data) else None


def _fields(kind: str, path: Path) -> Iterator[tuple[str | int, list[Any]]]:
    """The way to a value with, at each part of it, the fields of the models that it may be a field of."""
    models = _models_of(MODELS[kind])
    for part in path:
        fields = [model.model_fields[str(part)] for model in models if part in model.model_fields]
        if fields:
            models = [model for field in fields for model in _models_of(field.annotation)]
        yield part, fields


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

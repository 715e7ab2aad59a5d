"""What an edition holds: everything that is released, as its authors wrote it, ready to be kept and compared."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ...editions import Snapshot
from ..checking import Entries, Entry
from .references import FIELD_KINDS, LINK, NAMED, unreleased

GONE: Any = object()
"""What takes the place of a value that names something unreleased."""
LEADS = ("procedure", "flow", "paper", "diagram")
"""The kinds of which some entries may be unreleased."""

Hidden = Mapping[str, frozenset[str]]
"""Kind → the names that are not released."""


def edition_of(entries: Entries, groups: dict[str, dict[str, Entry[Any]]], runs: Mapping[str, BaseModel]) -> Snapshot:
    """Give the snapshot of what is released: ``groups`` are the entries of the kinds that stand one a file.

    The handbook file has, of each chapter, the procedures that it really shows, in reading order. No name of anything
    unreleased is left in it: a snapshot goes out with the site.
    """
    assert entries.handbook is not None
    file = entries.handbook.model
    hidden = _hidden(entries, groups)
    named: dict[str, Mapping[str, BaseModel]] = {
        "run": runs,
        "condition": entries.shared_conditions,
        "term": entries.terms,
        "role": entries.roles,
        "unit-type": entries.unit_types,
        "topic": entries.case_topics,
        "difficulty": entries.difficulties,
    }
    taken: dict[str, dict[str, Any]] = {
        **{kind: {slug: each.source.data for slug, each in group.items()} for kind, group in groups.items()},
        "calendar": {"calendar": entries.calendar.source.data} if entries.calendar else {},
        **{kind: {slug: _plain(each) for slug, each in group.items()} for kind, group in named.items()},
        "synonyms": {"synonyms": entries.synonyms.source.data} if entries.synonyms else {},
        "handbook": {"handbook": _file(entries.handbook.source.data, groups["procedure"])},
    }
    if any(hidden.values()):
        taken = {kind: {slug: _released(each, hidden) for slug, each in group.items()} for kind, group in taken.items()}
    return Snapshot(file.edition.number, file.edition.date.isoformat(), taken)


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude_unset=True)


def _file(data: Any, procedures: dict[str, Entry[Any]]) -> dict[str, Any]:
    """The handbook file without its edition, which differs of itself, and with what each chapter shows."""
    shown: dict[str, list[str]] = {}
    for slug, entry in procedures.items():
        shown.setdefault(entry.chapter, []).append(slug)
    chapters = {name: {**chapter, "procedures": shown.get(name, [])} for name, chapter in data["chapters"].items()}
    return {**{key: value for key, value in data.items() if key != "edition"}, "chapters": chapters}


def _hidden(entries: Entries, groups: dict[str, dict[str, Entry[Any]]]) -> Hidden:
    every: dict[str, set[str]] = {
        "procedure": {*entries.procedures, *unreleased(entries)},
        "flow": {*entries.flows, *unreleased(entries)},
        "paper": set(entries.papers),
        "diagram": set(entries.diagrams),
    }
    return {kind: frozenset(every[kind] - set(groups[kind])) for kind in LEADS}


def _released(data: Any, hidden: Hidden, field: str = "") -> Any:
    """Give data without the names of what is unreleased; an item of a list that is about one goes with it."""
    if isinstance(data, str):
        return GONE if data in hidden.get(FIELD_KINDS.get(field, ""), ()) else _unlinked(data, hidden)
    if isinstance(data, list):
        every = (_released(item, hidden, field if isinstance(item, str) else "") for item in data)
        return [each for each in every if each is not GONE]
    if not isinstance(data, dict):
        return data
    about = data.get("procedure")
    if isinstance(about, str) and about in hidden["procedure"]:
        return GONE
    inner = {
        key: _released(value, hidden, "." if field in NAMED else key)
        for key, value in data.items()
        if not (field == "asked" and key in hidden["procedure"])
    }
    return {key: value for key, value in inner.items() if value is not GONE}


def _unlinked(text: str, hidden: Hidden) -> str:
    """A text whose links to what is unreleased are only their words."""
    if "](" not in text:
        return text
    return re.sub(
        r"\[([^\]]*)" + LINK.pattern,
        lambda found: found[1] if found[3] in hidden.get(found[2], ()) else found[0],
        text,
    )

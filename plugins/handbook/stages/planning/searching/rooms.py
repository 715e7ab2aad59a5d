"""The pages that gather others: overviews, glossary, calendar, ranking. They are found by the names of their rooms."""

from collections.abc import Iterator

from ....locale import words
from ...linking import Handbook
from ..addresses import CALCULATORS, CALENDAR, FOLDERS, GLOSSARY

Room = tuple[str, str, tuple[str, ...], str]
"""Slug, address, names (the first is the title), summary."""


def rooms(handbook: Handbook) -> Iterator[Room]:
    """Give the rooms that have any entries."""
    held = {"diagram": handbook.diagrams, "case": handbook.cases, "paper": handbook.papers}
    held |= {"form": handbook.forms, "regulation": handbook.regulations}
    for kind, entries in held.items():
        if entries:
            yield f"{kind}s", f"{FOLDERS[kind]}/index.html", _names(f"{kind}s"), ""
    if handbook.calculators:
        said = words()["votes"]
        titles = (entry.model.title for entry in handbook.calculators.values())
        yield "calculators", CALCULATORS, (*_names("calculators"), *said["also"], *titles), said["summary"]
    if handbook.terms:
        yield "glossary", GLOSSARY, _names("glossary"), ""
    if handbook.calendar:
        yield "calendar", CALENDAR, _names("calendar"), words()["calendar"]["summary"]
    if handbook.forms:
        ranking = words()["forms"]["ranking"]
        yield "rank", f"{FOLDERS['form']}/rank.html", (ranking["title"],), ranking["summary"]


def _names(key: str) -> tuple[str, ...]:
    """The full and the short name, in Chinese and in English."""
    names = [
        words(language)["pages"][group].get(key) for language in ("zh", "en") for group in ("rooms", "rooms_short")
    ]
    return tuple(dict.fromkeys(name for name in names if name))

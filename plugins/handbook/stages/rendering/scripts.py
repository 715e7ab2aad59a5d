"""Data as scripts: pages opened from a folder cannot fetch, but they can load scripts."""

import json
from typing import Any

from ...locale import words
from ...views.search import SearchPlan

FOLDER = "assets/search/"
ENTRIES_A_PART = 300
CHARACTERS_A_PART = 400_000


def search_files(search: SearchPlan) -> dict[str, str]:
    """Give the scripts the search loads: ``first.js`` when it is first used, then the parts it names."""
    entries = search.contents["entries"]
    places = range(0, len(entries), ENTRIES_A_PART)
    lists = {f"entries-{number}": entries[start : start + ENTRIES_A_PART] for number, start in enumerate(places, 1)}
    texts = {f"texts-{number}": part for number, part in enumerate(_parts(search.bodies), 1)}
    first = {
        "speech": search.speech,
        "groups": search.contents["groups"],
        "words": words()["search"],
        "entries": list(lists),
        "texts": list(texts),
    }
    return {f"{FOLDER}{name}.js": _script(name, part) for name, part in {"first": first, **lists, **texts}.items()}


def _parts(bodies: list[str]) -> list[list[list[Any]]]:
    """The texts with the place of their entry, in parts that a page takes in without a halt."""
    parts: list[list[list[Any]]] = []
    size = CHARACTERS_A_PART
    for place, text in enumerate(bodies):
        if text:
            if size + len(text) > CHARACTERS_A_PART:
                parts.append([])
                size = 0
            parts[-1].append([place, text])
            size += len(text)
    return parts


def _script(name: str, part: Any) -> str:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"__hb_search_part({json.dumps(name)},{safe})\n"

"""Data as scripts: pages opened from a folder cannot fetch, but they can load scripts."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ...editions import beside
from ...locale import words
from ...views.document import PackView
from ...views.reference import TermNote
from ...views.search import SearchPlan

FOLDER, TERMS, CODES = "assets/search/", "assets/terms.js", "assets/codes.js"
PRESENT = "assets/present-words.js"
VOTES = "assets/votes-rules.js"
CONDITIONS = "assets/conditions.js"
DRILL, OFFERS, DESK = "assets/drill/", "assets/course-offers.js", "assets/desk/"
COURSES = "assets/courses.js"
EDITIONS, ADDRESSES = "assets/editions.js", "assets/addresses.js"
PAPERS = "assets/papers/"
ENTRIES_A_PART = 300
CHARACTERS_A_PART = 200_000


def search_files(search: SearchPlan) -> dict[str, str]:
    """Give the scripts the search loads: ``first.js`` when it is first used, then the parts it names."""
    entries = search.contents["entries"]
    places = range(0, len(entries), ENTRIES_A_PART)
    lists = {f"entries-{number}": entries[start : start + ENTRIES_A_PART] for number, start in enumerate(places, 1)}
    texts = {f"texts-{number}": part for number, part in enumerate(_parts(search.bodies), 1)}
    first = {
        "speech": search.speech,
        "groups": search.contents["groups"],
        **{name: search.contents[name] for name in ("subject", "core", "elsewhere")},
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


def terms_file(terms: tuple[TermNote, ...]) -> dict[str, str]:
    """Give the script of the terms that pages explain where they stand in the text; nothing if there are none."""
    if not terms:
        return {}
    return {TERMS: f"hbTerms({_json([[note.names, note.explain, note.address] for note in terms])})\n"}


def codes_file(codes: dict[str, Any]) -> dict[str, str]:
    """Give the script by which a code from paper is told to be current or not."""
    return {CODES: f"hbCodes({_json(codes)})\n"}


def editions_files(addresses: Iterable[str]) -> dict[str, str]:
    """Give the script with the editions beside this one, none as yet, and that by which they find its pages."""
    return {EDITIONS: beside("", ()), ADDRESSES: f"hbAddresses({_json(sorted(addresses))})\n"}


def present_words() -> dict[str, str]:
    """Give the script with the words that the projection's script says."""
    own = words()["present"]
    said = {"parts": own["parts"], "notes": own["notes"], **own["script"]}
    return {PRESENT: f"var hbPresentWords={_json(said)}\n"}


def drill_files(exercises: dict[str, Any]) -> dict[str, str]:
    """Give the scripts with what is drilled, one for each procedure, and one with the words that the drill says."""
    files = {f"{DRILL}{slug}.js": f"hbDrill({_json(own)})\n" for slug, own in exercises.items()}
    return {**files, f"{DRILL}_words.js": f"var hbDrillWords={_json(words()['drill']['script'])}\n"}


def desk_files(desk: dict[str, Any]) -> dict[str, str]:
    """Give the scripts of the desk: ``_index.js``, ``_words.js`` and one for each procedure."""
    index = {f"{DESK}_index.js": f"var hbDeskIndex={_json(desk['_index'])}\n"}
    spoken = {**words()["desk"]["script"], "fault": words()["profile"]["faults"], "force": words()["pages"]["forces"]}
    said = {f"{DESK}_words.js": f"var hbDeskWords={_json(spoken)}\n"}
    own = {f"{DESK}{slug}.js": f"hbDesk({_json(known)})\n" for slug, known in desk.items() if slug != "_index"}
    return {**index, **said, **own}


def votes_file(rules: dict[str, Any]) -> dict[str, str]:
    """Give the script with what the calculators go by and say; nothing if there are none."""
    if not rules:
        return {}
    return {VOTES: f"var hbVotes={_json({'words': words()['votes']['script'], 'calculators': rules})}\n"}


def conditions_file(conditions: dict[str, Any]) -> dict[str, str]:
    """Give the script by which pages are trimmed to the reader's branch."""
    return {CONDITIONS: f"var hbFit={_json(conditions)}\n"}


def offers_file(offers: dict[str, Any]) -> dict[str, str]:
    """Give the script with all that a course of one's own is put together from."""
    return {OFFERS: f"var hbOffers={_json(offers)}\n"}


def paper_files(papers: dict[str, str], shared: str, packs: tuple[PackView, ...]) -> dict[str, str]:
    """Give the scripts of the papers, of what they share, and of each procedure's pack."""
    return {
        **{f"{PAPERS}{slug}.js": script for slug, script in papers.items()},
        **{f"{PAPERS}of/{pack.slug}.js": f"hbPack({_json(asdict(pack))})\n" for pack in packs},
        f"{PAPERS}_parts.js": shared,
    }


def courses_file(courses: dict[str, Any]) -> dict[str, str]:
    """Give the script with the ready courses, which a deck loads when it is part of one."""
    return {COURSES: f"var hbCourses={_json(courses)}\n"}


def _script(name: str, part: Any) -> str:
    return f"__hb_search_part({json.dumps(name)},{_json(part)})\n"


def _json(part: Any) -> str:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

"""The queries that the search is measured by: those that tuning may look at, and those set aside."""

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "search"
STYLES = ("keyword", "question", "colloquial", "pinyin", "slip", "synonym", "traditional", "english", "code")

Query = dict[str, Any]
"""``q`` what is typed, ``style``, ``accept`` the entries that may stand first."""


def open_queries() -> list[Query]:
    """Give the queries that tuning may look at."""
    read: list[Query] = yaml.safe_load((HERE / "queries.yml").read_text("utf-8"))
    return read


def held_queries() -> list[Query]:
    """Give the queries set aside, all parts."""
    return [query for part in held_parts() for query in part]


def held_parts() -> list[list[Query]]:
    """Give the queries set aside, part by part: each was written when a method was finished, and is not tuned on."""
    text = (HERE / "held.yml").read_text("utf-8")
    return [part if isinstance(part, list) else _queries(part) for part in yaml.safe_load_all(text)]


def _queries(part: dict[str, dict[str, list[str]]]) -> list[Query]:
    return [
        {"q": text, "style": style, "accept": [] if slug == "none" else [slug]}
        for slug, styles in part.items()
        for style, texts in styles.items()
        for text in texts
    ]


def names(hit: dict[str, Any]) -> set[str]:
    """Give the names a query may accept a hit by."""
    own = {hit["slug"]} if hit["kind"] in ("procedure", "question") else set()
    return own | {f"{hit['kind']}/{hit['slug']}"}


def answerable(asked: list[Query], entries: list[dict[str, Any]]) -> list[Query]:
    """Give the queries whose procedures are in the handbook, and those that must find nothing."""
    procedures = {entry["slug"] for entry in entries if entry["kind"] == "procedure"}
    known = procedures | {f"{entry['kind']}/{entry['slug']}" for entry in entries}
    return [query for query in asked if query["style"] == "none" or known & set(query["accept"])]

"""The right procedure first, for the queries that real people would type."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.search.embedded import SearchEngine

ROOT = Path(__file__).parents[2]

QUERIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "search" / "queries.yml").read_text("utf-8"))
STYLES = ("keyword", "question", "colloquial", "pinyin", "slip", "synonym", "traditional", "english", "code")


def names(hit: dict[str, Any]) -> set[str]:
    """Give the names a query may accept a hit by."""
    own = {hit["slug"]} if hit["kind"] in ("procedure", "question") else set()
    return own | {f"{hit['kind']}/{hit['slug']}"}


def asked(engine: SearchEngine) -> list[dict[str, Any]]:
    """Give the queries whose procedures are in the handbook."""
    known = set().union(*({entry["slug"], f"{entry['kind']}/{entry['slug']}"} for entry in engine.contents["entries"]))
    procedures = {entry["slug"] for entry in engine.contents["entries"] if entry["kind"] == "procedure"}
    return [
        query
        for query in QUERIES
        if query["style"] != "none"
        and any(name in procedures or ("/" in name and name in known) for name in query["accept"])
    ]


def test_there_are_queries_of_every_style_and_half_are_set_aside() -> None:
    """At least 400, and 40 that must find nothing."""
    assert {query["style"] for query in QUERIES} == {*STYLES, "none"}
    assert sum(query["style"] != "none" for query in QUERIES) >= 400
    assert sum(query["style"] == "none" for query in QUERIES) >= 40
    assert abs(sum(bool(query.get("held")) for query in QUERIES) / len(QUERIES) - 0.5) < 0.06


def test_the_right_procedure_stands_first(engine: SearchEngine) -> None:
    """Over all queries, and in every style."""
    first: dict[str, list[bool]] = defaultdict(list)
    three: list[bool] = []
    empty: list[bool] = []
    for query in asked(engine):
        hits = engine.search(query["q"], 3)
        first[query["style"]].append(bool(hits) and bool(names(hits[0]) & set(query["accept"])))
        three.append(any(names(hit) & set(query["accept"]) for hit in hits))
        empty.append(not hits)
    every = [good for style in first.values() for good in style]
    assert sum(every) / len(every) >= 0.92
    assert sum(three) / len(three) >= 0.97
    assert sum(empty) / len(empty) <= 0.01
    assert {style: sum(good) / len(good) for style, good in first.items() if sum(good) / len(good) < 0.8} == {}


def test_what_has_nothing_to_do_with_the_handbook_finds_nothing(engine: SearchEngine) -> None:
    """Rather nothing than noise."""
    noise = [query["q"] for query in QUERIES if query["style"] == "none" and engine.search(query["q"])]
    assert len(noise) <= 2, noise


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("怎么选举", "branch-election"),
        ("xuanju", "branch-election"),
        ("選舉", "branch-election"),
        ("选局", "branch-election"),
        ("换届-07", "branch-election"),
        ("到会的人不够还能选吗", "branch-election"),
        ("how to hold an election", "branch-election"),
    ],
)
def test_what_material_s_search_cannot_find(engine: SearchEngine, query: str, slug: str) -> None:
    """The examples that the search was written for."""
    assert slug in [hit["slug"] for hit in engine.search(query, 2)]


@pytest.mark.parametrize(("one", "other"), [("4/5", "五分之四"), ("80%", "五分之四"), ("20%", "百分之二十")])
def test_numbers_are_the_same_however_written(engine: SearchEngine, one: str, other: str) -> None:
    """A fraction, a percentage, Chinese numerals."""
    assert [hit["url"] for hit in engine.search(one)] == [hit["url"] for hit in engine.search(other)] != []


def test_a_question_gets_its_answer(engine: SearchEngine) -> None:
    """With the way to the step."""
    hit = engine.search("预备党员能投票吗", 1)[0]
    assert hit["kind"] == "question"
    assert hit["answer"]
    assert "#q-" in hit["url"]

"""The right procedure first, for the queries that real people would type."""

from collections import defaultdict

import pytest

from asking import STYLES, answerable, held_queries, names, open_queries
from handbook.search.embedded import SearchEngine

ALL = [*open_queries(), *held_queries()]


def test_there_are_queries_of_every_style_and_a_third_is_set_aside() -> None:
    """At least 400, and 40 that must find nothing; every procedure of the catalogue is asked for."""
    assert {query["style"] for query in ALL} == {*STYLES, "none"}
    assert sum(query["style"] != "none" for query in ALL) >= 400
    assert sum(query["style"] == "none" for query in ALL) >= 40
    assert len(held_queries()) / len(ALL) > 1 / 3
    assert len({name for query in held_queries() for name in query["accept"]}) == 70


def test_the_right_procedure_stands_first(engine: SearchEngine) -> None:
    """Over all queries, and in every style."""
    first: dict[str, list[bool]] = defaultdict(list)
    three: list[bool] = []
    empty: list[bool] = []
    for query in answerable(ALL, engine.contents["entries"]):
        if query["style"] == "none":
            continue
        hits = engine.search(query["q"], 3)
        first[query["style"]].append(bool(hits) and bool(names(hits[0]) & set(query["accept"])))
        three.append(any(names(hit) & set(query["accept"]) for hit in hits))
        empty.append(not hits)
    every = [good for style in first.values() for good in style]
    assert sum(every) / len(every) >= 0.92
    assert sum(three) / len(three) >= 0.98
    assert sum(empty) / len(empty) <= 0.01
    assert {style: sum(good) / len(good) for style, good in first.items() if sum(good) / len(good) < 0.85} == {}


def test_what_has_nothing_to_do_with_the_handbook_finds_nothing(engine: SearchEngine) -> None:
    """Rather nothing than noise."""
    unrelated = [query["q"] for query in ALL if query["style"] == "none"]
    noise = [text for text in unrelated if engine.search(text)]
    assert len(noise) / len(unrelated) <= 0.05, noise


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("监票人可以是候选人吗", "候选人不能当监票人"),
        ("不合格党员怎么处理", "限期改正、劝其退党、除名"),
        ("对照检查材料怎么写", "怎么改"),
    ],
)
def test_a_question_in_other_words_is_answered(engine: SearchEngine, query: str, said: str) -> None:
    """Where people's own way of asking leads to a procedure, its question with the answer stands before it."""
    first = engine.search(query, 3)[0]
    assert first["kind"] == "question"
    assert said in first["answer"]


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


@pytest.mark.parametrize(
    "query", ["怎么选举", "选支书", "xuanju", "人数不够能选吗", "how to hold an election", "到会的人不够还能选吗"]
)
def test_how_to_elect_leads_to_the_election(engine: SearchEngine, query: str) -> None:
    """The question every new secretary has; a question of the procedure will do."""
    first = engine.search(query, 1)[0]
    assert "/branch-election.html" in first["url"], first


def test_running_text_changes_nothing_in_the_order(engine: SearchEngine) -> None:
    """Pages rank before they have it, and need it only where names and questions say little."""
    plain = SearchEngine(engine.contents, engine.speech, [])
    try:
        for query in open_queries()[::12]:
            bare = [hit["url"] for hit in plain.search(query["q"])]
            assert [hit["url"] for hit in engine.search(query["q"]) if hit["how"] != "text"] == bare, query
    finally:
        plain.close()


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

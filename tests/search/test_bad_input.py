"""Whatever is pasted into the box: never an error, and never slow."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handbook.search.embedded import SearchEngine

NASTY = [
    "",
    " ",
    "　 \t\n",
    "选",
    "a",
    "1",
    "🗳️🎉",
    "\u202e换届\u202c",
    "\x00\x01换\x7f届",
    ".*+?^${}()|[]\\",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "%E6%8D%A2%E5%B1",
    "换届" * 5000,
    "a" * 10_000,
    "1" * 10_000,
    "zhuangshuang" * 800,
    "百分之",
    "分之五",
    "1/0",
    "__proto__",
    "constructor toString",
    "\ud83d",
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text)[:24])
def test_bad_input_is_searched_like_any_other(engine: SearchEngine, text: str) -> None:
    """No error, and an answer within a second."""
    begun = time.monotonic()
    hits = engine.search(text)
    assert isinstance(hits, list)
    assert time.monotonic() - begun < 1


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_searched(engine: SearchEngine, text: str) -> None:
    """Every hit is of the handbook."""
    known = len(engine.contents["entries"])
    assert all(0 <= hit["entry"] < known and hit["score"] > 0 for hit in engine.search(text))


def test_control_and_direction_marks_change_nothing(engine: SearchEngine) -> None:
    """What is not seen is not searched."""
    plain = engine.search("换届选举")
    assert engine.search("\u202e换\u200b届\x01选举\ufeff") == plain != []

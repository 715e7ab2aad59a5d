"""A handbook whose procedures all have the same steps: what everybody says is no reason to find nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from handbook.search.embedded import SearchEngine

COUNT = 400
STEPS = ("研究事项", "拟写请示", "召开会议", "人数够不够？", "组织投票", "当场计票", "宣布结果", "报送备案", "整理归档")


def _procedure(number: int) -> dict[str, Any]:
    title = f"第 {number} 件事"
    steps = [["step", text, f"#step-{place}"] for place, text in enumerate(STEPS, 1)]
    said = [["title", title], ["text", f"这件事排在第 {number} 位，照着流程办就行。"], *steps]
    named = {"kind": "procedure", "slug": f"task-{number}", "url": f"task-{number}.html", "title": title, "text": ""}
    return {**named, "chapter": "", "code": "", "note": "", "at": ["", ""], "owner": -1, "said": said}


@pytest.fixture(scope="module")
def same_everywhere(engine: SearchEngine) -> Iterator[SearchEngine]:
    """An engine on many procedures with the same steps; Chinese is read as in the real handbook."""
    entries = [_procedure(number) for number in range(1, COUNT + 1)]
    contents = {"entries": entries, "groups": [], "subject": [], "core": [], "elsewhere": []}
    opened = SearchEngine(contents, engine.speech, [])
    yield opened
    opened.close()


@pytest.mark.parametrize("query", ["召开会议研究事项", "拟写请示怎么报", "当场计票宣布结果", "怎么归档", "整理归挡"])
def test_what_every_procedure_says_is_found(same_everywhere: SearchEngine, query: str) -> None:
    """Also where a question's halves stand in two steps; many procedures are offered, not the few that came first."""
    assert len(same_everywhere.search(query, 20)) == 20


def test_what_tells_one_from_the_others_leads_to_it(same_everywhere: SearchEngine) -> None:
    """The number is all that is different."""
    assert same_everywhere.search("第212件事怎么归档", 1)[0]["slug"] == "task-212"


@pytest.mark.parametrize("query", ["食堂菜单", "机票怎么改签", "会议室空调坏了"])
def test_what_nobody_says_is_still_refused(same_everywhere: SearchEngine, query: str) -> None:
    """Common words are no reason to find what has nothing to do with the handbook."""
    assert same_everywhere.search(query) == []

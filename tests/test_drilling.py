"""What is planted in the drill is wrong for certain, and every flow of the handbook gives exercises."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from handbook.stages.planning.drilling.numbers import is_about, loosened, plants_of, tokens_of

NUMERIC = 48
"""How many of the procedures have, at least, a number that rests on a fact and can be exchanged."""


def drills(site: Path) -> dict[str, dict[str, Any]]:
    """What is drilled, by slug."""
    files = sorted((site / "assets" / "drill").glob("[a-z]*.js"))
    return {path.stem: json.loads(path.read_text("utf-8").strip()[len("hbDrill(") : -1]) for path in files}


def test_every_flow_has_its_drill(site: Path) -> None:
    """And its page leads there."""
    found = drills(site)
    assert len(found) >= 70
    for slug, drill in found.items():
        page = (site / drill["page"]).read_text("utf-8")
        assert f'href="../drill.html#{slug}"' in page
        assert all(f'id="{step["at"]}"' in page for step in drill["steps"].values()), slug


def test_most_procedures_have_a_number_to_plant(site: Path) -> None:
    """Each with the article that has the number; the planted sentence differs, and says no number of the true one."""
    numeric = 0
    for slug, drill in drills(site).items():
        planted = 0
        for step in drill["steps"].values():
            for place, start, end, instead, basis in step["numbers"]:
                line = step["lines"][place]
                assert basis and instead, (slug, line)
                for other in instead:
                    wrong = line[:start] + other + line[end:]
                    assert wrong != line
                    assert not tokens_of(other) & tokens_of(line), (slug, line, other)
                planted += 1
        numeric += planted > 0
    assert numeric >= NUMERIC


def test_a_swapped_order_is_never_possible(site: Path) -> None:
    """By no way through the flow does the second box of a pair come before the first."""
    for slug, drill in drills(site).items():
        ways = {id_: [target for target, _ in node[3]] for id_, node in drill["nodes"].items()}
        for first, second in drill["orders"]:
            waiting, met = [second], set()
            while waiting:
                id_ = waiting.pop()
                if id_ not in met:
                    met.add(id_)
                    waiting += ways[id_]
            assert first not in met, (slug, first, second)


def test_a_lacking_approval_is_certain(site: Path) -> None:
    """Who approves is not who does it, and an article asks for it."""
    found = [step for drill in drills(site).values() for step in drill["steps"].values() if step["approval"]]
    assert len(found) >= 20
    for step in found:
        approves, basis = step["approval"]
        assert approves and basis
        assert not set(approves.split("、")) & set(step["does"].split("、"))


@pytest.mark.parametrize(
    ("sentence", "instead"),
    [
        ("至少 2 名正式党员作介绍人。", ["1 名"]),
        ("延长期限一般不超过 1 年。", ["2 年", "3 年"]),
        ("有半数以上委员到会才能开。", ["三分之一"]),
        ("不足 3 人的，办联合党支部。", ["6 人", "5 人"]),
        ("每半年考察 1 次。", ["每年"]),
        ("没有超过半数的，宣布未通过。", ["三分之二", "四分之三"]),
        ("赞成超过应到会的半数才通过。", ["三分之一"]),
        ("连续 6 个月不参加的，除名。", ["3 个月", "5 个月"]),
    ],
)
def test_a_bound_is_only_loosened(sentence: str, instead: list[str]) -> None:
    """Who follows the planted sentence breaks the rule; keeping more than a rule asks for is no mistake."""
    assert [each for plant in plants_of(sentence) for each in plant.instead] == instead


@pytest.mark.parametrize(
    "sentence",
    [
        "委员 3 至 5 人。",
        "2020 年印发。",
        "7 月 1 日开会。",
        "例如应到 10 人。",
        "旧范本写“五分之四”。",
        "也可以开 2 次。",
        "预备党员再多也不能凑 3 人。",
        "补交会超过 6 个月的，先请示上级。",
        "走了 6 个月以上又没有转的，看怎么分。",
        "算一算满没满 1 年。",
    ],
)
def test_what_might_be_right_is_not_planted(sentence: str) -> None:
    """Ranges, dates, examples, what no longer holds, what is left open."""
    assert plants_of(sentence) == ()


def test_an_exact_number_keeps_to_the_bound_of_its_fact() -> None:
    """Who takes a margin of 40 % where the article asks for no less than 20 % does nothing wrong."""
    (plant,) = plants_of("差额按应选人数乘 20% 算。")
    assert plant.instead == ("40%", "10%")
    assert loosened(plant, "20%", ["差额不少于应选人数的 20%"]) == ("10%",)
    assert loosened(plant, "20%", ["差额不超过应选人数的 20%"]) == ("40%",)
    assert loosened(plant, "20%", ["按 20% 提取"]) == ("40%", "10%")


def test_what_was_not_held_against_the_original_is_marked(site: Path) -> None:
    """As on the page: an article of which a fact is recalled is named with 待核."""
    steps = [step for drill in drills(site).values() for step in drill["steps"].values()]
    named = {text for step in steps for text in step["basis"]}
    assert any("待核" in text for text in named)
    for step in drills(site)["branch-election"]["steps"].values():
        for plant in step["numbers"]:
            assert set(plant[4]) <= set(step["basis"])


def test_an_approval_is_lacking_only_where_the_step_is_submitted(site: Path) -> None:
    """A talk before an approval, a file that is laid down and a report for the record need none of their own."""
    found = drills(site)
    for slug, step in (
        ("admit-probationary", "talk"),
        ("membership-archives", "build"),
        ("membership-archives", "explain"),
        ("probation-training", "hand-on"),
        ("committee-meeting", "to-superior"),
        ("member-assembly", "resolution"),
    ):
        assert found[slug]["steps"][step]["approval"] == [], (slug, step)
    assert found["branch-election"]["steps"]["nominate"]["approval"]
    assert found["change-election-date"]["steps"]["request"]["approval"]


def test_a_fact_must_speak_of_the_same_thing() -> None:
    """A month in another rule is no basis."""
    assert is_about("支委会会议每月召开", "支委会会议一般每月 1 次")
    assert not is_about("联系人和工会碰一次", "支委会会议一般每月召开 1 次")


def test_the_words_have_no_mark_of_the_source(site: Path) -> None:
    """Sentences are shown as text."""
    for drill in drills(site).values():
        for step in drill["steps"].values():
            assert not [line for line in step["lines"] if re.search(r"\*\*|\]\(", line)]

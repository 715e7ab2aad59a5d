"""Strokes of surnames: as 《通用规范汉字字典》 counts them, and which surname comes first."""

import json
from collections.abc import Iterator

import pytest
from py_mini_racer import MiniRacer

from command import ROOT

SCRIPT = ROOT / "plugins" / "handbook" / "theme" / "assets" / "stroke-order.js"
DICTIONARY = {
    2: "丁",
    3: "万于马",
    4: "王毛方尹孔邓",
    5: "叶田史白冯石卢",
    6: "朱任刘许孙吕江",
    7: "苏李杨吴何余邹汪沈宋张陈",
    8: "林罗金周郑",
    9: "赵胡钟侯姜姚贺",
    10: "袁夏贾徐高郭唐",
    11: "黄萧梁曹",
    12: "董蒋韩彭程谢曾",
    14: "蔡谭",
    15: "潘",
    16: "薛",
    17: "魏戴",
}
"""Seventy-two common surnames by their strokes, told from the dictionary, not from the table that is tested."""
ORDERS = ["丁万马王方邓", "石田白冯", "苏李杨吴何沈宋张陈", "林罗金周郑", "赵胡钟姜姚"]
"""Fewer strokes first; among as many 横, 竖, 撇, 点, 折, stroke by stroke."""


@pytest.fixture(scope="module")
def engine() -> Iterator[MiniRacer]:
    """The table that pages load, in an engine that has nothing else."""
    with MiniRacer() as engine:
        engine.eval("var window = this; var before = Object.getOwnPropertyNames(String.prototype).length;")
        engine.eval(SCRIPT.read_text("utf-8"))
        yield engine


def strokes(engine: MiniRacer, character: str) -> tuple[int, str]:
    """How many, and their kinds."""
    known = json.loads(str(engine.eval(f"JSON.stringify(hbStrokes({json.dumps(character)}))")))
    return known["count"], known["kinds"]


def test_surnames_have_the_strokes_of_the_dictionary(engine: MiniRacer) -> None:
    """Grass above, ears beside and the walking radical are counted as they are written today."""
    told = {surname: count for count, surnames in DICTIONARY.items() for surname in surnames}
    assert len(told) == 72
    assert {surname: strokes(engine, surname)[0] for surname in told} == told


@pytest.mark.parametrize("order", ORDERS)
def test_the_kinds_of_strokes_decide(engine: MiniRacer, order: str) -> None:
    """No two of these are alike, so nothing is left to the order in which they came."""
    ranks = [strokes(engine, surname) for surname in order]
    assert sorted(set(ranks)) == ranks


def test_each_kind_of_stroke_is_taken_for_what_the_norm_says(engine: MiniRacer) -> None:
    """What rises is 横, 捺 is 点, 竖钩 is 竖, the left dot of 心 is 点, other hooks are 折."""
    told = {"木": "1234", "江": "441121", "丁": "12", "心": "4544", "子": "521", "以": "5434", "刁": "51", "女": "531"}
    assert {character: strokes(engine, character)[1] for character in told} == told


def test_what_the_table_lacks_is_not_guessed(engine: MiniRacer) -> None:
    """Rare characters, letters and nothing at all have no strokes; strings get no new methods."""
    assert engine.eval('["𠮷", "㛃", "A", ""].every((one) => hbStrokes(one) === null)')
    assert engine.eval("Object.getOwnPropertyNames(String.prototype).length === before")

"""Pictures are laid out the same everywhere, nothing overlaps, every word fits, and the text says the same."""

import json
import shutil
import subprocess
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.entries.flow import Flow
from handbook.entries.role import Role
from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.drawing import Drawing, IllustratedHandbook, draw, layout
from handbook.stages.drawing.flows import Manner, draw_flow
from handbook.stages.drawing.measure import SLACK, em, wrap
from handbook.stages.linking import Handbook
from handbook.stages.linking.flows import numbered

MINIMAL = Path(__file__).parents[1] / "sites" / "minimal"
GOLDEN = Path(__file__).parent / "golden"
ROLE = Role(name="党支部委员会", short="支委会", name_en="Committee", duty="研究")


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    """The minimal handbook, linked, with a cache of its own."""
    shutil.copytree(MINIMAL, tmp_path / "handbook")
    linked = check_handbook(Settings.at(tmp_path / "handbook"), Report())
    assert linked is not None
    return linked


def drawn(handbook: Handbook) -> IllustratedHandbook:
    """Draw a handbook that has no problem."""
    report = Report()
    illustrated = draw(handbook, report)
    assert len(report) == 0
    return illustrated


def as_json(drawing: Drawing) -> str:
    """A drawing as text to compare."""
    return json.dumps(asdict(drawing), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("slug", ["hold-meeting", "send-notice"])
def test_a_flow_is_drawn_as_it_was(handbook: Handbook, slug: str, request: pytest.FixtureRequest) -> None:
    """The golden drawing was made without a single font: another machine must give the same bytes."""
    golden = GOLDEN / f"{slug}.json"
    made = as_json(drawn(handbook).flows[slug])
    if request.config.getoption("--update"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


def test_a_second_build_draws_nothing_and_gives_the_same(handbook: Handbook) -> None:
    """Drawings are kept by what they were made from; a broken store is as good as an empty one."""
    first, second = drawn(handbook), drawn(handbook)
    assert first.drawn == len(first.flows) + len(first.diagrams) and second.drawn == 0
    assert [as_json(each) for each in first.flows.values()] == [as_json(each) for each in second.flows.values()]
    assert [as_json(each) for each in first.diagrams.values()] == [as_json(each) for each in second.diagrams.values()]
    for store in handbook.settings.cache.glob("*.sqlite"):
        store.write_bytes(b"not a database" * 100)
    third = drawn(handbook)
    assert third.drawn == first.drawn and third.flows == first.flows


def test_no_process_is_started(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Graphviz works inside this process."""
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a process was started"))
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a process was started"))
    assert drawn(handbook).drawn > 0


def test_without_any_graphviz_the_author_is_told(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither pygraphviz nor dot: one problem, no traceback."""
    monkeypatch.setattr(layout, "pygraphviz", None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    report = Report()
    draw(handbook, report)
    assert [problem.code for problem in report] == ["drawing-no-graphviz"]


@pytest.mark.skipif(shutil.which("dot") is None, reason="no dot command on this machine")
def test_the_dot_command_stands_in_for_pygraphviz(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fallback gives every box a place."""
    monkeypatch.setattr(layout, "pygraphviz", None)
    assert set(drawn(handbook).flows) == {"hold-meeting", "send-notice"}


def test_the_outline_tells_the_whole_flow(handbook: Handbook) -> None:
    """Each step with its number, who does it, and where every answer leads."""
    assert drawn(handbook).flows["hold-meeting"].outline == (
        "有事要议，接着 → 第1步",
        "第1步 发通知（党支部书记），接着 → 第2步",
        "第2步 半数以上到会？（支部委员会）：若“是” → 第3步；若“否” → 第1步",
        "第3步 讨论表决（全体党员），接着 → 散会",
        "散会。流程到此结束",
    )


WORDS = st.text(alphabet="党支部委员会大会选举，。（）“”？、4/5%abcXYZ 报备案", min_size=1, max_size=40).filter(
    str.strip
)


@given(text=WORDS, most=st.floats(6, 20))
def test_wrapping_loses_nothing_and_keeps_the_rules(text: str, most: float) -> None:
    """All characters stay, no line is too wide."""
    lines = wrap(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert sum(map(em, line)) <= most + 3.0 * (line[0] in "（“" or line[-1] in "，。）”？、%")


@st.composite
def flows(draw_: Any) -> Flow:
    """A flow of up to fifteen nodes with decisions that lead back or onward."""
    count = draw_(st.integers(1, 13))
    nodes: dict[str, Any] = {"begin": {"kind": "start", "text": draw_(WORDS), "next": "s0"}}
    for index in range(count):
        onward = f"s{index + 1}" if index + 1 < count else "done"
        kind = draw_(st.sampled_from(["step", "decision", "document", "subflow"]))
        back = f"s{draw_(st.integers(0, count - 1))}"
        next_: Any = onward
        if kind == "decision" and back != f"s{index}":
            next_ = {"是": onward, draw_(WORDS): back}
        nodes[f"s{index}"] = {"kind": kind, "text": draw_(WORDS), "lane": "committee", "next": next_}
    nodes["done"] = {"kind": "end", "text": draw_(WORDS)}
    return Flow.model_validate({"title": "流程", "nodes": nodes})


@settings(max_examples=60, deadline=None)
@given(flow=flows())
def test_boxes_never_overlap_and_hold_their_words(flow: Flow) -> None:
    """Whatever the flow: no box lies on another, all is inside the picture, every line inside its box."""
    drawing = draw_flow(flow, Manner(numbered(flow), {"committee": ROLE}, "换届", linked=True), ())
    for box in drawing.boxes:
        assert box.x >= 0 and box.y >= 0
        assert box.x + box.width <= drawing.width + 1 and box.y + box.height <= drawing.height + 1
        for line in box.words:
            size = 16 if line.role == "text" else 13.5
            room = sum(map(em, line.text)) * size * SLACK
            left = line.x - room / 2 if line.anchor == "middle" else line.x
            assert box.x <= left + 0.6 and left + room <= box.x + box.width + 0.6, (line, box)
            assert box.y + size * 0.8 <= line.y <= box.y + box.height - 2
    for index, one in enumerate(drawing.boxes):
        for other in drawing.boxes[index + 1 :]:
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart, (one.id, other.id)
    assert len(drawing.arrows) == sum(
        len(node.next) if isinstance(node.next, dict) else 1 for node in flow.nodes.values() if node.next
    )


def test_a_change_of_words_is_drawn_anew(handbook: Handbook) -> None:
    """The store answers only for the very same flow."""
    drawn(handbook)
    entry = handbook.flows["send-notice"]
    changed = entry.model.model_copy(update={"title": "换了名字"})
    again = drawn(replace(handbook, flows={**handbook.flows, "send-notice": replace(entry, model=changed)}))
    assert again.drawn == 1 and again.flows["send-notice"].title == "换了名字"

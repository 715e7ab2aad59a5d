"""The scorer agrees with the oracle on forms and sheets that nobody thought of."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from handbook import scoring
from handbook.entries.form import Form
from scoring import consequences, drawn

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    """The site's own scorer in one engine for all examples."""
    with MiniRacer() as engine:
        engine.eval(scoring.SCRIPT.read_text("utf-8"))
        yield lambda name, *arguments: json.loads(engine.call(name, *arguments))


def text_of(form: dict[str, Any]) -> str:
    """A drawn form as the scorer reads it."""
    return scoring.form_text("drawn", Form.model_validate_json(json.dumps(form)))


def agree_on_a_history(call: Call, data: st.DataObject) -> None:
    """Draw a form and some sheets, and hold the last one's score against the oracle's."""
    form = data.draw(drawn.forms())
    *earlier, sheet = data.draw(drawn.histories(form))
    result = call("scoreText", text_of(form), [json.dumps(one) for one in (sheet, *earlier)])
    expected = consequences.score(form, sheet, earlier)
    assert {key: result.get(key) for key in expected} == expected, result


def agree_on_a_ranking(call: Call, data: st.DataObject) -> None:
    """Draw a form and sheets of some units over some quarters, and hold the table against the oracle's."""
    form = data.draw(drawn.forms())
    units = [f"单位{number}" for number in range(data.draw(st.integers(1, 5)))]
    quarters = ["2026Q1", "2026Q2", "2026Q3"][: data.draw(st.integers(1, 3))]
    pairs = [(unit, period) for period in quarters for unit in units if data.draw(st.integers(0, 5))] or [
        ("单位0", "2026Q1")
    ]
    sheets = [data.draw(drawn.sheets(form, {"unit": unit, "period": period})) for unit, period in pairs]
    files = [{"name": str(place), "text": json.dumps(one)} for place, one in enumerate(sheets)]
    result = call("rankText", text_of(form), files)
    rows = {row["unit"]: row for row in result["rows"]}
    expected = consequences.rank(form, sheets)
    assert result["refused"] == []
    assert {unit: {key: rows[unit][key] for key in row} for unit, row in expected.items()} == expected


BREAKS: dict[str, Callable[[dict[str, Any]], object]] = {
    "item-unknown": lambda sheet: sheet["items"].update({"nobody": 1}),
    "section-unknown": lambda sheet: sheet["sections"].update({"nowhere": 1}),
    "parameter-unknown": lambda sheet: sheet["parameters"].update({"x": 1}),
    "flag-unknown": lambda sheet: sheet["flags"].append("y"),
    "key-unknown": lambda sheet: sheet.update({"z": 1}),
    "form-other": lambda sheet: sheet.update({"form": "other"}),
    "edition-other": lambda sheet: sheet.update({"edition": "0"}),
    "post-unknown": lambda sheet: sheet.update({"post": "三线"}),
    "period": lambda sheet: sheet.update({"period": "2026Q5"}),
    "out-of-range": lambda sheet: sheet["parameters"].update({"cap": 50.01}),
    "not-a-number": lambda sheet: sheet["parameters"].update({"share": "1"}),
    "not-a-group": lambda sheet: sheet.update({"items": []}),
    "not-a-list": lambda sheet: sheet.update({"flags": {}}),
    "not-text": lambda sheet: sheet.update({"unit": 1}),
}
"""How a sheet that is in order may be broken, by the code that must be said."""


@given(data=st.data(), code=st.sampled_from(sorted(BREAKS)))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_broken_sheet_is_refused(call: Call, data: st.DataObject, code: str) -> None:
    """Whatever the form: one thing wrong, and the whole sheet is refused for it, with its place and no total."""
    form = data.draw(drawn.forms())
    sheet = data.draw(drawn.sheets(form))
    BREAKS[code](sheet)
    result = call("scoreText", text_of(form), [json.dumps(sheet)])
    assert set(result) == {"refusals"}
    assert {one["code"] for one in result["refusals"]} == {code}
    assert result["refusals"][0]["line"] == 1 and result["refusals"][0]["column"] >= 1


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_scores(call: Call, data: st.DataObject) -> None:
    """Some hundred, at every run."""
    agree_on_a_history(call, data)


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_rankings(call: Call, data: st.DataObject) -> None:
    """Some more, at every run."""
    agree_on_a_ranking(call, data)


@pytest.mark.sweep
@given(data=st.data())
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_ten_thousand_scores(call: Call, data: st.DataObject) -> None:
    """Ten thousand random forms, each with its sheets."""
    agree_on_a_history(call, data)


@pytest.mark.sweep
@given(data=st.data())
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_two_thousand_rankings(call: Call, data: st.DataObject) -> None:
    """Two thousand random forms, each with sheets of several units and quarters."""
    agree_on_a_ranking(call, data)

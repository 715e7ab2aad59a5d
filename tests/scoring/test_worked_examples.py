"""The worked examples of every form come out of the oracle as they do out of the scorer (`handbook check`)."""

import json
from typing import Any

import pytest

from handbook.entries.form import Example, RankedExample
from handbook.stages.linking.form_examples import answers_of, files_of
from scoring import consequences
from scoring.forms import entries, form_of

Plain = dict[str, Any]
SINGLE = [(slug, one) for slug, entry in entries().forms.items() for one in entry.model.examples]
RANKED = [(slug, one) for slug, entry in entries().forms.items() for one in entry.model.ranked_examples]


def sheets_of(texts: list[str]) -> list[Plain]:
    """Answers files as plain values."""
    return [json.loads(text) for text in texts]


@pytest.mark.parametrize(("slug", "example"), SINGLE, ids=lambda one: getattr(one, "title", one))
def test_an_example(slug: str, example: Example) -> None:
    """The oracle gives what the author wrote; a refusal is the scorer's own business."""
    if "refused" in example.gives:
        return
    form = form_of(slug).model_dump(mode="json")
    sheet, *earlier = sheets_of(answers_of(slug, form_of(slug), example))
    given = consequences.score(form, sheet, earlier)
    assert {key: given[key] for key in example.gives} == example.gives


@pytest.mark.parametrize(("slug", "example"), RANKED, ids=lambda one: getattr(one, "title", one))
def test_a_ranked_example(slug: str, example: RankedExample) -> None:
    """The oracle's table has the places and rewards that the author wrote."""
    form = form_of(slug).model_dump(mode="json")
    rows = consequences.rank(form, sheets_of([one["text"] for one in files_of(slug, example)]))
    for unit, gives in example.gives.items():
        assert {key: rows[unit][key] for key in gives} == gives


def test_every_form_has_examples() -> None:
    """A form without a worked example teaches nobody and proves nothing."""
    assert [slug for slug, entry in entries().forms.items() if not entry.model.examples] == []
    assert len(SINGLE) >= 80

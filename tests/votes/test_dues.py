"""Dues: one rate on the whole income, exact to the last place, at each band's edge and a cent to either side."""

from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from command import ROOT
from votes.reckoning import due, plain, work

FACTS: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "facts.yml").read_text("utf-8"))["dues"]
GROUPS = {"wage": "wage", "salary": "wage", "retired": "pension"}


def bands(group: str) -> list[tuple[Decimal | None, Decimal]]:
    """The bands of a group, as the notice has them."""
    return [(None if top is None else Decimal(top), Decimal(rate)) for top, rate in FACTS[GROUPS[group]]]


def hold(group: str, incomes: list[Decimal]) -> None:
    """Hold the page's script against the decimals."""
    results = work("dues", [{"payer": group, "income": str(income)} for income in incomes])
    for income, result in zip(incomes, results, strict=True):
        exact, rounded, cut = due(income, bands(group))
        assert (result["due"], result["rounded"], result["cut"]) == (plain(exact), rounded, cut), income
        assert ("dues-cents" in result["said"]) == (plain(exact) != cut)
        assert ("own" in result["said"]) or exact <= 1000


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_the_edges_of_the_bands(group: str) -> None:
    """The bound itself belongs to the lower band; a cent more moves the whole income."""
    cent = Decimal("0.01")
    edges = [top + step for top, _ in bands(group) if top is not None for step in (-cent, Decimal(0), cent)]
    hold(group, [*edges, Decimal("0"), cent, Decimal("50000"), Decimal("50000.01"), Decimal("999999999.99")])


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(sorted(GROUPS)), st.lists(st.decimals(0, 100_000, places=2), min_size=50))
def test_any_income(group: str, incomes: list[Decimal]) -> None:
    """To the cent."""
    hold(group, incomes)


def test_fixed_amounts_and_what_no_rule_tells() -> None:
    """Farmers within limits, students and those without work a fixed amount; a trader's rate is asked for."""
    groups = ["farmer", "student", "unemployed", "relief"]
    told = work("dues", [{"payer": group} for group in groups])
    assert [(one["least"], one["most"]) for one in told] == [("0.2", "1")] + 3 * [("0.2", "0.2")]
    assert work("dues", [{"payer": "own-business", "income": "5000"}])[0]["verdict"] == "ask"


def test_more_than_is_usual_is_said_and_not_cut() -> None:
    """60,000 yuan at 2 % is 1,200: above 1,000 a month the superior is asked."""
    result = work("dues", [{"payer": "wage", "income": "60000"}, {"payer": "wage", "income": "50000"}])
    assert [one["due"] for one in result] == ["1200", "1000"]
    assert result[0]["said"].count("own") == result[1]["said"].count("own") + 1

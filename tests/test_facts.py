"""The facts that void an election or an admission stand right in the steps that rest on them."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.entries.calculator import Rule
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import Entries, check
from handbook.stages.reading import read

ROOT = Path(__file__).parent.parent
FACTS: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "facts.yml").read_text("utf-8"))
ENTRIES: Entries = check(read(Settings.at(ROOT), Report()), Report())


def words(procedure: str, step: str) -> str:
    """All that a step tells its reader to do."""
    told = ENTRIES.procedures[procedure].model.steps[step]
    deadlines = [deadline.text for deadline in told.deadlines]
    return "\n".join([told.when, *deadlines, *told.how, *told.requirements, *told.cautions])


@pytest.mark.parametrize("fact", FACTS["steps"], ids=lambda fact: f"{fact['procedure']}#{fact['step']}")
def test_a_step_says_what_its_article_says(fact: dict[str, Any]) -> None:
    """The number stands in the step, and the step cites the article."""
    for pattern in fact["says"]:
        assert re.search(pattern, words(fact["procedure"], fact["step"])), pattern
    basis = ENTRIES.procedures[fact["procedure"]].model.steps[fact["step"]].basis
    assert set(fact["rests_on"]) <= set(basis)


@pytest.mark.parametrize("procedure", sorted(ENTRIES.procedures))
def test_no_sentence_repeats_a_superseded_threshold(procedure: str) -> None:
    """The words of the 1990 rules stand only where a sentence warns of them."""
    for line in re.split(r"[\n。；]", ENTRIES.procedures[procedure].source.text):
        if line.lstrip(" -").startswith("wrong:"):
            continue
        for rule in FACTS["never"]:
            if re.search(rule["pattern"], line):
                assert re.search(rule["unless"], line), line


@pytest.mark.parametrize("fact", FACTS["answers"], ids=lambda fact: f"{fact['procedure']}: {fact['ask']}")
def test_a_short_answer_gives_the_number_of_its_article(fact: dict[str, Any]) -> None:
    """Whoever reads only the answer acts rightly."""
    questions = ENTRIES.procedures[fact["procedure"]].model.questions
    answer = next(question.answer for question in questions if fact["ask"] in question.ask)
    for pattern in fact["says"]:
        assert re.search(pattern, answer), pattern


def rate(kind: str, base: Decimal) -> Decimal:
    """The one rate, in per cent, on the whole of a monthly base in yuan."""
    return next(Decimal(per_cent) for top, per_cent in FACTS["dues"][kind] if top is None or base <= top)


def test_the_bands_of_dues_hold_at_their_edges() -> None:
    """The upper bound belongs to the lower band, and one yuan more moves the whole base."""
    edges = {3000: "15", 3001: "30.01", 5000: "50", 5001: "75.015", 10000: "150", 10001: "200.02"}
    assert {base: rate("wage", Decimal(base)) * base / 100 for base in edges} == {
        base: Decimal(due) for base, due in edges.items()
    }


@pytest.mark.parametrize("row", ENTRIES.diagrams["dues-how-much"].model.rows, ids=lambda row: row.aspect)
def test_every_worked_sum_of_the_dues_diagram_is_exact(row: Any) -> None:
    """“6000 元交 90 元” is the base times the one rate of its band."""
    kind = "pension" if row.aspect == "离退休" else "wage"
    for base, due in re.findall(r"(\d+) 元(?:交|乘 [\d.]+% 是) ([\d.]+) 元", row.cells[-1]):
        assert rate(kind, Decimal(base)) * Decimal(base) / 100 == Decimal(due)


@pytest.mark.parametrize("slug", ["content/member-management/dues-adjustment.yml", "content/papers/dues-base-form.yml"])
def test_every_product_written_out_is_right(slug: str) -> None:
    """“6000×1.5%=90” holds, and 1.5% is the rate of 6000."""
    products = re.findall(r"(\d+)×([\d.]+)%=([\d.]+\d)", (ROOT / slug).read_text("utf-8"))
    assert products
    for base, per_cent, due in products:
        assert rate("wage", Decimal(base)) == Decimal(per_cent)
        assert Decimal(base) * Decimal(per_cent) / 100 == Decimal(due)


@pytest.mark.parametrize("fact", FACTS["calculators"], ids=lambda fact: f"{fact['calculator']}: {fact['rule']}")
def test_a_calculator_has_the_share_of_its_article(fact: dict[str, Any]) -> None:
    """The share, whether exactly the share is enough, and the article."""
    rule = getattr(ENTRIES.calculators[fact["calculator"]].model, fact["rule"])
    assert (rule.share, rule.sense) == (fact["share"], fact["sense"])
    assert set(fact["rests_on"]) <= set(rule.basis)


def test_no_share_of_a_calculator_is_left_out_here() -> None:
    """A rule that is added is written down from its regulation too."""
    entries = ENTRIES.calculators.items()
    rules = {(slug, name) for slug, entry in entries for name, value in entry.model if isinstance(value, Rule)}
    assert rules == {(fact["calculator"], fact["rule"]) for fact in FACTS["calculators"]}


@pytest.mark.parametrize("fact", FACTS["calculated"], ids=lambda fact: str(fact["procedure"]))
def test_a_step_that_needs_a_sum_offers_it(fact: dict[str, Any]) -> None:
    """Whoever counts heads, votes or money finds the calculator in the step."""
    steps = ENTRIES.procedures[fact["procedure"]].model.steps
    assert {step: steps[step].calculators for step in fact["steps"]} == fact["steps"]


@pytest.mark.parametrize(("group", "kind"), [("wage", "wage"), ("retired", "pension")])
def test_the_calculator_of_dues_has_the_bands_of_the_notice(group: str, kind: str) -> None:
    """Upper bounds and rates, band by band."""
    bands = ENTRIES.calculators["dues"].model.payers[group].bands
    assert [(band.up_to, Decimal(str(band.per_cent))) for band in bands] == [
        (top, Decimal(rate)) for top, rate in FACTS["dues"][kind]
    ]

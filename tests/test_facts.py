"""The facts that void an election or an admission stand right in the steps that rest on them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

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

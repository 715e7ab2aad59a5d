"""Every rule for every number of people from 1 to 300, against a table worked out in Python by another way."""

from typing import Any

import pytest
import yaml

from command import ROOT
from votes.reckoning import entries, fulfils, needed, work

FACTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "facts.yml").read_text("utf-8"))["calculators"]
RULES = {(fact["calculator"], fact["rule"]): (fact["share"], fact["sense"]) for fact in FACTS}
PEOPLE = range(1, 301)


def of_kind(kind: str) -> list[str]:
    """The calculators of a kind."""
    return [slug for slug, entry in entries().calculators.items() if entry.model.kind == kind]


@pytest.mark.parametrize("slug", of_kind("turnout"))
def test_a_turnout_is_enough_exactly_when_the_rule_says_so(slug: str) -> None:
    """One below the line, on it and one above: the verdict, the least number and how many are missing."""
    share, sense = RULES[slug, "rule"]
    sheets = [(full, present) for full in PEOPLE for present in near(needed(full, share, sense), full)]
    results = work(slug, [{"full": full, "present": present} for full, present in sheets])
    for (full, present), result in zip(sheets, results, strict=True):
        least = needed(full, share, sense)
        enough = fulfils(present, full, share, sense)
        expected: dict[str, Any] = {"due": full, "need": least, "verdict": "enough" if enough else "short"}
        expected["missing"] = max(0, least - present)
        assert {key: result.get(key) for key in expected} == expected, (full, present)


@pytest.mark.parametrize("slug", of_kind("decision"))
def test_a_motion_is_carried_exactly_when_the_rules_say_so(slug: str) -> None:
    """Around both lines: whether the meeting may vote, and whether the votes in favour are enough."""
    quorum, majority = RULES[slug, "quorum"], RULES[slug, "majority"]
    sheets = [
        (full, present, yes)
        for full in PEOPLE
        for present in near(needed(full, *quorum), full)
        for yes in near(needed(full, *majority), present)
    ]
    results = work(slug, [{"full": full, "present": present, "for": yes} for full, present, yes in sheets])
    for (full, present, yes), result in zip(sheets, results, strict=True):
        may, carried = fulfils(present, full, *quorum), fulfils(yes, full, *majority)
        expected: dict[str, Any] = {"need": needed(full, *quorum), "votes_need": needed(full, *majority)}
        expected["verdict"] = "carried" if may and carried else "lost" if may else "short"
        assert {key: result.get(key) for key in expected} == expected, (full, present, yes)


@pytest.mark.parametrize("slug", of_kind("slate"))
def test_a_slate_has_the_surplus_rounded_up(slug: str) -> None:
    """One candidate too few and just enough, for every number of seats."""
    share, sense = RULES[slug, "rule"]
    sheets = [(seats, seats + needed(seats, share, sense) - less) for seats in PEOPLE for less in (0, 1)]
    results = work(slug, [{"seats": seats, "candidates": candidates} for seats, candidates in sheets])
    for (seats, candidates), result in zip(sheets, results, strict=True):
        enough = fulfils(candidates - seats, seats, share, sense)
        told = (result["need"], result["verdict"], result["missing"])
        assert told == (seats + needed(seats, share, sense), "enough" if enough else "short", 0 if enough else 1)


@pytest.mark.parametrize("slug", of_kind("elected"))
def test_votes_elect_from_the_first_number_above_half(slug: str) -> None:
    """The least number of votes; one below it does not elect; those who must agree to fewer seats."""
    share, sense = RULES[slug, "majority"]
    sheets = [(due, needed(due, share, sense) - less) for due in PEOPLE for less in (0, 1)]
    results = work(slug, [{"due": due, "seats": 1, "votes-1": votes} for due, votes in sheets])
    for (due, votes), result in zip(sheets, results, strict=True):
        wins = fulfils(votes, due, share, sense)
        assert (result["need"], result["verdict"]) == (needed(due, share, sense), "full" if wins else "few")
        if not wins and (slug, "reduce") in RULES:
            assert result["reduce"] == needed(due, *RULES[slug, "reduce"])


def test_a_preliminary_ballot_lists_from_the_first_number_above_half() -> None:
    """The least number of votes puts on the list, one below it does not; nobody is cut off, however many they are."""
    share, sense = RULES["preselection", "majority"]
    sheets = [(due, needed(due, share, sense)) for due in PEOPLE]
    votes = [{"votes-1": least, "votes-2": least - 1, "votes-3": least} for _, least in sheets]
    typed = [{"due": due, "seats": 1, **own} for (due, _), own in zip(sheets, votes, strict=True)]
    for (due, least), result in zip(sheets, work("preselection", typed), strict=True):
        listed = [number for number in (1, 2, 3) if fulfils(typed[due - 1][f"votes-{number}"], due, share, sense)]
        assert (result["need"], result["listed"]) == (least, ",".join(map(str, listed))), due
        assert result["verdict"] == "many"


def test_those_rated_excellent_are_at_most_the_share_rounded_down() -> None:
    """At the limit and one above it, with and without someone in doubt."""
    rule = RULES["appraisal-quota", "rule"]
    sheets = [(full, others, needed(full, *rule) + more) for full in PEOPLE for others in (0, 2) for more in (0, 1)]
    sheets = [sheet for sheet in sheets if sheet[2] <= sheet[0] + sheet[1]]
    results = work("appraisal-quota", [{"full": a, "others": b, "chosen": c} for a, b, c in sheets])
    for (full, others, chosen), result in zip(sheets, results, strict=True):
        within, perhaps = fulfils(chosen, full, *rule), fulfils(chosen, full + others, *rule)
        assert result["verdict"] == ("within" if within else "between" if perhaps else "over"), (full, others, chosen)
        assert (result["most"], result["most_with"]) == (needed(full, *rule), needed(full + others, *rule))


def near(number: int, most: int) -> list[int]:
    """The numbers around a line that there can be."""
    return [one for one in (number - 1, number, number + 1) if 0 <= one <= most]

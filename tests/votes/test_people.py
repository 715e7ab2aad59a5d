"""Who counts, what the ballots say, who is elected: drawn at random, and by the cases that people get wrong."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from votes.reckoning import elected, entries, needed, work

LEFT_OUT = sorted(entries().calculators["election-turnout"].model.left_out)
OUT = st.dictionaries(st.sampled_from(LEFT_OUT), st.integers(0, 9))
CROWD = st.lists(
    st.tuples(st.integers(1, 60), st.integers(1, 7), st.lists(st.integers(0, 60), min_size=1, max_size=9)), min_size=30
)


def one(slug: str, **typed: Any) -> dict[str, Any]:
    """Work out one sheet; a box's name has a line for a hyphen."""
    return work(slug, [{box.replace("_", "-"): value for box, value in typed.items()}])[0]


@settings(max_examples=12, deadline=None)
@given(CROWD)
def test_who_is_elected(drawn: list[tuple[int, int, list[int]]]) -> None:
    """Winners, ties, seats left: as when each candidate is held against all the others alone."""
    sheets = [(due, seats, [min(vote, due) for vote in votes]) for due, seats, votes in drawn]
    typed = [
        {"due": due, "seats": seats, **{f"votes-{place}": vote for place, vote in enumerate(votes, 1)}}
        for due, seats, votes in sheets
    ]
    for sheet, result in zip(sheets, work("committee-elected", typed), strict=True):
        expected = elected(*sheet)
        assert {key: result.get(key) for key in expected} == expected, sheet


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40)), min_size=40))
def test_more_ballots_back_than_out_void_the_election(drawn: list[tuple[int, int, int]]) -> None:
    """As many or fewer do not; the valid and the spoilt ones must be those that came back."""
    typed = [{"issued": out, "returned": back, "valid": good, "spoilt": 1} for out, back, good in drawn]
    for (out, back, good), result in zip(drawn, work("ballots", typed), strict=True):
        if back > out:
            assert (result["verdict"], result["more"]) == ("void", back - out)
        elif good + 1 != back:
            assert result["wrong"] == "sum-wrong"
        else:
            assert (result["verdict"], result["fewer"]) == ("valid", out - back)


@settings(max_examples=40, deadline=None)
@given(st.integers(60, 120), OUT, st.booleans())
def test_who_is_left_out_and_on_what_ground(full: int, out: dict[str, int], agreed: bool) -> None:
    """Without a vote: never counted. By consent: only once agreed. In doubt: both numbers are told until agreed."""
    grounds = {slug: rule.ground for slug, rule in entries().calculators["election-turnout"].model.left_out.items()}

    def of(ground: str) -> int:
        return sum(number for slug, number in out.items() if grounds[slug] == ground)

    typed = {"full": full, "agreed": "yes" if agreed else "", **{f"out-{slug}": n for slug, n in out.items()}}
    result = work("election-turnout", [typed])[0]
    due = full - of("no-right") - of("unsure") - (of("consent") if agreed else 0)
    if of("no-right") + of("unsure") + of("consent") > full:
        assert result["wrong"] == "out-over"
        return
    strict = due if agreed else due + of("unsure")
    if due:
        told = (result["due"], result["need"], result["strict_need"])
        assert told == (due, needed(due, "4/5", "at-least"), needed(strict, "4/5", "at-least"))
        assert ("strict" in result["said"]) == (strict != due)
        assert ("unagreed" in result["said"]) == (of("consent") > 0 and not agreed)


def test_enough_by_one_reading_only_is_not_called_enough() -> None:
    """11 full members, one on probation within the Party: 8 of 10 would do, of 11 it takes 9."""
    assert one("election-turnout", full=11, out_watched=1, present=8)["verdict"] == "unsure"
    assert one("election-turnout", full=11, out_watched=1, present=8, agreed="yes")["verdict"] == "enough"
    assert one("election-turnout", full=11, out_watched=1, present=9)["verdict"] == "enough"


def test_written_opinions_count_as_votes_and_never_as_people_present() -> None:
    """Admission: they do. Regularization: only once the superior has said so."""
    meeting = {"full": 20, "present": 11, "for": 10, "against": 1}
    assert one("admission-vote", **meeting, written_for=1)["verdict"] == "carried"
    assert one("admission-vote", **meeting)["verdict"] == "lost"
    assert one("admission-vote", full=20, present=10, written_for=10)["verdict"] == "short"
    assert one("regularization-vote", **meeting, written_for=1)["verdict"] == "lost"
    assert one("regularization-vote", **meeting, written_for=1, agreed_written="yes")["verdict"] == "carried"
    assert one("admission-vote", full=20, present=11, written_for=10)["wrong"] == "written-over"


def test_a_second_vote_among_those_who_tied_goes_to_the_most_votes() -> None:
    """Without any share; a tie once more is told and not decided."""
    again = {"due": 23, "seats": 1, "again": "yes"}
    assert one("committee-elected", **again, votes_1=9, votes_2=8)["elected"] == "1"
    told = one("committee-elected", **again, votes_1=9, votes_2=9, votes_3=2)
    assert (told["verdict"], told["tied"]) == ("tie", "1,2")


@pytest.mark.parametrize(
    ("slug", "typed", "wrong"),
    [
        ("election-turnout", {"full": "十四"}, "not-whole"),
        ("election-turnout", {"full": "14.5"}, "not-whole"),
        ("election-turnout", {"full": "-3"}, "below-zero"),
        ("election-turnout", {"full": "9" * 12}, "too-large"),
        ("election-turnout", {"full": "9" * 400}, "not-whole"),
        ("election-turnout", {"full": "0", "present": "0"}, "nobody"),
        ("election-turnout", {"full": "14", "present": "15"}, "present-over"),
        ("assembly-vote", {"full": "10", "present": "8", "for": "8", "against": "1"}, "cast-over"),
        ("committee-slate", {"seats": "0"}, "no-seat"),
        ("committee-elected", {"due": "20", "seats": "3", "valid": "21", "votes-1": "1"}, "valid-over"),
        ("committee-elected", {"due": "20", "seats": "3", "valid": "18", "votes-1": "19"}, "votes-over-valid"),
        ("committee-elected", {"due": "20", "seats": "1", "valid": "18", "votes-1": "10", "votes-2": "9"}, "votes-sum"),
        ("appraisal-quota", {"full": "5", "chosen": "6"}, "chosen-over"),
        ("dues", {"payer": "wage", "income": "6000.001"}, "not-money"),
        ("dues", {"payer": "wage", "income": "六千"}, "not-money"),
    ],
)
def test_what_cannot_be_is_told_at_its_box(slug: str, typed: dict[str, str], wrong: str) -> None:
    """No verdict then, and the box is named."""
    result = work(slug, [typed])[0]
    assert (result["verdict"], result["wrong"]) == ("wrong", wrong)
    assert result["fields"]


@pytest.mark.parametrize("typed", ["14", "１４", " 14 ", "14人", "１４ 人", "0014"])
def test_numbers_are_read_as_people_write_them(typed: str) -> None:
    """Full-width digits, blanks around, a measure word behind."""
    assert one("election-turnout", full=typed)["due"] == 14

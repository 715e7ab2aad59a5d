"""What a reader types of the own branch is taken in kindly, and what is kept is never trusted."""

from collections.abc import Iterator

import pytest

from fitting.engine import Rules

EMPTY = {
    "unit": "",
    "branch": "",
    "name": "",
    "full": None,
    "probationary": None,
    "committee": None,
    "superior": "",
    "termEnd": "",
    "groups": None,
}


@pytest.fixture(scope="module")
def rules() -> Iterator[Rules]:
    """The browser's own rules."""
    made = Rules()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("full", "１２", 12),
        ("full", " 7 人", 7),
        ("full", "0", 0),
        ("full", "", None),
        ("groups", "3个", 3),
        ("committee", "no", False),
        ("committee", "", None),
        ("termEnd", "２０２７年６月３０日", "2027-06-30"),
        ("termEnd", "2028/2/29", "2028-02-29"),
        ("name", "  𠮷㛃䶮支部 ", "𠮷㛃䶮支部"),
        ("name", "第３支部", "第３支部"),
        ("name", "名" * 60, "名" * 60),
        ("name", "𠮷" * 60, "𠮷" * 60),
        ("unit", "soe", "soe"),
        ("branch", "temporary", "temporary"),
    ],
)
def test_what_is_typed_is_taken_in(rules: Rules, field: str, typed: str, taken: object) -> None:
    """Full-width digits count, words behind a number do not, and rare characters stay as they are."""
    assert rules.take({field: typed}, ["soe"]) == {"profile": {**EMPTY, field: taken}, "faults": {}}


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        ("full", "七", "number"),
        ("full", "-1", "number"),
        ("full", "3.5", "number"),
        ("full", "1e3", "number"),
        ("full", "1001", "many"),
        ("full", "9" * 10_000, "many"),
        ("name", "长" * 61, "long"),
        ("name", "长" * 10_000, "long"),
        ("superior", "a\u202eb", "control"),
        ("name", "行\n行", "control"),
        ("termEnd", "2027-02-29", "day"),
        ("termEnd", "明年", "day"),
        ("unit", "bank", "choice"),
        ("branch", "__proto__", "choice"),
        ("committee", "toString", "choice"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_left_empty(rules: Rules, field: str, typed: str, fault: str) -> None:
    """The other fields are taken all the same."""
    found = rules.take({field: typed, "probationary": "2"}, ["soe"])
    assert found == {"profile": {**EMPTY, "probationary": 2}, "faults": {field: fault}}


@pytest.mark.parametrize("text", ["", "null", "[]", "7", '"x"', "{", '{"full":'])
def test_what_is_no_profile_is_none(rules: Rules, text: str) -> None:
    """A damaged text is not half a profile."""
    assert rules.parse(text) is None


def test_what_does_not_belong_in_a_profile_is_left_out(rules: Rules) -> None:
    """Wrong kinds, unknown fields, a unit type that this edition does not know."""
    wrong = '"full":"x","groups":{},"committee":1,"name":["a"],"unit":"gone","more":1,"__proto__":{"full":9}'
    kept = f'{{{wrong},"probationary":3}}'
    assert rules.parse(kept, ["soe"]) == {**EMPTY, "probationary": 3}


def test_a_profile_comes_back_from_the_editor_as_it_was(rules: Rules) -> None:
    """Nothing is changed by looking at it."""
    whole = {"unit": "soe", "branch": "joint", "name": "𠮷支部", "full": 7, "probationary": 0}
    profile = {**EMPTY, **whole, "committee": False, "superior": "党委", "termEnd": "2027-06-30", "groups": 0}
    assert rules.again(profile) == profile
    assert not rules.blank(profile) and rules.blank({**EMPTY, "name": "支部"})

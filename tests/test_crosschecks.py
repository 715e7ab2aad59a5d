"""What must hold between papers, held at its boundary: one vote, one day or one name decides."""

import json

import pytest

from documents import packs, views
from handbook.filling import asked
from handbook.views.document import DocumentView


def values_of(typed: str) -> dict[str, dict[str, str]]:
    """Read ``paper.field=value`` pairs with blanks between them."""
    values: dict[str, dict[str, str]] = {}
    for pair in typed.split():
        place, _, value = pair.partition("=")
        paper, _, name = place.partition(".")
        values.setdefault(paper, {})[name] = value
    return values


def problems(slug: str, typed: str) -> list[str]:
    """The rules of a procedure that do not hold for what was typed."""
    pack = packs()[slug]
    papers = [{"slug": paper, "fields": json.loads(json.dumps(_fields(views()[paper])))} for paper in pack.papers]
    found = asked("handbookChecks", {"checks": list(pack.checks), "papers": papers, "values": values_of(typed)})
    return [pack.checks[place]["rule"] for place in found]


def _fields(view: DocumentView) -> dict[str, dict[str, str]]:
    return {name: {"kind": field.kind, "label": field.label} for name, field in view.fields.items()}


CASES = (
    ("branch-election", "election-request.seats=5 election-request.candidates=6", "5", "不少于应选人数的 20%"),
    ("branch-election", "election-request.seats=6 election-request.candidates=8", "7", "不少于应选人数的 20%"),
    ("branch-election", "voter-check.eligible=23 voter-check.present=19", "18", "五分之四"),
    ("branch-election", "count-sheet.eligible=24 count-sheet.minimum-votes=13", "12", "超过"),
    ("branch-election", "count-sheet.returned=21 count-sheet.valid=20 count-sheet.invalid=1", "0", "有效票加无效票"),
    ("branch-election", "count-sheet.issued=21 count-sheet.returned=21", "２２", "不多于发出"),
    (
        "branch-election",
        "count-sheet.elected=甲、乙 election-result-report.members-elected=乙，甲",
        "甲、丙",
        "当选的人",
    ),
    (
        "branch-election",
        "election-request.sign-on=2026-11-25 election-reply.sign-on=2026年11月25日",
        "2026-11-24",
        "依次往后",
    ),
    ("admit-probationary", "admission-request.eligible=20 admission-request.for=11", "10", "赞成人数超过"),
    (
        "regularization",
        "regularization-request.end=2027-06-30 regularization-request.meeting-on=2027-06-30",
        "2027-06-29",
        "依次往后",
    ),
    ("democratic-appraisal", "appraisal-plan.total=27 appraisal-plan.max-good=9", "10", "三分之一"),
    ("dues-collection", "dues-ledger.paid-count=21 dues-remittance.count=21", "20", "实交的人数一样"),
    (
        "transfer-relations",
        "transfer-chase-letter.issued-on=2027-03-01 transfer-chase-letter.date=2027-03-01",
        "2027-02-28",
        "依次往后",
    ),
    (
        "disciplinary-action",
        "decision-delivery-record.deadline=2027-02-28 decision-delivery-record.announced-on=2027-02-28",
        "2027-03-01",
        "最迟宣布日期",
    ),
)


@pytest.mark.parametrize(("slug", "right", "last", "rule"), CASES, ids=lambda part: part[:40])
def test_a_check_holds_at_its_boundary_and_breaks_beyond_it(slug: str, right: str, last: str, rule: str) -> None:
    """The last value is the one that breaks the rule."""
    wrong = right.rpartition("=")[0] + "=" + last
    assert not [said for said in problems(slug, right) if rule in said]
    assert [said for said in problems(slug, wrong) if rule in said]


def test_what_is_not_filled_in_is_not_judged() -> None:
    """A new case breaks no rule."""
    assert {slug for slug in ("branch-election", "regularization") if problems(slug, "")} == set()


def test_facts_are_shared_where_they_are_the_same_thing() -> None:
    """The branch everywhere; the day of the assembly; but not the committee's meeting, nor what only sounds alike."""
    facts = {place: fact for fact in packs()["branch-election"].facts for place in fact["fields"]}
    branch = facts["election-request.branch"]
    assert branch["profile"] == "name" and "assembly-minutes.branch" in branch["fields"]
    assert facts["election-request.meeting-on"]["date"] == "meeting-day"
    assert facts["member-roster.full"]["profile"] == facts["election-request.full-count"]["profile"] == "full"
    assert facts["election-request.meeting-on"] is facts["sign-in-sheet.date"]
    assert "committee-minutes.place" not in facts["assembly-minutes.place"]["fields"]
    assert "election-request.sign-on" not in facts
    names = [fact["name"] for pack in packs().values() for fact in pack.facts if pack.slug == "branch-election"]
    assert len(names) == len(set(names))

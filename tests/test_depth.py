"""Every released procedure is as deep as the measure says, and the handbook holds what was promised."""

from pathlib import Path

import pytest
import yaml

from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import check
from handbook.stages.linking import Handbook, link
from handbook.stages.reading import read

ROOT = Path(__file__).parent.parent


def released() -> Handbook:
    """The real handbook as readers get it."""
    handbook = link(check(read(Settings.at(ROOT), Report()), Report()), Report())
    assert handbook is not None
    return handbook


HANDBOOK = released()


@pytest.mark.parametrize("slug", HANDBOOK.procedures)
def test_a_procedure_has_what_a_secretary_and_a_trainer_need(slug: str) -> None:
    """Tips, mistakes, questions as people ask them, discussion, notes, a flow of readable size."""
    model = HANDBOOK.procedures[slug].model
    assert len(model.hints) >= 3
    assert len(model.pitfalls) >= 2
    assert len([question for question in model.questions if len(question.ask) >= 3]) >= 5
    assert all(len(question.answer) <= 60 for question in model.questions)
    assert len(model.discussion) >= 2
    assert len(model.also) >= 5
    assert 5 <= len(HANDBOOK.flows[slug].model.nodes) <= 15
    assert any(node.kind == "decision" for node in HANDBOOK.flows[slug].model.nodes.values())


def test_the_chapters_hold_the_procedures_of_the_catalog() -> None:
    """Three chapters are released whole: 14, 11 and 10 procedures."""
    chapters = [entry.chapter for entry in HANDBOOK.procedures.values()]
    expected = {"branch-building": 14, "branch-life": 11, "membership-development": 10}
    assert {name: chapters.count(name) for name in expected} == expected


def test_the_registry_and_the_rooms_are_full() -> None:
    """29 regulations of the digest and the superseded ones, papers, diagrams, cases, terms."""
    superseded = [slug for slug, entry in HANDBOOK.regulations.items() if entry.model.status == "superseded"]
    assert len(HANDBOOK.regulations) - len(superseded) >= 29
    assert {"election-1990", "discipline-2018", "unqualified-member-old"} <= set(superseded)
    assert len(HANDBOOK.papers) >= 45
    assert len(HANDBOOK.diagrams) >= 21
    assert len(HANDBOOK.cases) >= 10
    assert len(HANDBOOK.terms) >= 100


def test_names_and_addresses_of_the_handbook_file_are_those_of_the_files() -> None:
    """The handbook file lists every released procedure, so that none stands at the end by accident."""
    listed = yaml.safe_load((ROOT / "content" / "handbook.yml").read_text("utf-8"))["chapters"]
    for entry in HANDBOOK.procedures.values():
        assert entry.slug in listed[entry.chapter]["procedures"]

"""Two editions differ in exactly what was changed, a changed number is a headline and a comma is not."""

import copy
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from handbook.editions import Snapshot, code_of, differences, from_bytes, named, said, to_bytes
from handbook.editions.differing import WORKED
from handbook.editions.naming import MODELS, _models_of
from handbook.editions.weighing import ACTED_ON, SEARCHED, UPKEEP
from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.reviewing import due_for_review, following, resting_on
from handbook.settings import Settings
from handbook.stages.linking import Handbook

ROOT = Path(__file__).parents[1]
CHINESE = re.compile("[\u4e00-\u9fff]")
OTHERWISE = UPKEEP | ACTED_ON | SEARCHED
"""Fields that weigh the same whatever is changed in them."""
MINIMAL = ROOT / "tests" / "sites" / "minimal"


def handbook_at(folder: Path) -> Handbook:
    """Read a handbook that has no problems."""
    handbook = check_handbook(Settings.at(folder), Report())
    assert handbook is not None
    return handbook


@pytest.fixture(scope="module")
def real() -> Handbook:
    """The handbook itself."""
    return handbook_at(ROOT)


def leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every single value."""
    if isinstance(data, (dict, list)):
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from leaves(data[key], (*path, key))
    else:
        yield path


def holders(data: Any, models: list[type[BaseModel]], path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, Any, Any]]:
    """Give every part of an entry that is told by a model: the way to it, the part and the model."""
    if isinstance(data, dict):
        own = max(models, key=lambda model: len(model.model_fields.keys() & data.keys()), default=None)
        if own is not None and data.keys() <= own.model_fields.keys():
            yield path, data, own
            for key, value in data.items():
                yield from holders(value, _models_of(own.model_fields[key].annotation), (*path, key))
            return
    if isinstance(data, (dict, list)):
        for key in data if isinstance(data, dict) else range(len(data)):
            yield from holders(data[key], models, (*path, key))


def places(edition: Snapshot) -> dict[tuple[str, str, str], tuple[str, Any]]:
    """For every field of every model that the entries of a kind use: an entry and the way to it."""
    found: dict[tuple[str, str, str], tuple[str, Any]] = {}
    for kind, group in edition.entries.items():
        for slug, entry in sorted(group.items(), key=lambda each: len(str(each[1]))):
            for path, data, model in holders(entry, _models_of(MODELS[kind])):
                for field in model.model_fields:
                    key = (kind, model.__name__, field)
                    if key not in found or (field in data and found[key][1][1] is None):
                        found[key] = (slug, ((*path, field), data.get(field)))
    return found


def changed(edition: Snapshot, kind: str, slug: str, path: tuple[Any, ...], value: Any = None) -> Snapshot:
    """The edition with one value made another; without a value, with something of its own kind in its place."""
    entries = {**edition.entries, kind: {**edition.entries[kind], slug: copy.deepcopy(edition.entries[kind][slug])}}
    holder: Any = entries[kind][slug]
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value if value is not None else other(holder[path[-1]])
    return Snapshot("2", "2027-01-01", entries)


def other(value: Any) -> Any:
    """Something else of the same kind; of what is put together, a piece less or more."""
    if isinstance(value, (list, dict)):
        return [*value, "另写的"] if isinstance(value, list) else {**value, "another": "另写的"}
    return not value if isinstance(value, bool) else value + 1 if isinstance(value, (int, float)) else f"{value}甲"


def fields_of(models: list[type[BaseModel]], seen: set[type[BaseModel]]) -> set[tuple[str, str]]:
    """All fields of some models and of those they hold."""
    found: set[tuple[str, str]] = set()
    for model in set(models) - seen:
        seen.add(model)
        for name, field in model.model_fields.items():
            found |= {(model.__name__, name)} | fields_of(_models_of(field.annotation), seen)
    return found


def test_nine_of_ten_fields_of_the_model_changed_alone_are_the_one_difference_told(real: Handbook) -> None:
    """Each field that the handbook's kinds have is changed, or written where it was not: that is told, in words."""
    found = places(real.edition)
    every = {(kind, *field) for kind, model in MODELS.items() for field in fields_of(_models_of(model), set())}
    assert len(found.keys() & every) > 0.9 * len(every), sorted(every - found.keys())
    for (kind, _, _), (slug, (path, value)) in found.items():
        entry = real.edition.entries[kind][slug]
        old = Snapshot("1", "2026-11-21", {**real.edition.entries, kind: {slug: entry}})
        (told,) = differences(old, changed(old, kind, slug, path, "另写的" if value is None else other(value)))
        assert (told.kind, told.slug, told.path[: len(path)]) == (kind, slug, path)
        assert all(re.search(r"[\u4e00-\u9fff]|^\d+$|^“", word) for word in named(kind, slug, path, old.entries)), path
        assert said(kind, slug, path, told.after, old.entries), path


def test_a_comma_is_wording_in_every_text_of_the_model(real: Handbook) -> None:
    """And a number in it is what matters, wherever an entry says something in a sentence."""
    for (kind, _, field), (slug, (path, value)) in places(real.edition).items():
        if isinstance(value, str) and len(value) > 8 and CHINESE.search(value) and field not in OTHERWISE:
            entry = real.edition.entries[kind][slug]
            old = Snapshot("1", "2026-11-21", {kind: {slug: entry}})
            (comma,) = differences(old, changed(old, kind, slug, path, f"{value[:4]}，{value[4:]}"))
            (number,) = differences(old, changed(old, kind, slug, path, f"{value}不少于 3 人"))
            assert comma.weight == "wording", path
            assert number.weight == "headline" or path[0] in WORKED or comma.kind == "synonyms", path


@pytest.mark.sweep
def test_every_value_changed_alone_is_the_one_difference_told(real: Handbook) -> None:
    """Of the largest entry of each kind every value is changed in turn: that place is told, no other."""
    for kind, group in real.edition.entries.items():
        slug = max(group, key=lambda name: len(json.dumps(group[name])))
        edition = Snapshot("1", "2026-11-21", {kind: {slug: group[slug]}})
        ways = list(leaves(group[slug]))
        for path in ways if len(ways) < 1500 else random.Random(8).sample(ways, 1500):
            found = differences(edition, changed(edition, kind, slug, path))
            assert [(each.kind, each.slug, each.path) for each in found] == [(kind, slug, path)]


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        ("到会不少于五分之四。", "到会不少于三分之二。", "headline"),
        ("提前 3 天通知", "提前 5 天通知", "headline"),
        ("应当报批", "可以报批", "headline"),
        ("先点人数，再开会。", "先点人数、再开会", "wording"),
        ("先点人数，再开会。", "先清点人数，再开会。", "wording"),
        ("先点人数，再开会。", "请上级派人到场指导并作记录。", "detail"),
    ],
)
def test_a_change_weighs_what_it_means(before: str, after: str, weight: str, real: Handbook) -> None:
    """Numbers, shares and ruling words are headlines; commas and synonyms are wording."""
    path = ("records", 0)
    old = changed(real.edition, "procedure", "branch-election", path, before)
    new = changed(real.edition, "procedure", "branch-election", path, after)
    assert [each.weight for each in differences(old, new)] == [weight]


def test_what_people_act_on_is_a_headline(real: Handbook) -> None:
    """A deadline's length, a duty, an approving body, a way in the flow, a step that came or went."""
    edition = real.edition
    step = next(iter(edition.entries["procedure"]["branch-election"]["steps"]))
    one = changed(edition, "procedure", "branch-election", ("steps", step, "duty"), "may")
    assert [each.weight for each in differences(edition, one)] == ["headline"]
    gone = copy.deepcopy(edition.entries)
    del gone["procedure"]["branch-election"]["steps"][step]
    found = differences(edition, Snapshot("2", "2027-01-01", gone))
    assert [(each.path, each.weight, each.after) for each in found] == [(("steps", step), "headline", None)]
    assert {
        each.weight for each in differences(edition, changed(edition, "procedure", "branch-election", ("reviewed",)))
    } == {"upkeep"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("甲乙丙丁", min_size=1, max_size=6), max_size=6),
    st.lists(st.text("甲乙丙丁", min_size=1, max_size=6), max_size=6),
)
def test_no_change_is_lost(old: list[str], new: list[str]) -> None:
    """Equal lists have no difference, others at least one."""
    editions = [
        Snapshot(str(n), "", {"case": {"one": {"title": "案例", "results": each}}}) for n, each in enumerate((old, new))
    ]
    assert bool(differences(*editions)) == (old != new)


def test_a_snapshot_comes_back_the_same_and_is_the_same_bytes(real: Handbook) -> None:
    """What is kept is what was read, on every machine alike; a code tells any change."""
    edition = real.edition
    assert to_bytes(edition) == to_bytes(real.edition)
    assert differences(edition, from_bytes(to_bytes(edition))) == []
    entry = edition.entries["procedure"]["branch-election"]
    assert code_of(entry) == code_of(copy.deepcopy(entry)) != code_of({**entry, "title": "换届"})
    for damaged in (b"", b"\x1f\x8b", to_bytes(edition)[:-40], b"{}"):
        with pytest.raises(ValueError, match="snapshot"):
            from_bytes(damaged)


def test_what_rests_on_an_article_is_found_and_due_when_it_changes(real: Handbook) -> None:
    """The reverse of the citations; a day after its date everything is due."""
    found = resting_on(real, "election-2020 第十九条")
    assert found is not None
    assert ("procedure", "branch-election", "换届-08") in {(each.kind, each.slug, each.place) for each in found}
    assert {each.kind for each in found} >= {"procedure", "diagram"}
    assert resting_on(real, "election-2020 第九百条") is None
    assert {each.kind for each in found} >= {"procedure", "diagram", "paper", "calculator", "term"}
    assert any("问答" in each.place for each in found)
    after = following(real, found)
    assert ("procedure", "补选-09") in {(each.kind, each.place) for each in after}  # it works out who is elected
    assert {each.place for each in after if each.kind == "deck"} >= {"present/branch-election.html"}
    assert {each.slug for each in after if each.kind == "run"} == {"term", "membership"}
    assert {each.kind for each in after} >= {"course", "calendar"} and not {*after} & {*found}
    assert len(due_for_review(real, date(2100, 1, 1), date(2100, 1, 1))) >= len(real.procedures) + len(real.papers)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in the smallest handbook."""
    command = [sys.executable, "-c", "from handbook.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=MINIMAL, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_commands_keep_their_exit_codes() -> None:
    """Nothing due is 0, something due 1, a wrong call 2 in words and without a traceback."""
    assert run("review", "--on", "2026-01-01").returncode == 0
    assert run("review", "--on", "2099-01-01").returncode == 1
    for wrong in (
        ("review", "--article", "none 第一条"),
        ("diff", "nowhere", "."),
        ("diff", "site_config.yml.gz", "."),
    ):
        result = run(*wrong)
        assert result.returncode == 2 and "Traceback" not in result.stderr and result.stderr
    assert json.loads(run("diff", ".", ".", "--json").stdout) == []

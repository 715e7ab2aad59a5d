"""What a page shows a branch is what the authors' conditions say, for every kind of branch there may be."""

import json
import posixpath
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from fitting.engine import Rules
from fitting.pages import Marked, marked
from fitting.rules import CHAPTERS, Conditions, Profile, conditions, entries, flow, grid, parts, reason

NUMBERS: list[int | None] = [None, *range(2, 61)]
FEW: list[int | None] = [None, 2, 3, 6, 7, 8, 60]
ENTRIES = {"procedure": entries("procedures"), "paper": entries("papers"), "form": entries("forms")}
FACTS = ("committee", "groups", "members", "probationary", "units", "branches", "why")
ONLYS = {
    f"{kind} {slug}": conditions(entry.get("only")) for kind, own in ENTRIES.items() for slug, entry in own.items()
}


@pytest.fixture(scope="module")
def rules() -> Iterator[Rules]:
    """The browser's own rule."""
    made = Rules()
    yield made
    made.close()


def address(kind: str, slug: str) -> str:
    """Give the address of an entry's page."""
    return f"{CHAPTERS[slug] if kind == 'procedure' else kind + 's'}/{slug}.html"


ADDRESSES = {address(kind, slug): f"{kind} {slug}" for kind, own in ENTRIES.items() for slug in own}


def plain(several: Any) -> Conditions:
    """Give conditions without what only explains them."""
    return [{key: each[key] for key in FACTS if key in each} for each in several]


def own_parts(page: list[Marked]) -> list[Marked]:
    """The parts of a page itself: not the links to other entries."""
    return [part for part in page if part.tag != "a"]


def test_every_page_carries_the_conditions_of_its_author(site: Path) -> None:
    """Of the entry as a whole, of each step, deadline and question, and of nothing else."""
    for name, key in ADDRESSES.items():
        kind, slug = key.split()
        whole = [("page", plain(ONLYS[key]))] if ONLYS[key] else []
        inside = parts(slug, ENTRIES[kind][slug]) if kind == "procedure" else []
        wanted = whole + [(what, plain(several)) for what, several in inside]
        told = [
            (each.what if each.hook != "fit" else "page", plain(each.only)) for each in own_parts(marked(site / name))
        ]
        assert told == wanted, name


def test_every_link_carries_the_conditions_of_the_entry_it_opens(site: Path) -> None:
    """On the lists, the chapters' pages and the home page, and wherever an entry names others."""
    seen = 0
    lists = [
        "index.html",
        "papers/index.html",
        "forms/index.html",
        *sorted({f"{each}/index.html" for each in CHAPTERS.values()}),
    ]
    for name in [*ADDRESSES, *(each for each in lists if (site / each).is_file())]:
        for link in (part for part in marked(site / name) if part.tag == "a"):
            opened = posixpath.normpath(posixpath.join(posixpath.dirname(name), link.href))
            assert plain(link.only) == plain(ONLYS[ADDRESSES[opened]]), (name, link.href)
            seen += 1
    assert seen > 200


def test_each_hidden_part_is_told_its_reason_and_the_rule_it_rests_on(site: Path) -> None:
    """A condition that rests on an article names it beside the reason."""
    for name, key in ADDRESSES.items():
        kind, slug = key.split()
        inside = parts(slug, ENTRIES[kind][slug]) if kind == "procedure" else []
        rested = {
            each["why"]
            for several in (ONLYS[key], *(own for _, own in inside))
            for each in several
            if each.get("basis")
        }
        for each in (each for part in own_parts(marked(site / name)) for each in part.only):
            assert ("《" in each.get("rule", "")) == (each["why"] in rested), name


def different(site: Path) -> list[Any]:
    """Give all conditions that the built pages carry, each once."""
    return [
        json.loads(text)
        for text in {json.dumps(part.only, ensure_ascii=False) for name in ADDRESSES for part in marked(site / name)}
    ]


def hold(rules: Rules, onlys: list[Any], profiles: Iterator[Profile]) -> int:
    """Hold the browser's rule against the tests' own for made branches; gives how often something was hidden."""
    hidden = 0
    while some := list(islice(profiles, 20_000)):
        found = rules.weigh(onlys, some)
        for profile, reasons in zip(some, found, strict=True):
            wanted = [reason(only, profile) for only in onlys]
            assert reasons == wanted, profile
            hidden += sum(each is not None for each in wanted)
    return hidden


def test_the_browser_hides_exactly_what_the_conditions_say(site: Path, rules: Rules) -> None:
    """For branches of 2 to 60 full members of each unit type and each kind, with all they may leave untold."""
    onlys = different(site)
    assert len(onlys) > 12
    assert hold(rules, onlys, grid(FEW, crossed=False)) > 1000


@pytest.mark.sweep
def test_the_browser_hides_exactly_what_the_conditions_say_on_the_whole_grid(site: Path, rules: Rules) -> None:
    """The same for every number and every pair of unit type and kind of branch."""
    assert hold(rules, different(site), grid(NUMBERS, crossed=True)) > 100_000


def test_what_is_not_told_hides_nothing(site: Path, rules: Rules) -> None:
    """An empty profile, and one that holds only a name."""
    nothing = next(grid([None], crossed=False))
    assert rules.blank(nothing)
    for profile in (nothing, {**nothing, "name": "样例支部", "superior": "样例党委", "termEnd": "2027-06-30"}):
        assert set(rules.weigh(different(site), [profile])[0]) == {None}


@pytest.mark.parametrize("slug", [slug for slug, entry in ENTRIES["procedure"].items() if parts(slug, entry)])
def test_every_branch_has_a_way_through_what_it_is_shown(slug: str) -> None:
    """Each shown step is reached from the start without a hidden one, and leads to an end."""
    procedure, nodes = ENTRIES["procedure"][slug], flow(slug)
    arrows = [(id_, to) for id_, node in nodes.items() for to in _next(node)]
    steps = {id_: conditions(step.get("only")) for id_, step in procedure["steps"].items()}
    fitting = (each for each in grid(FEW, crossed=False) if reason(ONLYS[f"procedure {slug}"], each) is None)
    start = next(id_ for id_, node in nodes.items() if node["kind"] == "start")
    ends = {id_ for id_, node in nodes.items() if node["kind"] == "end"}
    for hidden in {frozenset(id_ for id_, own in steps.items() if own and reason(own, each)) for each in fitting}:
        graph: nx.DiGraph[Any] = nx.DiGraph([(a, b) for a, b in arrows if not {a, b} & hidden])
        shown = set(nodes) - hidden - ends
        assert shown <= {start, *nx.descendants(graph, start)}, hidden
        assert all(ends & nx.descendants(graph, id_) for id_ in shown), hidden


def _next(node: dict[str, Any]) -> list[str]:
    to = node.get("next") or []
    return list(to.values()) if isinstance(to, dict) else [to] if isinstance(to, str) else to


def test_a_branch_that_elects_has_one_procedure_for_it() -> None:
    """Of the two elections exactly one is for a branch whose number of full members is known."""
    both = [ONLYS["procedure branch-election"], ONLYS["procedure small-branch-election"]]
    for profile in grid(NUMBERS[1:], crossed=False):
        shown = [reason(each, profile) is None for each in both]
        assert shown.count(True) == (0 if profile["branch"] == "temporary" else 1), profile
        assert profile["branch"] == "temporary" or shown[0] == (profile["full"] >= 7)

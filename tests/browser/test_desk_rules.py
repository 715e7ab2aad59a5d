"""The desk against the authors' own YAML, all procedures: what is to be filed, and what can be done when."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import yaml
from playwright.sync_api import Page

from browser.deskpage import STATES

ROOT = Path(__file__).parents[2]
FLOWS = {path.stem: yaml.safe_load(path.read_text("utf-8"))["nodes"] for path in (ROOT / "flows").glob("*.yml")}
PROCEDURES = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in (ROOT / "content").glob("*/*.yml")
    if path.stem in FLOWS
}
SAMPLE = ("branch-election", "admit-probationary", "democratic-appraisal", "dues-collection")
FILED = """(slug) => document.querySelector('.hb-desk__title').textContent === slug &&
  document.querySelector('.hb-archive-list')"""
LISTED = "(id) => document.querySelector(`[data-hb=desk-last] a[href^='#case=${id}&']`)"


def case_of(slug: str, steps: dict[str, Any], number: int = 0) -> dict[str, Any]:
    """A case as the desk keeps it."""
    own = {"id": f"c-{slug}-{number}", "procedure": slug, "edition": "", "title": slug, "begun": "", "dates": {}}
    return {**own, "steps": steps, "facts": {}, "papers": {}, "archive": {}, "filed": ""}


def put(page: Page, cases: list[dict[str, Any]]) -> None:
    """Keep cases and load the desk anew."""
    texts = {f"hb-desk:case:{own['id']}": {"text": json.dumps(own), "time": "", "mark": "1"} for own in cases}
    page.evaluate(
        "(texts) => Object.entries(texts).forEach(([name, one]) => localStorage.setItem(name, JSON.stringify(one)))",
        texts,
    )
    page.reload()


def to_file(procedure: dict[str, Any]) -> set[str]:
    """The papers that the steps produce and the archive's list names, and what it names without a paper."""
    made = {paper for step in procedure["steps"].values() for paper in step.get("papers", {}).get("makes", [])}
    listed = {paper for item in procedure["archive"] for paper in item.get("papers", [])}
    bare = {f"={item['what']}" for item in procedure["archive"] if not item.get("papers")}
    return made | listed | bare


def test_the_archive_list_is_what_steps_produce_and_the_list_names(
    open_page: Callable[..., Page], file_address: str
) -> None:
    """For every procedure of the handbook, each thing once."""
    page = open_page(f"{file_address}desk.html", reduced_motion="reduce")
    assert len(PROCEDURES) >= 70
    cases = {slug: case_of(slug, {}) for slug in PROCEDURES}
    put(page, list(cases.values()))
    for slug, own in cases.items():
        page.evaluate("(hash) => { location.hash = hash; }", f"#case={own['id']}&tab=archive")
        page.wait_for_function(FILED, arg=slug)
        rows = page.locator("[data-hb=desk-archive] input").evaluate_all("all => all.map((one) => one.dataset.key)")
        assert len(rows) == len(set(rows)), slug
        assert set(rows) == to_file(PROCEDURES[slug]), slug


def ways(node: dict[str, Any]) -> dict[str, str]:
    """The ways out of a node by their answers."""
    out = node.get("next") or {}
    return {"": out} if isinstance(out, str) else out


def leads_back(slug: str, id_: str, to: str) -> bool:
    """Whether an answer only leads round to its decision again: up the flow, or down a way with no other end."""
    nodes = FLOWS[slug]
    graph: nx.DiGraph[str] = nx.DiGraph([(one, end) for one, node in nodes.items() for end in ways(node).values()])
    if not nx.has_path(graph, to, id_):
        return False
    if list(nodes).index(to) <= list(nodes).index(id_):
        return True
    graph.remove_node(id_)
    return not any(nodes[one]["kind"] == "end" for one in nx.descendants(graph, to) | {to})


def expected(slug: str, steps: dict[str, Any]) -> dict[str, str]:
    """What each step's status must be: from the flow as a graph, with the ways not chosen cut out of it."""
    nodes, said = FLOWS[slug], PROCEDURES[slug]["steps"]
    start = next(id_ for id_, node in nodes.items() if node["kind"] == "start")
    chosen: nx.DiGraph[str] = nx.DiGraph([(start, start)])
    walked: nx.DiGraph[str] = nx.DiGraph([(start, start)])
    back = set()
    for id_, node in nodes.items():
        own = steps.get(id_, {"state": "todo"})
        deciding = isinstance(node.get("next"), dict)
        decided = own["state"] == "done" and "answer" in own
        left = [to for answer, to in ways(node).items() if not (deciding and decided) or answer == own["answer"]]
        if deciding and decided and leads_back(slug, id_, left[0]):
            back.add(id_)
        chosen.add_edges_from((id_, to) for to in (ways(node).values() if id_ in back else left))
        skipped = not deciding and own["state"] == "todo" and said.get(id_, {}).get("duty") == "may"
        if id_ == start or skipped or (decided if deciding else own["state"] == "done"):
            walked.add_edges_from((id_, to) for to in left)
    possible, open_ = nx.descendants(chosen, start), nx.descendants(walked, start)
    status = {}
    for id_ in said:
        state = steps.get(id_, {"state": "todo"})["state"]
        missing = "unneeded" if id_ not in possible else "todo" if id_ in open_ else "blocked"
        status[id_] = "doing" if id_ in back else missing if state == "todo" else state
    return status


def walks(slug: str, count: int) -> list[dict[str, Any]]:
    """Cases in which some steps are done, under way or stuck, and some decisions taken."""
    chance = random.Random(slug)
    found = []
    for number in range(count):
        steps: dict[str, Any] = {}
        for id_ in PROCEDURES[slug]["steps"]:
            state = chance.choices(("done", "todo", "doing", "problem"), (7, 2, 1, 1))[0]
            deciding = isinstance(FLOWS[slug][id_].get("next"), dict)
            answer = {"answer": chance.choice(list(FLOWS[slug][id_]["next"]))} if deciding and state == "done" else {}
            if state != "todo":
                steps[id_] = {"state": state, "note": "", "day": "", **answer}
        found.append(case_of(slug, steps, number))
    return found


def hold(page: Page, slugs: tuple[str, ...], count: int) -> None:
    """Hold the statuses on the page against those reckoned here."""
    cases = [own for slug in slugs for own in walks(slug, count)]
    put(page, cases)
    for own in cases:
        page.evaluate("(id) => { location.hash = '#case=' + id; }", own["id"])
        page.wait_for_function(LISTED, arg=own["id"])
        assert page.evaluate(STATES) == expected(own["procedure"], own["steps"]), own


def test_what_can_be_done_follows_from_the_flow(open_page: Callable[..., Page], file_address: str) -> None:
    """Some procedures, each half done in three ways; the rest of them are in the sweep."""
    hold(open_page(f"{file_address}desk.html", reduced_motion="reduce"), SAMPLE, 3)


@pytest.mark.sweep
def test_what_can_be_done_follows_from_the_flow_everywhere(open_page: Callable[..., Page], file_address: str) -> None:
    """Every procedure, each half done in twelve ways."""
    hold(open_page(f"{file_address}desk.html", reduced_motion="reduce"), tuple(PROCEDURES), 12)

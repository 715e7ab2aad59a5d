"""Who needs what, told a second time: from the authors' files alone, by rules written for the tests.

Nothing here comes from the handbook's own code: the files are read as plain YAML and the conditions weighed anew.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import yaml

from command import ROOT

CONTENT, FLOWS = ROOT / "content", ROOT / "flows"
Profile = dict[str, Any]
Conditions = list[dict[str, Any]]

FOLDERS = {"procedures": list(yaml.safe_load((CONTENT / "handbook.yml").read_text("utf-8"))["chapters"])}
CHAPTERS = {file.stem: folder for folder in FOLDERS["procedures"] for file in (CONTENT / folder).glob("*.yml")}
"""The chapter of each procedure."""
SHARED: dict[str, Any] = yaml.safe_load((CONTENT / "conditions.yml").read_text("utf-8"))["conditions"]
UNITS = list(yaml.safe_load((CONTENT / "unit-types.yml").read_text("utf-8"))["unit_types"])
BRANCHES = ["regular", "joint", "temporary"]


def conditions(only: Any) -> Conditions:
    """Give the conditions that ``only`` names or writes out."""
    several = only if isinstance(only, list) else [] if only is None else [only]
    return [SHARED[each] if isinstance(each, str) else each for each in several]


def asks(condition: dict[str, Any]) -> dict[str, Any]:
    """Give what a condition asks of a branch, as a question of one fact each: name → those it lets in."""
    found: dict[str, Any] = {}
    for name, wanted in condition.items():
        if name in ("members", "probationary"):
            found["full" if name == "members" else name] = range(wanted.get("min", 0), wanted.get("max", 10**6) + 1)
        elif name in ("units", "branches"):
            found["unit" if name == "units" else "branch"] = wanted
        elif name == "groups":
            found["groups"] = range(1, 10**6) if wanted else [0]
        elif name == "committee":
            found["committee"] = [wanted]
    return found


def reason(several: Conditions, profile: Profile) -> str | None:
    """Give why something is not for a branch; what the branch has not told never speaks against it."""
    for condition in several:
        told = {name: allowed for name, allowed in asks(condition).items() if profile[name] not in (None, "")}
        if not all(profile[name] in allowed for name, allowed in told.items()):
            return str(condition["why"])
    return None


def grid(full: list[int | None], *, crossed: bool) -> Iterator[Profile]:
    """Give made branches; ``crossed`` takes every unit type with every kind of branch."""
    kinds: list[tuple[str, str]] = [(unit, "") for unit in ["", *UNITS]] + [("soe", kind) for kind in BRANCHES]
    if crossed:
        kinds = list(itertools.product(["", *UNITS], ["", *BRANCHES]))
    for number, committee, groups, probationary, (unit, branch) in itertools.product(
        full, (None, True, False), (None, 0, 1, 3), (None, 0, 1), kinds
    ):
        yield {
            "unit": unit,
            "branch": branch,
            "name": "",
            "full": number,
            "probationary": probationary,
            "committee": committee,
            "superior": "",
            "termEnd": "",
            "groups": groups,
        }


def entries(kind: str) -> dict[str, Any]:
    """Give all entries of a kind as their authors wrote them, by slug."""
    files = [file for folder in FOLDERS.get(kind, [kind]) for file in (CONTENT / folder).glob("*.yml")]
    return {file.stem: yaml.load(file.read_text("utf-8"), yaml.CSafeLoader) for file in sorted(files)}


def flow(slug: str) -> dict[str, Any]:
    """Give the nodes of a flow."""
    nodes: dict[str, Any] = yaml.load((FLOWS / f"{slug}.yml").read_text("utf-8"), yaml.CSafeLoader)["nodes"]
    return nodes


def parts(slug: str, procedure: Any) -> list[tuple[str, Conditions]]:
    """Give the steps, deadlines and questions of a procedure that are not for every branch, as its page names them."""
    found: list[tuple[str, Any]] = []
    steps = [(id_, node) for id_, node in flow(slug).items() if node["kind"] not in ("start", "end")]
    for number, (id_, node) in enumerate(steps, 1):
        step = procedure["steps"][id_]
        found.append((f"{number:02} {node['text']}", step.get("only")))
        found += [(f"期限：{each['text']}", each.get("only")) for each in step.get("deadlines", [])]
    found += [(f"问答：{each['ask'][0]}", each.get("only")) for each in procedure.get("questions", [])]
    return [(what, conditions(only)) for what, only in found if only]

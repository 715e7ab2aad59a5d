"""Procedures and cases made for the tests of plans."""

from typing import Any


def deadline(kind: str, amount: int, unit: str, anchor: dict[str, str] | None, **more: Any) -> dict[str, Any]:
    """A deadline as the desk knows it; its text says what it is."""
    text = f"{kind} {amount} {unit}"
    plain = {"times": 1, "force": "must", "text": text, "missed": "", "basis": "rule"}
    return {**plain, "kind": kind, "amount": amount, "unit": unit, "anchor": anchor, **more}


def step(id_: str, next_: Any, *deadlines: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A step as the desk knows it."""
    kind = "decision" if isinstance(next_, dict) else "step"
    plain = {"number": 1, "title": id_, "kind": kind, "address": "", "duty": "must", "who": "", "when": ""}
    papers: dict[str, list[str]] = {"uses": [], "makes": [], "calculators": []}
    return {"id": id_, "next": next_, "deadlines": list(deadlines), **plain, **papers, **more}


def procedure(dates: list[str], *steps: dict[str, Any]) -> dict[str, Any]:
    """A procedure whose first step is the first given; "end" is its end."""
    known = {"slug": "made", "title": "made", "code": "made", "address": "", "ends": {"end": "end"}, "archive": []}
    return {
        **known,
        "papers": {},
        "dates": {name: name for name in dates},
        "first": steps[0]["id"],
        "steps": list(steps),
    }


def case(dates: dict[str, str] | None = None, **done: str) -> dict[str, Any]:
    """A case with named dates, and steps done: day, or day and answer with a space between."""
    steps = {}
    for id_, said in done.items():
        day, _, answer = said.partition(" ")
        steps[id_] = {"state": "done", "note": "", "day": day, **({"answer": answer} if answer else {})}
    plain: dict[str, Any] = {"facts": {}, "papers": {}, "archive": {}, "filed": ""}
    return {
        "id": "c-1",
        "procedure": "made",
        "edition": "1",
        "title": "made",
        "begun": "",
        "dates": dates or {},
        "steps": steps,
        **plain,
    }

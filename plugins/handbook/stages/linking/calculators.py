"""A calculator says one thing: its shares, their words, its bands and its worked examples agree."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from ...desk.votes import calculator_of, named, work_all
from ...entries.calculator import Dues, Rule, Slate
from ...locale import words
from ...problems import Report
from ..checking import Entries, Entry
from .references import Path


def check_calculators(entries: Entries, report: Report) -> None:
    """Hold every calculator against itself and against the steps that name it."""
    _check_used(entries, report)
    sound: list[Entry[Any]] = []
    for entry in entries.calculators.values():
        problems = [*_shares(entry), *_of_kind(entry)]
        for code, path, parts in problems:
            entry.report(report, code, *path, **parts)
        if not problems:
            sound.append(entry)
    _check_examples(sound, report)


Problem = tuple[str, Path, dict[str, Any]]


def _check_used(entries: Entries, report: Report) -> None:
    steps = (step for entry in entries.procedures.values() for step in entry.model.steps.values())
    used = {slug for step in steps for slug in step.calculators}
    if not any(kind == "procedure" for kind, _ in entries.broken):
        for slug, entry in entries.calculators.items():
            if slug not in used:
                entry.report(report, "calculator-unused", name=slug)


def _rules(model: Any) -> Iterator[tuple[str, Rule]]:
    return ((name, value) for name, value in model if isinstance(value, Rule))


def _shares(entry: Entry[Any]) -> Iterator[Problem]:
    """Each share is below one, and the rule's words say the same share with the same strictness."""
    said = words()["votes"]["senses"]
    for name, rule in _rules(entry.model):
        over, under = map(int, rule.share.split("/"))
        if over >= under:
            yield "calculator-share", (name, "share"), {"share": rule.share}
            continue
        share = named(rule.share, rule.text)
        if share not in rule.text and rule.share not in rule.text:
            yield "calculator-words", (name, "text"), {"share": rule.share, "wanted": share}
        elif not _says(rule, said):
            yield "calculator-sense", (name, "sense"), {"sense": rule.sense, "wanted": " / ".join(said[rule.sense])}


def _says(rule: Rule, said: dict[str, list[str]]) -> bool:
    """Whether a rule's words have its strictness; 不超过 is not 超过."""
    text = rule.text
    if rule.sense != "at-most":
        for word in said["at-most"]:
            text = text.replace(word, "")
    return any(word in text for word in said[rule.sense])


def _of_kind(entry: Entry[Any]) -> Iterator[Problem]:
    model = entry.model
    if isinstance(model, Slate) and (model.most is None) != (model.beyond is None):
        yield "calculator-beyond", ("most" if model.beyond is None else "beyond",), {}
    if isinstance(model, Dues):
        for slug, payers in model.payers.items():
            yield from _payers(model, slug, ("payers", slug))
            ways = [bool(payers.like), bool(payers.bands), payers.least is not None or payers.most is not None]
            if sum(ways) > 1 or (payers.least is None) != (payers.most is None):
                yield "calculator-payers", ("payers", slug), {}


def _payers(model: Dues, slug: str, path: Path) -> Iterator[Problem]:
    """Bands go up and only the last is open; who pays like others names others that have bands."""
    payers = model.payers[slug]
    if payers.like and not (payers.like in model.payers and model.payers[payers.like].bands):
        known = "、".join(name for name, one in model.payers.items() if one.bands)
        yield "calculator-like", (*path, "like"), {"name": payers.like, "known": known or "—"}
    if not payers.bands:
        return
    bounds = [band.up_to for band in payers.bands]
    rising = all(low is not None and high is not None and low < high for low, high in pairwise(bounds[:-1]))
    if bounds[-1] is not None or None in bounds[:-1] or not rising:
        shown = "、".join("—" if bound is None else f"{bound:g}" for bound in bounds)
        yield "calculator-bands", (*path, "bands"), {"bounds": shown}


def _check_examples(sound: list[Entry[Any]], report: Report) -> None:
    """Work out the examples of all calculators and report what comes out otherwise."""
    sheets = [
        (
            calculator_of(entry.model),
            [{box: str(value) for box, value in each.given.items()} for each in entry.model.examples],
        )
        for entry in sound
    ]
    for entry, results in zip(sound, work_all(sheets) if sheets else (), strict=True):
        for number, (example, result) in enumerate(zip(entry.model.examples, results, strict=True)):
            for key, expected in example.gives.items():
                came = result.get(key)
                if str(came) != str(expected):
                    parts = {"key": key, "given": "—" if came is None else str(came), "expected": str(expected)}
                    entry.report(report, "calculator-example-differs", "examples", number, "gives", key, **parts)

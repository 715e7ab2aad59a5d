"""A form's worked examples come out as they say."""

import json
from collections.abc import Iterator
from typing import Any

from ...entries.form import Example, Form, RankedExample
from ...problems import Report
from ...scoring import form_text, rank_all, score_all
from ..checking import Entries, Entry


def answers_of(slug: str, form: Form, example: Example) -> list[str]:
    """Give an example as answers files: the sheet itself, then the earlier ones."""
    given = example.model_dump(mode="json", include={"sections", "items", "parameters", "flags", "post", "period"})
    sheets = [{"form": slug, **given}]
    for earlier in example.earlier:
        sections = {name: points for name, points in earlier.items() if name in form.sections}
        items = {name: points for name, points in earlier.items() if name not in form.sections}
        sheets.append({"form": slug, "post": example.post, "sections": sections, "items": items})
    return [json.dumps(sheet) for sheet in sheets]


def files_of(slug: str, example: RankedExample) -> list[dict[str, str]]:
    """Give a ranked example as answers files, one a unit."""
    sheets = {
        unit: {
            "form": slug,
            "unit": unit,
            "sections": sections,
            "flags": example.flags.get(unit, []),
            "post": example.posts.get(unit),
            "parameters": example.parameters,
        }
        for unit, sections in example.units.items()
    }
    return [{"name": unit, "text": json.dumps(sheet)} for unit, sheet in sheets.items()]


def check_examples(entries: Entries, report: Report) -> None:
    """Score and rank the worked examples of all forms and report what comes out otherwise."""
    forms = entries.forms.values()
    single = [(entry, number, one) for entry in forms for number, one in enumerate(entry.model.examples)]
    ranked = [(entry, number, one) for entry in forms for number, one in enumerate(entry.model.ranked_examples)]
    texts = {slug: form_text(slug, entry.model) for slug, entry in entries.forms.items()}
    asked = [(texts[entry.slug], answers_of(entry.slug, entry.model, one)) for entry, _, one in single]
    for (entry, number, one), result in zip(single, score_all(asked) if asked else (), strict=True):
        for key, expected in one.gives.items():
            _compare(entry, ("examples", number, "gives", key), expected, _came_out(result, key), report)
    tables = [(texts[entry.slug], files_of(entry.slug, one)) for entry, _, one in ranked]
    for (entry, number, example), result in zip(ranked, rank_all(tables) if tables else (), strict=True):
        for unit, key, expected, given in _of_units(example, result):
            _compare(entry, ("ranked_examples", number, "gives", unit, key), expected, given, report)


def _of_units(example: RankedExample, result: dict[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    rows = {row["unit"]: row for row in result["rows"]}
    refused = {one["file"]: {"refusals": one["problems"]} for one in result["refused"]}
    for unit, gives in example.gives.items():
        for key, expected in gives.items():
            yield unit, key, expected, _came_out(rows.get(unit) or refused.get(unit) or {}, key)


def _compare(entry: Entry[Form], path: tuple[str | int, ...], expected: Any, given: Any, report: Report) -> None:
    if given != expected:
        parts: dict[str, Any] = {"key": path[-1], "given": _shown(given), "expected": _shown(expected)}
        entry.report(report, "form-example-differs", *path, **parts)


def _came_out(result: dict[str, Any], key: str) -> Any:
    """Give what came out under a key; of a refused sheet the codes, with a cross but under ``refused``."""
    codes = "、".join(one["code"] for one in result.get("refusals", ()))
    if key == "refused":
        return codes or None
    return "×  " + codes if codes else result.get(key)


def _shown(value: Any) -> str:
    return "、".join(value) or "—" if isinstance(value, list) else "—" if value is None else str(value)

"""The site's own scorer, run outside a browser: an embedded engine holds the very script that the pages load."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..entries.form import Form

SCRIPT = Path(__file__).parent.parent / "theme" / "assets" / "scoring.js"

__all__ = ["form_text", "rank", "rank_all", "score", "score_all", "sentence"]


def _call(function: str, *arguments: Any) -> Any:
    """Start an engine, call, and close it: one left open can keep the program from ending."""
    from py_mini_racer import MiniRacer  # only scoring needs it

    with MiniRacer() as engine:
        engine.eval(SCRIPT.read_text("utf-8"))
        return json.loads(engine.call(function, *arguments))


def form_text(slug: str, form: Form) -> str:
    """Give a form as the scorer reads it: JSON with the author's numbers."""
    whole = {"examples", "ranked_examples", "readings", "purpose", "basis", "reviewed", "procedures", "also", "case"}
    items: dict[str, Any] = {"__all__": {"learn": True, "items": {"__all__": {"step", "basis"}}}}
    told = form.model_dump(mode="json", exclude={**dict.fromkeys(whole | {"only"}, True), "sections": items})
    return json.dumps({"id": slug, **told}, ensure_ascii=False)


def score(form: str, texts: Iterable[str]) -> dict[str, Any]:
    """Score the first of the answers files' texts; the others are earlier periods.

    ``form`` is what `form_text` gives. The result is a score, or ``refusals`` with code, file, path, line and column.
    """
    return dict(_call("scoreText", form, list(texts)))


def score_all(sheets: Iterable[tuple[str, list[str]]]) -> list[dict[str, Any]]:
    """Score many sheets, each a form and its texts, with one engine."""
    return list(_call("scoreTexts", [list(sheet) for sheet in sheets]))


def rank(form: str, files: Iterable[Mapping[str, str]]) -> dict[str, Any]:
    """Rank the answers files, each a ``name`` and a ``text``; those that cannot be are under ``refused``."""
    return dict(_call("rankText", form, list(files)))


def rank_all(tables: Iterable[tuple[str, list[dict[str, str]]]]) -> list[dict[str, Any]]:
    """Rank many sets of answers files, each with its form, with one engine."""
    return list(_call("rankTexts", [list(table) for table in tables]))


def sentence(words: Mapping[str, str], key: str, parts: Mapping[str, str]) -> str:
    """Say a reason or a refusal in the interface's words."""
    return words[key].format_map(dict(parts))

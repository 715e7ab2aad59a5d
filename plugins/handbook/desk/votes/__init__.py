"""The site's own calculators, run outside a browser: an embedded engine holds what the pages work with."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ...locale import words

SCRIPT = Path(__file__).parents[2] / "theme" / "assets" / "votes-engine.js"
LEFT_TO_THE_PAGE = frozenset({"examples", "also", "title_en", "reviewed", "silent"})

__all__ = ["calculator_of", "named", "work_all"]


def named(share: str, text: str) -> str:
    """Say a share as its rule says it: ``4/5`` is 五分之四, ``1/2`` 半数, ``1/5`` 20% where the rule has per cents."""
    over, under = map(int, share.split("/"))
    said = words()["votes"]["shares"]
    if "%" in text and 100 * over % under == 0:
        return f"{100 * over // under}%"
    if 2 * over == under:
        return str(said["half"])
    digits = said["digits"]
    if max(over, under) < len(digits):
        return str(said["part"]).format(over=digits[over], under=digits[under])
    return share


def calculator_of(model: BaseModel, cite: Callable[[str], Any] | None = None) -> dict[str, Any]:
    """Give a calculator as ``desk/votes/shapes.ts`` describes it; ``cite`` gives what a basis is shown as."""
    dumped = model.model_dump(mode="json", exclude=set(LEFT_TO_THE_PAGE))
    told: dict[str, Any] = _told(dumped, cite or (lambda text: {"text": text, "href": "", "marks": []}))
    return told


def _told(value: Any, cite: Callable[[str], Any]) -> Any:
    if isinstance(value, list):
        return [_told(one, cite) for one in value]
    if not isinstance(value, dict):
        return value
    told = {key: list(map(cite, one)) if key == "basis" else _told(one, cite) for key, one in value.items()}
    return {**told, "named": named(value["share"], value["text"])} if "share" in value else told


def work_all(sheets: Iterable[tuple[Mapping[str, Any], list[dict[str, str]]]]) -> list[list[dict[str, Any]]]:
    """Work out many sheets, those of each calculator together, with one engine.

    A calculator is what `calculator_of` gives, a sheet what was typed: box → text. Of each sheet comes the verdict, the
    values, the ``tone``, the ``fields`` that are wrong, under ``said`` the keys of the sentences, and under ``parts``
    the names of what is filled in there.
    """
    from py_mini_racer import MiniRacer  # only calculators need it

    with MiniRacer() as engine:
        engine.eval(SCRIPT.read_text("utf-8"))
        return [
            json.loads(engine.call("workText", json.dumps(model), json.dumps(typed))) for model, typed in list(sheets)
        ]

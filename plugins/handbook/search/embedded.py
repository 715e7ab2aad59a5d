"""The search without a browser: the engine's own bundle in an embedded JavaScript engine."""

import json
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

BUNDLE = Path(__file__).parent.parent / "theme" / "assets" / "search" / "terminal.js"


class SearchEngine:
    """An engine that knows one handbook."""

    def __init__(self, contents: dict[str, Any], speech: dict[str, Any], bodies: list[str]) -> None:
        """Open the engine; OSError if the package was built without its bundle."""
        self.contents = contents
        self.speech = speech
        self._context = MiniRacer()
        self._context.eval(BUNDLE.read_text("utf-8"))
        given = json.dumps({"contents": contents, "speech": speech, "bodies": bodies}, ensure_ascii=False)
        self.lines: int = self._context.call("handbookOpen", given)

    def close(self) -> None:
        """End the embedded engine: left to the end of the program, its thread may not stop."""
        self._context.close()

    def search(self, text: str, most: int = 10, kind: str = "", chapter: str = "") -> list[dict[str, Any]]:
        """Give the hits for what was typed, best first; ``search/shapes.ts`` says what a hit is."""
        asked = json.dumps({"text": text, "most": most, "kind": kind, "chapter": chapter})
        found: list[dict[str, Any]] = json.loads(self._context.call("handbookSearch", asked))
        return found

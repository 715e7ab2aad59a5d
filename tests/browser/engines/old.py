"""Drives Chromium 79 through a small Node program, because today's Playwright no longer speaks to it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Visit:
    """A page to open."""

    url: str
    expressions: Mapping[str, str] = field(default_factory=dict)
    """JavaScript to evaluate in the page in this order: name → expression (a promise is waited for).

    An expression that is an address is gone to instead, in the same window.
    """
    screenshot: str | None = None
    """Where to put a picture of the whole page."""
    width: int = 1280
    height: int = 800


@dataclass(frozen=True)
class Sight:
    """What was seen on a page."""

    url: str
    engine: str
    """For example ``HeadlessChrome/79.0.3945.0``."""
    complaints: list[str]
    """Console errors and warnings, page errors, failed requests and responses."""
    requests: list[str]
    """Every address that was asked for."""
    values: dict[str, Any]
    """The results of the expressions."""


class OldChromium:
    """Opens pages in Chromium 79."""

    def __init__(self, program: Path) -> None:
        self.program = program

    def look(self, visits: Sequence[Visit]) -> list[Sight]:
        """Open pages one after the other, each in a fresh browser context; RuntimeError if the browser fails."""
        node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
        if node is None:
            raise RuntimeError("Node is missing: run make test")
        asked = json.dumps([{**asdict(visit), "expressions": list(visit.expressions.items())} for visit in visits])
        command = [node, str(self.program)]
        done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return [Sight(**sight) for sight in json.loads(done.stdout)]

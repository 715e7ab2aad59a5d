"""The desk's arithmetic and plans in the embedded engine: the sources that the page is bundled from."""

import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from command import ROOT

SOURCE = ROOT / "plugins" / "handbook" / "desk" / "dates" / "terminal.ts"
ESBUILD = ROOT / "node_modules" / ".bin" / "esbuild"


def day_of(number: int | None) -> date | None:
    """The date of a day's number; None stays None."""
    return None if number is None else date(1970, 1, 1) + timedelta(number)


class Engine:
    """What ``terminal.ts`` offers, with dates for days."""

    def __init__(self, folder: Path) -> None:
        bundled = folder / "dates.js"
        tool = shutil.which(ESBUILD) or str(ESBUILD)
        command = [tool, str(SOURCE), "--bundle", "--format=iife", "--target=chrome78", f"--outfile={bundled}"]
        subprocess.run(command, check=True, capture_output=True)
        self._context = MiniRacer()
        self._context.eval(bundled.read_text("utf-8"))

    def close(self) -> None:
        """End the engine."""
        self._context.close()

    def ask(self, name: str, *given: Any) -> Any:
        """Call one of the functions; what it gives is read from JSON."""
        return json.loads(self._context.call(name, *given))

    def shift(self, day: date, amount: int, unit: str) -> date | int:
        """Where a count ends; a year if that year's holidays are not known."""
        end = self.ask("shiftDay", day.isoformat(), amount, unit)
        return end if isinstance(end, int) else date.fromisoformat(end)

    def reaching(self, which: str, end: date, amount: int, unit: str) -> date | int:
        """The first or last day from which a count reaches no further than an end allows."""
        day = self.ask("reaching", which, end.isoformat(), amount, unit)
        return day if isinstance(day, int) else date.fromisoformat(day)

    def plan(self, procedure: dict[str, Any], own: dict[str, Any], today: str = "") -> dict[str, Any]:
        """The plan of a case; without today, as if the past were open."""
        plan: dict[str, Any] = self.ask("planCase", json.dumps(procedure), json.dumps(own), today)
        return plan

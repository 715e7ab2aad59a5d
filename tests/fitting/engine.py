"""The browser's own rules, bundled from their sources and run in an embedded engine."""

import json
import subprocess
from typing import Any

from py_mini_racer import MiniRacer

from command import ROOT

DESK = ROOT / "plugins" / "handbook" / "desk"
ESBUILD = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
ENTRY = """
import { fits } from "./fit";
import { check, isBlank, parse, typed } from "./profile";
Object.assign(globalThis, {
  weigh: (given) => {
    const { onlys, profiles } = JSON.parse(given);
    return JSON.stringify(profiles.map((profile) => onlys.map((only) => fits(only, profile))));
  },
  take: (given) => JSON.stringify(check(...JSON.parse(given))),
  parsed: (text, units) => JSON.stringify(parse(text, JSON.parse(units))),
  again: (profile) => JSON.stringify(check(typed(JSON.parse(profile)), null).profile),
  blank: (profile) => isBlank(JSON.parse(profile)),
});
"""


class Rules:
    """What ``desk/fit.ts`` and ``desk/profile.ts`` say."""

    def __init__(self) -> None:
        command = [str(ESBUILD), "--bundle", "--loader=ts", "--format=iife", "--target=chrome78"]
        made = subprocess.run(command, cwd=DESK, input=ENTRY, capture_output=True, text=True, check=True)
        self._context = MiniRacer()
        self._context.eval(made.stdout)

    def close(self) -> None:
        """End the engine."""
        self._context.close()

    def weigh(self, onlys: list[Any], profiles: list[dict[str, Any]]) -> list[list[str | None]]:
        """Give, for every profile, the reason why each thing is not for it, or None."""
        given = json.dumps({"onlys": onlys, "profiles": profiles}, ensure_ascii=False)
        found: list[list[str | None]] = json.loads(self._context.call("weigh", given))
        return found

    def take(self, typed: dict[str, str], units: list[str] | None = None) -> dict[str, Any]:
        """Give the profile that is made of what was typed, and what was refused."""
        taken: dict[str, Any] = json.loads(self._context.call("take", json.dumps([typed, units], ensure_ascii=False)))
        return taken

    def parse(self, text: str, units: list[str] | None = None) -> Any:
        """Give the profile that a kept text holds, or None."""
        return json.loads(self._context.call("parsed", text, json.dumps(units)))

    def again(self, profile: dict[str, Any]) -> Any:
        """Give a profile as it comes back from the editor."""
        return json.loads(self._context.call("again", json.dumps(profile, ensure_ascii=False)))

    def blank(self, profile: dict[str, Any]) -> bool:
        """Whether a profile tells nothing."""
        return bool(self._context.call("blank", json.dumps(profile)))

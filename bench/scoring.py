"""How long scoring takes: one sheet, a unit with forty earlier periods, and `handbook rank` on ten thousand files.

Run ``python bench/scoring.py``; the number of files to rank may be given.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer

from handbook import scoring
from handbook.entries.form import Form
from handbook.problems import Report
from handbook.stages.checking import check
from handbook.stages.reading import read, read_settings

ROOT = Path(__file__).parent.parent
FLAG = ("party", "poverty", "family", "security", "safety", "civil", "clean", "stability", "finance", "stationed")


def forms() -> dict[str, Form]:
    """All forms of the handbook; SystemExit if its settings cannot be read."""
    settings = read_settings(ROOT / "site_config.yml", Report())
    if settings is None:
        sys.exit(1)
    return {slug: entry.model for slug, entry in check(read(settings, Report()), Report()).forms.items()}


def full_sheet(slug: str, form: Form) -> str:
    """A sheet with every item filled in that counts points."""
    items: dict[str, Any] = {}
    for section in form.sections.values():
        for name, item in section.items.items():
            items[name] = item.options[0].points if item.options else 0
    empty = {name: section.floor for name, section in form.sections.items() if not section.items}
    return json.dumps({"form": slug, "items": items, "sections": empty})


def milliseconds(engine: MiniRacer, form: str, texts: list[str], times: int) -> float:
    """The mean time of a score."""
    engine.call("scoreText", form, texts)
    begun = time.perf_counter()
    for _ in range(times):
        engine.call("scoreText", form, texts)
    return (time.perf_counter() - begun) * 1000 / times


def quarter(number: int) -> str:
    """A quarter's sheet that fails."""
    period = f"{2017 + number // 4}Q{number % 4 + 1}"
    return json.dumps({"form": "chengzhuang-ladder", "period": period, "sections": {"key": 34, "base": 50, "innov": 5}})


def ranked(count: int) -> float:
    """The seconds that the command takes for so many files, reading the handbook and starting up included."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            sections = dict.fromkeys(FLAG, (600 + number % 400) / 100)
            sheet = {"form": "yongxi-flag", "unit": f"村{number}", "period": "2026Q3", "sections": sections}
            (Path(folder) / f"{number}.json").write_text(json.dumps(sheet), "utf-8")
        paths = sorted(Path(folder).iterdir())
        command = [sys.executable, "-c", "from handbook.cli import main; main()", "rank", "yongxi-flag"]
        program = [*command, *map(str, paths)]
        begun = time.perf_counter()
        done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        taken = time.perf_counter() - begun
    if done.returncode or len(done.stdout.splitlines()) != count + 1:
        sys.exit(done.stderr[:2000])
    return taken


def main(count: int = 10_000) -> None:
    """Print the figures."""
    found = forms()
    with MiniRacer() as engine:
        engine.eval(scoring.SCRIPT.read_text("utf-8"))
        for slug, form in found.items():
            taken = milliseconds(engine, scoring.form_text(slug, form), [full_sheet(slug, form)], 100)
            print(f"{slug:28} {taken:6.2f} ms a sheet, every item filled in")
        ladder = scoring.form_text("chengzhuang-ladder", found["chengzhuang-ladder"])
        history = [quarter(number) for number in range(39, -1, -1)]
        print(f"{'40 periods':28} {milliseconds(engine, ladder, history, 50):6.2f} ms")
    print(f"handbook rank, {count} files: {ranked(count):.1f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

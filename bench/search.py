"""How well the search answers the queries of tests/search: top 1, top 3, mean reciprocal rank, no result.

Run ``python bench/search.py`` for those that tuning may look at, with ``--held`` for those set aside (with ``--part 3``
for the part written last), with ``--misses`` to see what went wrong, and with ``-f`` for another handbook than the
real one.
"""

import argparse
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from handbook.pipeline import plan_search_of
from handbook.problems import Report
from handbook.search.embedded import SearchEngine
from handbook.stages.reading import read_settings

__all__ = ["ROOT", "Query", "Tally", "answerable", "engine_of", "held_parts", "held_queries", "open_queries", "rank"]
ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from asking import Query, answerable, held_parts, held_queries, names, open_queries  # noqa: E402


def engine_of(folder: Path) -> SearchEngine:
    """Open the engine on a handbook; SystemExit if its files have problems."""
    report = Report()
    settings = read_settings(folder / "site_config.yml", report)
    planned = plan_search_of(settings, report) if settings else None
    if planned is None:
        sys.exit(report.explain())
    return SearchEngine(planned.contents, planned.speech, planned.bodies)


def rank(query: dict[str, Any], hits: list[dict[str, Any]]) -> int:
    """Give the place of the first accepted hit, from 1; 0 if there is none."""
    return next((place for place, hit in enumerate(hits, 1) if names(hit) & set(query["accept"])), 0)


class Tally:
    """The figures of some queries."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.nothing = 0

    def add(self, place: int, empty: bool) -> None:
        """Count one query."""
        self.places.append(place)
        self.nothing += empty

    def line(self) -> str:
        """Give the figures as a row."""
        count = len(self.places) or 1
        top = sum(place == 1 for place in self.places) / count
        three = sum(0 < place <= 3 for place in self.places) / count
        mean = sum(1 / place for place in self.places if place) / count
        return f"{len(self.places):5} {top:7.3f} {three:7.3f} {mean:7.3f} {self.nothing / count:7.3f}"


def measure(engine: SearchEngine, asked: list[dict[str, Any]], misses: bool) -> dict[str, Tally]:
    """Ask every query and count, by style and in all."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for query in asked:
        hits = engine.search(query["q"])
        if query["style"] == "none":
            tallies["none"].add(0 if hits else 1, not hits)
            if hits and misses:
                print("NOISE", query["q"], [(hit["title"], hit["score"], hit["words"]) for hit in hits[:2]])
            continue
        place = rank(query, hits)
        for style in (query["style"], "all"):
            tallies[style].add(place, not hits)
        if place != 1 and misses:
            found = [(hit["slug"], hit["score"], hit["words"]) for hit in hits[:3]]
            print(f"{place:2} {query['style'][:5]:5} {query['q']} → {query['accept']} not {found}")
    return tallies


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--part", type=int, choices=(1, 2, 3))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("-f", "--folder", type=Path, default=ROOT)
    given = parser.parse_args()
    engine = engine_of(given.folder)
    held = held_parts()[given.part - 1] if given.part else held_queries()
    asked = answerable(held if given.held else open_queries(), engine.contents["entries"])
    begun = time.perf_counter()
    tallies = measure(engine, asked, given.misses)
    engine.close()
    spent = (time.perf_counter() - begun) * 1000 / max(len(asked), 1)
    print(f"{'style':12} count   top-1   top-3     mrr    none")
    for style, tally in tallies.items():
        print(f"{style:12} {tally.line()}")
    print(f"{spent:.1f} ms a query, {len(engine.contents['entries'])} entries")


if __name__ == "__main__":
    main()

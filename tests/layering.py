"""What the tests of layers share."""

from pathlib import Path

from handbook.pipeline import check_handbook
from handbook.problems import Report
from handbook.settings import Settings

HARMLESS = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


def problems(folder: Path) -> list[tuple[str, str]]:
    """Check a handbook in this process; give code and file of every problem."""
    report = Report()
    check_handbook(Settings.at(folder), report)
    return [(problem.code, problem.place.path) for problem in report]

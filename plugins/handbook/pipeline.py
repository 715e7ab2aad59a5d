"""Stages 1 to 6: six calls in order, nothing else."""

from .problems import Report
from .settings import Settings
from .stages.checking import check
from .stages.drawing import draw
from .stages.linking import Handbook, link
from .stages.planning import plan
from .stages.reading import read
from .stages.rendering import Pages, render


def check_handbook(settings: Settings, report: Report) -> Handbook | None:
    """Read, check and link: the handbook, or None if any problem stops the build."""
    return link(check(read(settings, report), report), report)


def make_pages(settings: Settings, report: Report) -> Pages | None:
    """Make all pages of a handbook, or None if any problem stops the build."""
    handbook = check_handbook(settings, report)
    if handbook is None:
        return None
    pages = render(plan(draw(handbook, report), report), report)
    return None if report.errors else pages

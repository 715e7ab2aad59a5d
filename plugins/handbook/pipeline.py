"""Stages 1 to 6: six calls in order, nothing else."""

from dataclasses import dataclass

from .problems import Report
from .settings import Settings
from .stages.checking import check
from .stages.drawing import draw
from .stages.linking import Handbook, link
from .stages.planning import Plan, plan, plan_search
from .stages.reading import Sources, read
from .stages.rendering import Pages, render
from .views.search import SearchPlan


@dataclass(frozen=True, slots=True)
class Made:
    """What a run of the stages made; the next run takes over what stayed the same."""

    sources: Sources
    plan: Plan
    pages: Pages


def check_handbook(settings: Settings, report: Report) -> Handbook | None:
    """Read, check and link: the handbook, or None if any problem stops the build."""
    return link(check(read(settings, report), report), report)


def plan_search_of(settings: Settings, report: Report) -> SearchPlan | None:
    """Gather what the search knows of a handbook, or give None if any problem stops the build."""
    handbook = check_handbook(settings, report)
    return plan_search(handbook) if handbook else None


def make_pages(settings: Settings, report: Report, before: Made | None = None) -> Made | None:
    """Make all pages of a handbook, or None if any problem stops the build."""
    sources = read(settings, report, before.sources if before else None)
    handbook = link(check(sources, report), report)
    if handbook is None:
        return None
    planned = plan(draw(handbook, report), report)
    pages = render(planned, settings.cache, report, (before.plan, before.pages) if before else None)
    return None if report.errors else Made(sources, planned, pages)

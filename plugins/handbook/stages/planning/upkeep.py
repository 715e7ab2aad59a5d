"""Who looks after what a page shows, when it was last looked at, and when next."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ...views.shell import Upkeep
from ..checking import Entry
from ..linking import Handbook

A_YEAR = timedelta(days=365)
"""How long a review holds where the entry does not say."""


def reviewed_groups(handbook: Handbook) -> dict[str, Mapping[str, Entry[Any]]]:
    """Give the kinds whose entries say when they were last reviewed."""
    return {
        "procedure": handbook.procedures,
        "diagram": handbook.diagrams,
        "case": handbook.cases,
        "paper": handbook.papers,
        "form": handbook.forms,
        "calculator": handbook.calculators,
        "regulation": handbook.regulations,
        "course": handbook.courses,
    }


def next_review(model: Any) -> date:
    """Give the day by which an entry is to be reviewed: its own, or a year after the last time."""
    when: date = getattr(model, "next_review", None) or model.reviewed + A_YEAR
    return when


def upkeeps(handbook: Handbook) -> dict[tuple[str, str], Upkeep]:
    """Give the upkeep of each entry by kind and slug."""
    return {(kind, slug): _upkeep(entry.model, handbook) for kind, group in reviewed_groups(handbook).items()
            for slug, entry in group.items()}  # fmt: skip


def _upkeep(model: Any, handbook: Handbook) -> Upkeep:
    owner = getattr(model, "owner", None) or handbook.file.owner
    return Upkeep(owner, model.reviewed.isoformat(), next_review(model).isoformat())

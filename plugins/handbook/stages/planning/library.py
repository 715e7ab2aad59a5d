"""The library of case studies: chosen by unit type, topic, difficulty, or likeness to one's own branch."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from ...entries.case import Case
from ...locale import words
from ...views.library import CaseCard, Choice, LibraryView
from ..checking import Entry
from .addresses import FOLDERS
from .cards import case_card
from .lookup import Lookup
from .pages import PlannedPage


def plan_library(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the overview of all cases, if there are any."""
    cases = tuple(_card(entry, lookup) for entry in lookup.handbook.cases.values())
    if cases:
        handbook = lookup.handbook
        types = {slug: each.name for slug, each in handbook.unit_types.items()}
        view = LibraryView(
            cases=cases,
            unit_types=_choices(types, (case.unit_type for case in cases)),
            fitting=_choices(types, (case.fits for case in cases)),
            topics=_choices({slug: each.name for slug, each in handbook.case_topics.items()}, (c.topic for c in cases)),
            difficulties=_choices(
                {slug: each.name for slug, each in handbook.difficulties.items()}, (case.solves for case in cases)
            ),
            sentences=json.dumps(words()["pages"]["library"]["page"], ensure_ascii=False),
        )
        title = words()["pages"]["rooms"]["cases"]
        yield PlannedPage(f"{FOLDERS['case']}/index.html", "library", title, (), view, "page", "cases")


def fits(model: Case) -> dict[str, None]:
    """Give the unit types that may borrow from a case, its own first."""
    return dict.fromkeys([model.unit_type, *(slug for borrow in model.borrow for slug in borrow.unit_types)])


def _card(entry: Entry[Case], lookup: Lookup) -> CaseCard:
    model, handbook = entry.model, lookup.handbook
    return CaseCard(
        card=case_card(entry, lookup),
        unit_type=model.unit_type,
        type_name=handbook.unit_types[model.unit_type].name,
        fits=" ".join(fits(model)),
        topic=model.topic or "",
        topic_name=handbook.case_topics[model.topic].name if model.topic else "",
        solves=" ".join(model.solves),
        difficulties=tuple(handbook.difficulties[slug].name for slug in model.solves),
        forms=len(model.forms),
    )


def _choices(names: dict[str, str], chosen: Iterable[str]) -> tuple[Choice, ...]:
    counts = Counter(slug for slugs in chosen for slug in slugs.split())
    return tuple(Choice(slug, name, counts[slug]) for slug, name in names.items() if counts[slug])

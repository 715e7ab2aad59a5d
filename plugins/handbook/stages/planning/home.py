"""The home page, which asks what you need to do."""

from ...entries.handbook import Chapter, Situation
from ...views.home import ChapterCard, HomeView, Room, SituationView
from .addresses import CALCULATORS, CALENDAR, DESK, GLOSSARY
from .cards import procedure_card
from .changes import edition_code
from .lookup import Lookup
from .numerals import chinese
from .pages import PlannedPage


def plan_home(lookup: Lookup) -> PlannedPage:
    """Plan the home page."""
    file = lookup.handbook.file
    at_hand = (lookup.handbook.procedures.get(slug) for slug in file.at_hand)
    view = HomeView(
        title=file.title,
        title_en=file.title_en,
        subtitle=file.subtitle,
        unit=file.unit,
        unit_is_sample=file.unit_is_sample,
        edition=f"{file.edition.number} · {file.edition.date.isoformat()}",
        at_hand=tuple(procedure_card(entry, lookup) for entry in at_hand if entry),
        situations=tuple(_situation(situation, lookup) for situation in file.situations),
        chapters=chapter_cards(lookup),
        rooms=rooms(lookup),
        code=edition_code(lookup.handbook.edition),
    )
    return PlannedPage("index.html", "home", file.title, (), view, "page", "home")


def _situation(situation: Situation, lookup: Lookup) -> SituationView:
    stops = (lookup.link("procedure", stop.procedure, stop.why) for stop in situation.route)
    return SituationView(situation.title, situation.text, tuple(stop for stop in stops if stop))


def chapter_cards(lookup: Lookup) -> tuple[ChapterCard, ...]:
    """Show all chapters with their procedures."""
    chapters = enumerate(lookup.handbook.file.chapters.items(), 1)
    return tuple(_chapter(number, slug, chapter, lookup) for number, (slug, chapter) in chapters)


def _chapter(number: int, slug: str, chapter: Chapter, lookup: Lookup) -> ChapterCard:
    own = [name for name, entry in lookup.handbook.procedures.items() if entry.chapter == slug]
    return ChapterCard(
        number=chinese(number),
        title=chapter.title,
        title_en=chapter.title_en,
        href="" if chapter.state == "not-yet" else f"{lookup.root}{slug}/index.html",
        summary=lookup.inline(chapter.summary),
        state=chapter.state,
        procedures=lookup.links("procedure", own),
        scene=chapter.scene or "",
        planned=len(chapter.procedures),
    )


def rooms(lookup: Lookup) -> tuple[Room, ...]:
    """Give the overviews of the other kinds of entry, with how many there are of each."""
    handbook = lookup.handbook
    counts = (
        ("desk", DESK, len(handbook.flows)),
        ("diagrams", "flows/index.html", len(handbook.diagrams)),
        ("cases", "cases/index.html", len(handbook.cases)),
        ("papers", "papers/index.html", len(handbook.papers)),
        ("forms", "forms/index.html", len(handbook.forms)),
        ("regulations", "regulations/index.html", len(handbook.regulations)),
        ("courses", "courses/index.html", len(handbook.courses)),
        ("calculators", CALCULATORS, len(handbook.calculators)),
        ("glossary", GLOSSARY, len(handbook.terms)),
        ("calendar", CALENDAR, len(handbook.calendar.recurring) if handbook.calendar else 0),
    )
    return tuple(Room(key, lookup.root + address, count) for key, address, count in counts if count)

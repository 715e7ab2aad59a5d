"""Stage 3, linking: entries become one handbook in which every reference has its target."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from ...editions import Snapshot
from ...entries.calendar import Calendar
from ...entries.case import Case
from ...entries.condition import Condition, Only
from ...entries.course import Course
from ...entries.flow import Flow
from ...entries.form import Form
from ...entries.handbook import HandbookFile
from ...entries.paper import Paper
from ...entries.procedure import Procedure
from ...entries.regulation import Regulation
from ...entries.role import Role
from ...entries.runs import Run
from ...entries.term import Term
from ...entries.topics import Topic
from ...entries.unit_type import UnitType
from ...problems import Report
from ...settings import Settings
from ..checking import Entries, Entry
from ..reading import Source
from .calculators import check_calculators
from .calendar import check_calendar
from .chapters import check_chapters
from .conditions import check_conditions
from .courses import check_courses
from .deadlines import check_deadlines
from .flows import check_flows, numbered
from .forms import check_forms
from .layers import check_layers
from .names import check_names
from .numbers import check_numbers
from .packs import check_packs
from .papers import check_papers, papers_of
from .pictures import check_diagrams
from .references import check_references, only_about, unreleased, walk
from .runs import check_runs, runs_shown
from .snapshots import edition_of
from .steps import check_steps
from .synonyms import check_synonyms

__all__ = ["RULES", "Citation", "Handbook", "link"]

RULES = (
    check_chapters,
    check_references,
    check_flows,
    check_steps,
    check_deadlines,
    check_calendar,
    check_runs,
    check_numbers,
    check_names,
    check_synonyms,
    check_papers,
    check_packs,
    check_diagrams,
    check_forms,
    check_courses,
    check_calculators,
    check_layers,
    check_conditions,
)
"""All rules between entries, in the order they are held."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that rests on an article: the entry's kind and slug and, in a procedure, the step."""

    kind: str
    slug: str
    step: str


@dataclass(frozen=True, slots=True)
class Handbook:
    """All entries by slug, in reading order, with their references resolved."""

    settings: Settings
    file: HandbookFile
    roles: dict[str, Role]
    unit_types: dict[str, UnitType]
    terms: dict[str, Term]
    case_topics: dict[str, Topic]
    difficulties: dict[str, Topic]
    conditions: dict[str, Condition]
    """The conditions that several entries share."""
    calendar: Calendar | None
    runs: dict[str, Run]
    """Procedures that are counted as one plan, those of which all are released."""
    editions: tuple[Snapshot, ...]
    """The editions released so far, the oldest first."""
    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words that mean the same to someone who searches."""
    subject: tuple[str, ...]
    """Words that show that a question is about the handbook's matter,"""
    core: tuple[str, ...]
    """those that show it whatever else is in the question,"""
    elsewhere: tuple[str, ...]
    """and those that show that it is about something else."""
    asked: dict[str, list[str]]
    """For each procedure: how people ask for it."""
    procedures: dict[str, Entry[Procedure]]
    """In reading order: by chapter, then as the handbook file lists them. Unreleased chapters are left out."""
    flows: dict[str, Entry[Flow]]
    diagrams: dict[str, Entry[Any]]
    cases: dict[str, Entry[Case]]
    papers: dict[str, Entry[Paper]]
    forms: dict[str, Entry[Form]]
    regulations: dict[str, Entry[Regulation]]
    courses: dict[str, Entry[Course]]
    calculators: dict[str, Entry[Any]]
    shared: dict[str, Source]
    """The files of many small entries that pages show whole, by kind."""
    numbers: dict[str, dict[str, int]]
    """For each flow: node id → the number of its step, from 1 in file order."""
    cited: dict[tuple[str, str], tuple[Citation, ...]]
    """For each article (regulation slug, article label): what rests on it."""
    edition: Snapshot
    """What this edition holds, ready to be kept."""

    def condition(self, only: Only | None) -> tuple[Condition, ...]:
        """Give the conditions that an entry names or writes out."""
        several = only if isinstance(only, list) else [only] if only else []
        return tuple(self.conditions[each] if isinstance(each, str) else each for each in several)


def link(entries: Entries, report: Report) -> Handbook | None:
    """Hold all entries against each other. Gives the handbook, or None if any problem stops the build."""
    for rule in RULES:
        rule(entries, report)
    if report.errors or entries.handbook is None:
        return None
    return _bind(entries, entries.handbook.model)


def _bind(entries: Entries, file: HandbookFile) -> Handbook:
    hidden = unreleased(entries)
    procedures = {slug: entry for slug, entry in _in_order(entries, file).items() if slug not in hidden}
    flows = {slug: entry for slug, entry in entries.flows.items() if slug not in hidden}
    papers = _released_papers(entries, hidden)
    diagrams = {slug: entry for slug, entry in entries.diagrams.items() if not only_about(entry.model, hidden)}
    runs = runs_shown(entries)
    groups = _groups(entries, procedures, flows, papers, diagrams)
    return Handbook(
        settings=entries.settings,
        file=file,
        roles=entries.roles,
        unit_types=entries.unit_types,
        terms=entries.terms,
        case_topics=entries.case_topics,
        difficulties=entries.difficulties,
        conditions=entries.shared_conditions,
        editions=entries.editions,
        calendar=entries.calendar.model if entries.calendar else None,
        runs=runs,
        synonyms=tuple(map(tuple, entries.synonyms.model.groups)) if entries.synonyms else (),
        subject=tuple(entries.synonyms.model.subject) if entries.synonyms else (),
        core=tuple(entries.synonyms.model.core) if entries.synonyms else (),
        elsewhere=tuple(entries.synonyms.model.elsewhere) if entries.synonyms else (),
        asked=entries.synonyms.model.asked if entries.synonyms else {},
        procedures=procedures,
        flows=flows,
        diagrams=diagrams,
        cases=entries.cases,
        papers=papers,
        forms=entries.forms,
        regulations=entries.regulations,
        courses=entries.courses,
        calculators=entries.calculators,
        shared={each.source.kind: each.source for each in (entries.glossary, entries.calendar) if each},
        numbers={slug: numbered(entry.model) for slug, entry in flows.items()},
        cited=_citations({kind: groups[kind] for kind in ("procedure", "diagram", "paper", "form", "calculator")}),
        edition=edition_of(entries, groups, runs),
    )


def _groups(
    entries: Entries,
    procedures: dict[str, Entry[Procedure]],
    flows: dict[str, Entry[Flow]],
    papers: dict[str, Entry[Paper]],
    diagrams: dict[str, Entry[Any]],
) -> dict[str, dict[str, Entry[Any]]]:
    """What is released of the kinds that stand one a file, in the order in which readers are told of them."""
    return {
        "procedure": procedures,
        "flow": flows,
        "calculator": entries.calculators,
        "form": entries.forms,
        "paper": papers,
        "diagram": diagrams,
        "case": entries.cases,
        "regulation": entries.regulations,
        "course": entries.courses,
    }


def _released_papers(entries: Entries, hidden: set[str]) -> dict[str, Entry[Paper]]:
    """The papers, without those that only procedures of unreleased chapters use."""
    shown: set[str] = set()
    closed: set[str] = set()
    for slug, procedure in entries.procedures.items():
        (closed if slug in hidden else shown).update(papers_of(procedure.model))
    return {slug: entry for slug, entry in entries.papers.items() if slug in shown or slug not in closed}


def _in_order(entries: Entries, file: HandbookFile) -> dict[str, Entry[Procedure]]:
    """The procedures in reading order; those the handbook file does not list come last in their chapter."""
    order = {
        name: (number, index)
        for number, chapter in enumerate(file.chapters.values())
        for index, name in enumerate(chapter.procedures)
    }
    chapter_number = {slug: number for number, slug in enumerate(file.chapters)}

    def position(slug: str) -> tuple[int, int, str]:
        number = chapter_number[entries.procedures[slug].chapter]
        return (number, order[slug][1] if slug in order else len(order), slug)

    return {slug: entries.procedures[slug] for slug in sorted(entries.procedures, key=position)}


def _citations(groups: dict[str, dict[str, Any]]) -> dict[tuple[str, str], tuple[Citation, ...]]:
    """What rests on each article, from the entries' own data, by kind and slug."""
    cited: dict[tuple[str, str], dict[Citation, None]] = defaultdict(dict)
    for kind, group in groups.items():
        for slug, entry in group.items():
            for path, field, text in walk(entry.source.data):
                name, _, article = text.partition(" ")
                if field == "basis" and article.strip():
                    step = str(path[1]) if path[0] == "steps" else ""
                    cited[name, article.strip()][Citation(kind, slug, step)] = None
    return {article: tuple(places) for article, places in cited.items()}

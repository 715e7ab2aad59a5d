"""Stage 2, checking: plain data becomes typed entries, each held against its model."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from ...editions import Snapshot
from ...entries.calendar import Calendar
from ...entries.case import Case
from ...entries.condition import Condition, Conditions
from ...entries.course import Course
from ...entries.flow import Flow
from ...entries.form import Form
from ...entries.handbook import HandbookFile
from ...entries.paper import Paper
from ...entries.procedure import Procedure
from ...entries.regulation import Regulation
from ...entries.role import Role
from ...entries.runs import Runs
from ...entries.synonyms import Synonyms
from ...entries.term import Glossary, Term
from ...entries.topics import Topic, Topics
from ...entries.unit_type import UnitType
from ...problems import Place, Report
from ...settings import Settings
from ..reading import Source, Sources
from .models import MODELS
from .sentences import report_error

__all__ = ["MODELS", "Entries", "Entry", "check"]

_ADAPTERS = {kind: TypeAdapter(model) for kind, model in MODELS.items()}
SINGLE = frozenset(
    {"handbook", "roles", "unit-types", "glossary", "synonyms", "topics", "conditions", "calendar", "runs"}
)
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Entry(Generic[M]):
    """One file's words, held against their model, with the file they come from."""

    slug: str
    chapter: str
    source: Source
    model: M

    def report(self, report: Report, code: str, *path: str | int, of_key: bool = False, **parts: Any) -> None:
        """Note a problem at a value of this entry."""
        self.source.report(report, code, path, of_key=of_key, **parts)


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries that obey their models, by slug, and the names of those that do not."""

    settings: Settings
    handbook: Entry[HandbookFile] | None
    roles: dict[str, Role]
    unit_types: dict[str, UnitType]
    glossary: Entry[Glossary] | None
    synonyms: Entry[Synonyms] | None
    topics: Entry[Topics] | None
    conditions: Entry[Conditions] | None
    calendar: Entry[Calendar] | None
    runs: Entry[Runs] | None
    procedures: dict[str, Entry[Procedure]]
    flows: dict[str, Entry[Flow]]
    diagrams: dict[str, Entry[Any]]
    cases: dict[str, Entry[Case]]
    papers: dict[str, Entry[Paper]]
    forms: dict[str, Entry[Form]]
    regulations: dict[str, Entry[Regulation]]
    courses: dict[str, Entry[Course]]
    calculators: dict[str, Entry[Any]]
    broken: frozenset[tuple[str, str]]
    editions: tuple[Snapshot, ...]
    images: frozenset[str]
    """The names of the pictures that a unit may show."""

    @property
    def terms(self) -> dict[str, Term]:
        """The glossary's terms by id."""
        return self.glossary.model.terms if self.glossary else {}

    @property
    def case_topics(self) -> dict[str, Topic]:
        """What case studies may be about, by id."""
        return self.topics.model.topics if self.topics else {}

    @property
    def difficulties(self) -> dict[str, Topic]:
        """What case studies may solve, by id."""
        return self.topics.model.difficulties if self.topics else {}

    @property
    def shared_conditions(self) -> dict[str, Condition]:
        """The conditions that several entries share, by id."""
        return self.conditions.model.conditions if self.conditions else {}


def check(sources: Sources, report: Report) -> Entries:
    """Hold every file against its model; what fails is reported and left out."""
    found: dict[str, dict[str, Entry[Any]]] = {kind: {} for kind in MODELS}
    broken = set(sources.broken)
    for source in sources.files:
        entry = _check_one(source, report)
        if entry is None:
            broken.add((source.kind, source.slug))
        elif source.slug in found[source.kind]:
            entry.report(report, "slug-repeated", slug=source.slug, other=found[source.kind][source.slug].source.path)
        else:
            found[source.kind][source.slug] = entry
    _require_single_files(sources, found, broken, report)
    return _gather(sources, found, frozenset(broken))


def _check_one(source: Source, report: Report) -> Entry[Any] | None:
    try:
        model = _ADAPTERS[source.kind].validate_python(source.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            report_error(source, detail, report)
        return None
    return Entry(source.slug, source.chapter, source, model)


def _require_single_files(
    sources: Sources, found: dict[str, dict[str, Entry[Any]]], broken: set[tuple[str, str]], report: Report
) -> None:
    """A handbook cannot do without these files, except the glossary."""
    content = sources.settings.content.relative_to(sources.settings.root).as_posix()
    for kind in ("handbook", "roles", "unit-types"):
        if not found[kind] and (kind, kind) not in broken:
            report.add("file-missing", Place(f"{content}/{kind}.yml"))


def _gather(sources: Sources, found: dict[str, dict[str, Entry[Any]]], broken: frozenset[tuple[str, str]]) -> Entries:
    single = {kind: next(iter(found[kind].values()), None) for kind in SINGLE}
    roles, unit_types = single["roles"], single["unit-types"]
    return Entries(
        settings=sources.settings,
        handbook=single["handbook"],
        roles=roles.model.roles if roles else {},
        unit_types=unit_types.model.unit_types if unit_types else {},
        glossary=single["glossary"],
        synonyms=single["synonyms"],
        topics=single["topics"],
        conditions=single["conditions"],
        calendar=single["calendar"],
        runs=single["runs"],
        procedures=found["procedure"],
        flows=found["flow"],
        diagrams=found["diagram"],
        cases=found["case"],
        papers=found["paper"],
        forms=found["form"],
        regulations=found["regulation"],
        courses=found["course"],
        calculators=found["calculator"],
        broken=broken,
        editions=sources.editions,
        images=frozenset(sources.images),
    )

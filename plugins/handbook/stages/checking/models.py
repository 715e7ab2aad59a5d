"""The model of each kind of file."""

from typing import Any

from ...entries.calculator import Calculator
from ...entries.calendar import Calendar
from ...entries.condition import Conditions
from ...entries.course import Course
from ...entries.handbook import HandbookFile
from ...entries.kinds import NAMED
from ...entries.role import Roles
from ...entries.runs import Runs
from ...entries.synonyms import Synonyms
from ...entries.term import Glossary
from ...entries.topics import Topics
from ...entries.unit_type import UnitTypes

MODELS: dict[str, Any] = {
    "handbook": HandbookFile,
    "roles": Roles,
    "unit-types": UnitTypes,
    "glossary": Glossary,
    "synonyms": Synonyms,
    "topics": Topics,
    "conditions": Conditions,
    "calendar": Calendar,
    "runs": Runs,
    **NAMED,
    "course": Course,
    "calculator": Calculator,
}
"""The model of each kind of file."""

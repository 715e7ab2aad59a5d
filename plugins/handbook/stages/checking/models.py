"""The model of each kind of file."""

from typing import Any

from ...entries.calendar import Calendar
from ...entries.case import Case
from ...entries.condition import Conditions
from ...entries.course import Course
from ...entries.diagram import Diagram
from ...entries.flow import Flow
from ...entries.form import Form
from ...entries.handbook import HandbookFile
from ...entries.paper import Paper
from ...entries.procedure import Procedure
from ...entries.regulation import Regulation
from ...entries.role import Roles
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
    "procedure": Procedure,
    "flow": Flow,
    "diagram": Diagram,
    "case": Case,
    "paper": Paper,
    "form": Form,
    "regulation": Regulation,
    "course": Course,
}
"""The model of each kind of file."""

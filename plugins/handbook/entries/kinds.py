"""The kinds of entries that stand one a file, under the name of the file, and are told of in editions."""

from typing import Any

from .case import Case
from .diagram import Diagram
from .flow import Flow
from .form import Form
from .paper import Paper
from .procedure import Procedure
from .regulation import Regulation

NAMED: dict[str, Any] = {
    "procedure": Procedure,
    "flow": Flow,
    "diagram": Diagram,
    "case": Case,
    "paper": Paper,
    "form": Form,
    "regulation": Regulation,
}
"""The model of each kind."""

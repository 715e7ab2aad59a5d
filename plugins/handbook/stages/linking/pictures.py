"""A diagram's parts must fit together."""

from ...entries.diagram import Comparison, Map
from ...problems import Report
from ..checking import Entries


def check_diagrams(entries: Entries, report: Report) -> None:
    """Hold comparisons against their columns and maps against their places."""
    for entry in entries.diagrams.values():
        model = entry.model
        if isinstance(model, Comparison):
            for index, row in enumerate(model.rows):
                if len(row.cells) != len(model.columns):
                    cells, columns = len(row.cells), len(model.columns)
                    entry.report(report, "table-width", "rows", index, "cells", cells=cells, columns=columns)
        elif isinstance(model, Map):
            for index, path in enumerate(model.paths):
                for end in ("start", "end"):
                    name = getattr(path, end)
                    if name not in model.places:
                        known = "、".join(model.places)
                        entry.report(report, "map-place-unknown", "paths", index, end, name=name, known=known)

"""A form as an Excel workbook that adds itself up: `write_workbook` writes it with live formulas and drop-downs."""

from .writing import write_workbook

__all__ = ["write_workbook"]

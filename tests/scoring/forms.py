"""The handbook's own forms, read as the handbook reads them."""

from functools import cache
from pathlib import Path

from handbook.entries.form import Form
from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import Entries, check
from handbook.stages.reading import read, read_settings

ROOT = Path(__file__).parents[2]


@cache
def entries() -> Entries:
    """All entries of the handbook."""
    settings = read_settings(ROOT / "site_config.yml", Report())
    assert isinstance(settings, Settings)
    return check(read(settings, Report()), Report())


def form_of(slug: str) -> Form:
    """A form of the handbook."""
    return entries().forms[slug].model

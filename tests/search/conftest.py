"""The search engine, opened once on the real handbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.pipeline import plan_search_of
from handbook.problems import Report
from handbook.search.embedded import SearchEngine
from handbook.stages.reading import read_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def engine() -> Iterator[SearchEngine]:
    """The engine as `handbook search` opens it; ended afterwards."""
    report = Report()
    settings = read_settings(ROOT / "site_config.yml", report)
    assert settings is not None
    planned = plan_search_of(settings, report)
    assert planned is not None, report.explain()
    opened = SearchEngine(planned.contents, planned.speech, planned.bodies)
    yield opened
    opened.close()

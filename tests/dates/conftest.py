"""The engine, and what the real handbook's procedures are to the desk."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dates.engine import Engine


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine, bundled once."""
    engine = Engine(tmp_path_factory.mktemp("dates"))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def procedures(site: Path) -> dict[str, dict[str, Any]]:
    """Each procedure as the desk knows it, by slug."""
    files = sorted((site / "assets" / "desk").glob("[a-z]*.js"))
    return {path.stem: json.loads(path.read_text("utf-8").strip()[len("hbDesk(") : -1]) for path in files}

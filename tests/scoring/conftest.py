"""What the tests of the commands may ask for."""

import json
from pathlib import Path

import pytest

from scoring.commands import Sheet, Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an answers file, or what pretends to be one; gives its path."""

    def written(content: Sheet | str | bytes, name: str = "answers.json") -> str:
        path = tmp_path / name
        text = content if isinstance(content, str | bytes) else json.dumps(content, ensure_ascii=False)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return written

"""Runs the ``handbook`` command as a person would."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(*arguments: str | Path, folder: Path, command: str = "handbook") -> subprocess.CompletedProcess[str]:
    """Run ``handbook``, or another command of the environment, in a folder; what it says comes with the result."""
    full = [BIN / command, *arguments]
    return subprocess.run(full, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def sample_headers(site: Path) -> dict[str, str]:
    """Give the headers that a built site's sample for any server lists."""
    lines = (site / "server" / "headers.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))

"""How long a whole build takes, side by side with ``mkdocs build`` and Material as it comes.

    python bench/build.py [COUNT ...] [--without-material]

Prints seconds and peak memory of each, in fresh processes on this machine, nothing cached.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from made import write_handbook, write_markdown

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def run(command: list[str], folder: Path) -> tuple[float, int]:
    """Run a command; give its seconds and its peak memory in MB."""
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode:
        sys.exit((done.stdout + done.stderr)[-3000:])
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def main() -> None:
    """Build each size and print a line for it."""
    counts = [int(argument) for argument in sys.argv[1:] if argument.isdigit()] or [1000]
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_handbook(folder / "ours", count, ROOT / "tests" / "sites" / "minimal")
            ours, memory = run([str(BIN / "handbook"), "build"], folder / "ours")
            print(f"handbook build, {count} procedures: {ours:.2f} s, peak {memory} MB", flush=True)
            if "--without-material" not in sys.argv:
                write_markdown(folder / "theirs", count)
                theirs, _ = run([str(BIN / "mkdocs"), "build", "-q"], folder / "theirs")
                print(f"mkdocs build with Material, the same words: {theirs:.2f} s; ours is {ours / theirs:.2f} of it")


if __name__ == "__main__":
    main()

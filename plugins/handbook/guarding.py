"""Where two folders cannot change places in one step: a second process stands by for the moment between two renames.

If the process that publishes is killed there, however that is done, the other one brings the new folder into its place.
This file is run by itself, by ``guarded``.
"""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

TRIES, PAUSE = 100, 0.05
"""How often, and how many seconds apart, a rename is tried that another program's open file may hold up."""


@contextlib.contextmanager
def guarded(new: Path, folder: Path) -> Iterator[None]:
    """Hold while ``new`` takes the place of ``folder``: there is no folder only for as long as a rename takes.

    Where no second process can be started the renames are done without one.
    """
    command = [sys.executable, "-I", __file__, str(new), str(folder)]
    try:
        guard = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    except OSError:
        yield
        return
    with guard:
        assert guard.stdin is not None and guard.stdout is not None
        guard.stdout.readline()
        try:
            yield
        finally:
            guard.stdin.close()


def _stand_by(new: Path, folder: Path) -> None:
    """Wait until the other process has ended, or is done; then see that the folder is there."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.buffer.read()
    for _ in range(TRIES):
        if folder.exists() or not new.exists():
            return
        with contextlib.suppress(OSError):
            new.rename(folder)
        time.sleep(PAUSE)


if __name__ == "__main__":
    _stand_by(Path(sys.argv[1]), Path(sys.argv[2]))

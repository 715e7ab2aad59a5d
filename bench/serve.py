"""From saving a file under ``handbook serve`` to the reloaded page, and how long ``handbook check`` takes.

    python bench/serve.py

Works on a copy of the real handbook. The page's own reload script polls as here: it asks until the epoch changes.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).parent / "handbook"
PORT = 8137
ADDRESS = f"http://127.0.0.1:{PORT}/"
PAGE = "branch-building/branch-election.html"
SOURCE = Path("content") / "branch-building" / "branch-election.yml"


def get(address: str) -> str:
    """Give what the server answers."""
    with urllib.request.urlopen(ADDRESS + address, timeout=70) as answer:
        return str(answer.read().decode("utf-8"))


def wait_for_server() -> None:
    """Wait until the first page is there."""
    for _ in range(200):
        try:
            get("index.html")
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("the server did not start")


def seconds_to_reload(root: Path, number: int) -> float:
    """Save a change and wait for the page that shows it, as an open browser does."""
    match = re.search(r"livereload\((\d+), (\d+)\)", get(PAGE))
    assert match is not None
    epoch, request = match.groups()
    path = root / SOURCE
    text = re.sub(r"^title: .*$", f"title: 党支部换届选举{number}", path.read_text("utf-8"), flags=re.MULTILINE)
    started = time.perf_counter()
    path.write_text(text, "utf-8")
    while float(get(f"livereload/{epoch}/{request}")) <= float(epoch):
        pass
    assert f"党支部换届选举{number}" in get(PAGE)
    return time.perf_counter() - started


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for part in ("content", "flows", "cases"):
            shutil.copytree(ROOT / part, root / part)
        shutil.copy(ROOT / "site_config.yml", root)
        times = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run([COMMAND, "check"], cwd=root, capture_output=True, check=False)
            times.append(time.perf_counter() - started)
        print(f"handbook check, the real handbook: {min(times):.2f} s (best of 5)", flush=True)
        command = [str(COMMAND), "serve", "--addr", f"127.0.0.1:{PORT}"]
        server = subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL)
        try:
            wait_for_server()
            times = sorted(seconds_to_reload(root, number) for number in range(9))
            print(f"handbook serve, save to reloaded page: median {times[4]:.2f} s, worst {times[-1]:.2f} s of 9")
        finally:
            server.terminate()


if __name__ == "__main__":
    main()

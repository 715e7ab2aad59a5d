"""Measures what is handed over: the bundle's size, its time against a build's, the first view of a procedure page."""

import gzip
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-c", "from handbook.cli import main; main()"]
PAGE = "branch-building/branch-election.html"
ASKED = re.compile(r'<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.(?:js|css))"')


def seconds(*arguments: str) -> float:
    """Run the command once; gives how long it took."""
    started = time.perf_counter()
    subprocess.run([*COMMAND, *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def first_view(site: zipfile.ZipFile) -> int:
    """Bytes over the wire, gzipped, of a procedure page with its style sheets and scripts, without pictures."""
    page = site.read(PAGE)
    names = {name.removeprefix("../") for name in ASKED.findall(page.decode("utf-8"))}
    return sum(len(gzip.compress(content)) for content in (page, *(site.read(name) for name in sorted(names))))


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "handbook.zip"
        seconds("build", "-d", f"{folder}/warm")
        built = min(seconds("build", "-d", f"{folder}/site") for _ in range(3))
        bundled = min(seconds("bundle", "-o", str(file)) for _ in range(3))
        print(f"bundle {file.stat().st_size / 1e6:.1f} MB (at most 40)")
        print(f"build {built:.2f} s, bundle {bundled:.2f} s: {bundled / built:.2f} times (at most 2)")
        with zipfile.ZipFile(file) as site:
            print(f"first view of {PAGE}: {first_view(site) / 1000:.0f} kB gzipped (at most 150)")


if __name__ == "__main__":
    main()

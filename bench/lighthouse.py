"""Runs Lighthouse (from npm, on this machine) on the kinds of page that readers meet first; 95 or more is wanted.

Needs Node 18 and Chromium. Not part of ``make test``: it takes minutes, and a busy machine spoils its times.
"""

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = "lighthouse@12.8.2"
KINDS = {
    "home": "index.html",
    "procedure": "branch-building/branch-election.html",
    "form": "forms/yongxi-flag.html",
    "search": "search.html?q=xuanju",
    "desk": "desk.html",
    "calculators": "calculators.html",
}
SCORES = ("performance", "accessibility", "best-practices")


class Gzipped(SimpleHTTPRequestHandler):
    """Serves as the samples for servers do: everything packed."""

    def do_GET(self) -> None:
        """Answer with a packed file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        packed = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the standard library's)
        """Say nothing."""


def scores(address: str, report: Path) -> dict[str, int]:
    """Run Lighthouse on one address."""
    npm, chromium = shutil.which("npm"), shutil.which("chromium") or shutil.which("chromium-browser") or ""
    assert npm and chromium, "npm and Chromium are needed"
    options = ["--quiet", "--preset=desktop", "--chrome-flags=--headless=new --no-sandbox"]
    options += [f"--only-categories={','.join(SCORES)}", "--output=json", f"--output-path={report}"]
    command = [npm, "exec", "--yes", LIGHTHOUSE, "--", address, *options]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium}, cwd=report.parent)
    found = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round(found[name]["score"] * 100) for name in SCORES}


def main() -> None:
    """Build, serve, measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [sys.executable, "-c", "from handbook.cli import main; main()", "build", "-d", str(site)]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Gzipped, directory=str(site))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for kind, page in KINDS.items():
                print(kind, scores(f"http://127.0.0.1:{server.server_address[1]}/{page}", Path(folder) / "report.json"))
            server.shutdown()


if __name__ == "__main__":
    main()

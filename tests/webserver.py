"""A web server for tests: a folder on this machine, the handbook deeper in it."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "intranet/party"


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the standard library's)
        """Say nothing."""


@contextmanager
def serving(web: Path, kind: type[Quiet]) -> Iterator[str]:
    """Serve a folder in the background; gives the address of the handbook in it, which ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(web))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}/"
        server.shutdown()
        thread.join()

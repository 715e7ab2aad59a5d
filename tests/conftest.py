"""What all tests may ask for: the handbooks, and the real one built and served."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from command import ROOT, run, sample_headers

SUB_PATH = "intranet/party"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` writes expected words and pictures anew, ``--sweep`` runs the long tests too."""
    parser.addoption("--update", action="store_true", help="write what is expected anew; read the difference")
    parser.addoption("--sweep", action="store_true", help="run the long tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests to ``make sweep``."""
    if not config.getoption("--sweep"):
        long = [item for item in items if item.get_closest_marker("sweep")]
        items[:] = [item for item in items if not item.get_closest_marker("sweep")]
        config.hook.pytest_deselected(items=long)


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the smallest sound handbook, to change at will."""
    return shutil.copytree(ROOT / "tests" / "sites" / "minimal", tmp_path / "minimal")


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder a web server shows; the built handbook lies deeper in it."""
    folder = tmp_path_factory.mktemp("web")
    built = run("build", "-d", folder / SUB_PATH, folder=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def site(web: Path) -> Path:
    """The real handbook, built once by the command line."""
    return web / SUB_PATH


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the standard library's)
        """Say nothing."""


class Strict(Quiet):
    """Sends with each answer the headers that the samples for servers give."""

    def end_headers(self) -> None:
        """Add them to every answer."""
        for name, text in sample_headers(Path(self.directory) / SUB_PATH).items():
            self.send_header(name, text)
        super().end_headers()


@contextmanager
def serving(web: Path, kind: type[Quiet]) -> Iterator[str]:
    """Serve a folder in the background; gives the address of the handbook in it, which ends with a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(web))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{SUB_PATH}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def http_address(web: Path) -> Iterator[str]:
    """The address of the built handbook on a web server, under a sub-path."""
    with serving(web, Quiet) as address:
        yield address


@pytest.fixture(scope="session")
def strict_address(web: Path) -> Iterator[str]:
    """The same on a server that is set up as its sample says, with the Content-Security-Policy."""
    with serving(web, Strict) as address:
        yield address


@pytest.fixture(scope="session")
def file_address(site: Path) -> str:
    """The address of the built handbook as a double-click opens it; ends with a slash."""
    return f"{site.as_uri()}/"


@pytest.fixture(scope="session", params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    """Both addresses in turn: what holds for one must hold for the other."""
    return str(request.getfixturevalue(f"{request.param}_address"))

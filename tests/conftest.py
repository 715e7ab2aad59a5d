"""What all tests may ask for: the handbooks, and the real one built and served."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import ROOT, run, sample_headers
from handbook.founding import start
from handbook.settings import Settings
from webserver import SUB_PATH, Quiet, serving


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


@pytest.fixture
def small(minimal: Path, tmp_path: Path) -> Path:
    """A unit's folder over the smallest handbook."""
    folder = tmp_path / "small"
    start(Settings.at(minimal), minimal / "site_config.yml", folder, "某单位")
    return folder


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


class Strict(Quiet):
    """Sends with each answer the headers that the samples for servers give."""

    def end_headers(self) -> None:
        """Add them to every answer."""
        for name, text in sample_headers(Path(self.directory) / SUB_PATH).items():
            self.send_header(name, text)
        super().end_headers()


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

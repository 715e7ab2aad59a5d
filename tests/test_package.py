"""The built package installs where there is neither Node nor Graphviz, and builds a handbook there."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from command import ROOT

PYTHONS = ("python3.11", "python3.12", "python3.13")
CARRIED = ("handbook.js", "handbook.css", "licenses.txt")


def do(*command: str | Path, folder: Path, path: str | None = None) -> str:
    """Run a command that must succeed; give what it said."""
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the files on disk."""
    folder = tmp_path_factory.mktemp("wheel")
    do(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, folder=ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_bundle_and_not_its_sources(wheel: Path) -> None:
    """What readers' browsers load is inside, with the licences; what it is made from is not."""
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    assert {f"handbook/theme/assets/{name}" for name in CARRIED} <= set(names)
    assert "Permission is hereby granted" in archive.read("handbook/theme/assets/licenses.txt").decode()
    assert [name for name in names if name.endswith((".ts", ".mjs")) or "/browser/" in name] == []


def bare_path(folder: Path) -> str:
    """Give a PATH with nothing on it but what a shell script needs: no Node, no Graphviz."""
    folder.mkdir()
    for tool in ("sh", "env", "uname"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    return str(folder)


def install_and_build(python: Path | str, wheel: Path, minimal: Path) -> None:
    """Install the wheel into a new environment and build the minimal handbook with it, strictly."""
    path, place = bare_path(minimal.parent / "bare"), minimal.parent / "place"
    do(python, "-m", "venv", place, folder=minimal)
    constraints = ROOT / "constraints.txt"
    do(place / "bin" / "pip", "install", "-q", "-c", constraints, wheel, folder=minimal, path=path)
    do(place / "bin" / "handbook", "build", "--strict", folder=minimal, path=path)
    page = (minimal / "site" / "demo" / "hold-meeting.html").read_text("utf-8")
    assert 'data-hb="flow-node"' in page
    for name in CARRIED:
        assert (minimal / "site" / "assets" / name).is_file()


def test_the_wheel_builds_a_handbook_without_node_and_graphviz(wheel: Path, minimal: Path) -> None:
    """In a new environment of the Python that runs the tests."""
    install_and_build(sys.executable, wheel, minimal)


def usable(name: str) -> Path | None:
    """Give the path of a Python, on PATH or among those of pyenv, if this machine has one that runs."""
    on_path = [Path(place) for place in [shutil.which(name)] if place]
    for place in [*on_path, *Path.home().glob(f".pyenv/versions/*/bin/{name}")]:
        if subprocess.run([place, "-V"], capture_output=True, check=False).returncode == 0:
            return place
    return None


@pytest.mark.sweep
def test_the_bundle_is_made_without_node_on_the_machine(tmp_path: Path) -> None:
    """From sources without a bundle, a package of the Python registry lends its Node."""
    path, copy = bare_path(tmp_path / "bare"), tmp_path / "copy"
    copy.mkdir()
    for name in ("pyproject.toml", "package.json", "package-lock.json", ".npmrc", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(ROOT / "plugins", copy / "plugins", ignore=shutil.ignore_patterns("assets", "__pycache__"))
    do(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, copy, folder=copy, path=path)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert {f"handbook/theme/assets/{name}" for name in CARRIED} <= set(names)


@pytest.mark.sweep
@pytest.mark.parametrize("name", PYTHONS)
def test_the_wheel_builds_a_handbook_with_every_declared_python(name: str, wheel: Path, minimal: Path) -> None:
    """As far as this machine has them."""
    python = usable(name)
    if python is None:
        pytest.skip(f"no {name} here")
    install_and_build(python, wheel, minimal)

"""The same site from ``handbook build``, ``mkdocs build`` and ProperDocs, the maintained fork of MkDocs."""

from pathlib import Path

import pytest

from command import run


def files(site: Path) -> dict[str, bytes]:
    """Give a built site's files by name."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def ours(minimal: Path) -> dict[str, bytes]:
    """The minimal handbook as our own command builds it."""
    built = run("build", "-d", "ours", folder=minimal)
    assert built.returncode == 0, built.stderr
    return files(minimal / "ours")


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_another_host_builds_the_same_site(minimal: Path, ours: dict[str, bytes], host: str) -> None:
    """To the byte, but for what the host says of itself."""
    built = run("build", "-q", "-f", "site_config.yml", "-d", "theirs", folder=minimal, command=host)
    assert built.returncode == 0, built.stdout + built.stderr
    theirs = files(minimal / "theirs")
    assert sorted(theirs) == sorted(ours)
    assert [name for name, content in theirs.items() if plain(content) != plain(ours[name])] == []


def plain(content: bytes) -> bytes:
    """Leave out the line in which a host names itself and its version."""
    return b"\n".join(line for line in content.splitlines() if b'name="generator"' not in line)

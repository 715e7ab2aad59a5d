"""Whatever happens during a build, readers keep a whole site: the last good one, or the new one."""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MINIMAL = Path(__file__).parent / "sites" / "minimal"
BUILD = [sys.executable, "-c", "from handbook.cli import main; main()", "build"]
PAGE = Path("demo") / "hold-meeting.html"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A minimal handbook that has been built once."""
    root = Path(shutil.copytree(MINIMAL, tmp_path / "handbook"))
    assert build(root).returncode == 0
    return root


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([*BUILD, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False)


def fingerprint(site: Path) -> dict[str, str]:
    """The hash of every file of a site."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def retitle(root: Path) -> None:
    """Change what the site says."""
    path = root / "content" / "demo" / "hold-meeting.yml"
    path.write_text(path.read_text("utf-8").replace("title: 召开会议", "title: 召开新会议"), "utf-8")


def leftovers(root: Path) -> list[str]:
    """What a build left beside the site."""
    return [path.name for path in root.glob(".site.*")]


def test_two_builds_give_the_same_bytes(handbook: Path) -> None:
    """Nothing of the day or the machine is in a page."""
    first = fingerprint(handbook / "site")
    assert build(handbook).returncode == 0
    assert fingerprint(handbook / "site") == first


def test_a_mistake_leaves_the_last_site_untouched(handbook: Path) -> None:
    """The author is told, and exit code 1; readers notice nothing."""
    before = fingerprint(handbook / "site")
    path = handbook / "flows" / "hold-meeting.yml"
    path.write_text(path.read_text("utf-8").replace("是: discuss", "是: nowhere"), "utf-8")
    result = build(handbook)
    assert result.returncode == 1 and "上一次的网站没有动" in result.stderr
    assert fingerprint(handbook / "site") == before and leftovers(handbook) == []


def test_strict_refuses_warnings(handbook: Path) -> None:
    """A warning builds; with ``--strict`` it does not."""
    shutil.copy(handbook / "content" / "papers" / "notice.yml", handbook / "content" / "papers" / "spare.yml")
    assert build(handbook).returncode == 0
    before = fingerprint(handbook / "site")
    assert build(handbook, "--strict").returncode == 1
    assert fingerprint(handbook / "site") == before


def test_a_kill_at_any_moment_leaves_a_whole_site(handbook: Path) -> None:
    """Killed early, late or in the middle: every time the old site or the new one, never a part."""
    old = fingerprint(handbook / "site")
    retitle(handbook)
    started = time.monotonic()
    assert build(handbook, "-d", "other").returncode == 0
    length = time.monotonic() - started
    new = fingerprint(handbook / "other")
    random_ = random.Random(1)
    for _ in range(8):
        process = subprocess.Popen(BUILD, cwd=handbook, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random_.uniform(0.3, 1.05) * length)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert fingerprint(handbook / "site") in (old, new)
    assert build(handbook).returncode == 0
    assert fingerprint(handbook / "site") == new and leftovers(handbook) == []


def test_a_full_disk_leaves_the_last_site_untouched(handbook: Path) -> None:
    """No file may grow beyond ten kilobytes, as on a disk that is nearly full."""
    before = fingerprint(handbook / "site")
    retitle(handbook)

    def nearly_full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    result = subprocess.run(BUILD, cwd=handbook, capture_output=True, text=True, preexec_fn=nearly_full, check=False)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr and "这台机器上做不了" in result.stderr
    assert fingerprint(handbook / "site") == before and leftovers(handbook) == []


def test_a_folder_of_other_peoples_files_is_never_emptied(handbook: Path) -> None:
    """``-d`` at a folder that is no built handbook is refused."""
    (handbook / "documents").mkdir()
    (handbook / "documents" / "letter.txt").write_text("重要", "utf-8")
    result = build(handbook, "-d", "documents")
    assert result.returncode == 2 and "Traceback" not in result.stderr
    assert (handbook / "documents" / "letter.txt").read_text("utf-8") == "重要"


def test_an_unreadable_file_stops_the_build_with_its_name(handbook: Path) -> None:
    """A file that cannot be read is named; the site stays."""
    before = fingerprint(handbook / "site")
    paper = handbook / "content" / "papers" / "notice.yml"
    paper.unlink()
    paper.symlink_to("away.yml")
    result = build(handbook)
    assert result.returncode == 1 and "content/papers/notice.yml" in result.stderr
    assert fingerprint(handbook / "site") == before


def test_mkdocs_itself_builds_the_same_site(handbook: Path) -> None:
    """``mkdocs build -f site_config.yml`` is the other way in."""
    before = fingerprint(handbook / "site")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", "site_config.yml"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=handbook, env=environment, check=True, capture_output=True)
    assert fingerprint(handbook / "site") == before

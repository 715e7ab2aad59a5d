"""Whatever happens while an edition is published, readers keep a whole one, and the last can be had back."""

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from command import run
from handbook import deploying
from handbook.deploying import Deployment, NoEditionError
from handbook.problems import Report
from handbook.stages.bundling import Bundle, Edition, bundle
from handbook.stages.bundling.verifying import verify
from handbook.swapping import ForeignFolderError

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}
"""What touches the disk, as Python's audit events call it: a kill comes before any of them."""


def edition(tmp_path: Path, number: int, size: int = 10) -> Bundle:
    """Give a small edition; its pages differ from those of any other number."""
    site = tmp_path / f"made-{number}"
    (site / "assets").mkdir(parents=True)
    (site / "assets" / "handbook.css").write_text("p{color:red}", "utf-8")
    for name in ("index.html", "page.html"):
        (site / name).write_text(f"<p>第 {number} 版</p>" + " " * size, "utf-8")
    day = f"2026-11-{number:02}"
    made = bundle(site, Edition("x", "y", f"第 {number} 版", day, f"{day}T00:00:00Z", f"CODE0{number}"), Report())
    assert made is not None
    return made


@pytest.fixture(params=["exchange", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that lets two folders change places in one step, and a share that can only rename."""
    if request.param == "two renames":
        monkeypatch.setattr(deploying, "exchange", lambda one, other: False)
    return str(request.param)


def shown(folder: Path) -> str:
    """Which edition a folder shows; it is whole."""
    report = Report()
    verified = verify(folder, report)
    assert verified is not None, report.explain()
    return verified.number


def names(deployment: Deployment) -> list[str]:
    """The editions listed, by number: the one shown first."""
    return [kept.number for kept in deployment.listed()]


def test_the_last_editions_stay_and_come_back(tmp_path: Path, system: str) -> None:
    """Published one after the other; back is one step, back again is forward; a name leads to any of them."""
    deployment = Deployment(tmp_path / "share" / "handbook")
    for number in (1, 2, 3):
        assert deployment.publish(edition(tmp_path, number), keep=5)
    assert names(deployment) == ["第 3 版", "第 2 版", "第 1 版"]
    assert deployment.back().number == "第 2 版" == shown(deployment.folder)
    assert deployment.back().number == "第 3 版" == shown(deployment.folder)
    oldest = deployment.listed()[-1]
    assert deployment.back(oldest.name).number == "第 1 版" == shown(deployment.folder)
    assert sorted(names(deployment)) == ["第 1 版", "第 2 版", "第 3 版"]
    with pytest.raises(NoEditionError):
        deployment.back("0099-nothing")


def test_the_oldest_go_when_there_are_enough(tmp_path: Path, system: str) -> None:
    """``--keep`` says how many stay beside the one shown."""
    deployment = Deployment(tmp_path / "handbook")
    for number in range(1, 6):
        deployment.publish(edition(tmp_path, number), keep=2)
    assert names(deployment) == ["第 5 版", "第 4 版", "第 3 版"]


def test_the_same_edition_is_not_published_twice(tmp_path: Path) -> None:
    """Unless what is shown was damaged: then it is put right."""
    deployment, one = Deployment(tmp_path / "handbook"), edition(tmp_path, 1)
    assert deployment.publish(one, keep=5) and not deployment.publish(one, keep=5)
    (deployment.folder / "page.html").write_text("damaged", "utf-8")
    assert deployment.publish(one, keep=5) and shown(deployment.folder) == "第 1 版"
    with pytest.raises(NoEditionError):
        deployment.back()


def test_other_people_s_files_are_not_touched(tmp_path: Path) -> None:
    """A folder that holds no handbook is refused; an empty one is taken."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("重要", "utf-8")
    with pytest.raises(ForeignFolderError):
        Deployment(tmp_path / "letters").publish(edition(tmp_path, 1), keep=5)
    assert (tmp_path / "letters" / "letter.txt").read_text("utf-8") == "重要"
    (tmp_path / "empty").mkdir()
    Deployment(tmp_path / "empty").publish(edition(tmp_path, 2), keep=5)
    assert shown(tmp_path / "empty") == "第 2 版"


def wait_for(folder: Path) -> bool:
    """Whether a folder is there within seconds: what stands by needs a moment after a kill."""
    for _ in range(200):
        if folder.exists():
            return True
        time.sleep(0.01)
    return False


def killed_at(step: int, action: Callable[[], Any]) -> bool:
    """Do something in a process that is killed before its n-th touch of the disk; False if it came to its end."""
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, arguments: Any) -> None:
            nonlocal count
            if event in STEPS:
                count += 1
                if count == step:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        action()
        os._exit(0)
    return os.waitpid(child, 0)[1] != 0


@pytest.mark.parametrize("act", ["publish", "back"])
def test_a_kill_at_any_moment_leaves_a_whole_edition(tmp_path: Path, system: str, act: str) -> None:
    """Before every single touch of the disk: the old edition or the new one, and no edition is lost.

    Where a share can only rename there is a moment between two renames: the process that stands by does the second.
    """
    one, two, three = (edition(tmp_path, number) for number in (1, 2, 3))
    start = Deployment(tmp_path / "start" / "handbook")
    start.publish(one, keep=5)
    start.publish(two, keep=5)
    for step in range(1, 500):
        root = tmp_path / f"share-{step}"
        shutil.copytree(tmp_path / "start", root, symlinks=True)
        deployment = Deployment(root / "handbook")
        killed = killed_at(step, partial(deployment.publish, three, 5) if act == "publish" else deployment.back)
        assert wait_for(deployment.folder), step
        shown(deployment.folder)
        listed = names(deployment)
        assert shown(deployment.folder) == listed[0]
        assert {"第 1 版", "第 2 版"} <= set(listed) and len(listed) == len(set(listed)), step
        assert deployment.publish(three, keep=5) or listed[0] == "第 3 版"
        assert sorted(names(deployment)) == ["第 1 版", "第 2 版", "第 3 版"], step
        assert not [path.name for path in deployment.editions.iterdir() if path.name.startswith("incoming")]
        shutil.rmtree(root)
        if not killed:
            return
    pytest.fail("publishing never came to its end")


def test_a_full_disk_leaves_the_edition_shown(tmp_path: Path, system: str) -> None:
    """A file that cannot be written ends it; nothing is left lying about."""
    deployment = Deployment(tmp_path / "handbook")
    deployment.publish(edition(tmp_path, 1), keep=5)
    large = edition(tmp_path, 2, size=100_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            deployment.publish(large, keep=5)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert shown(deployment.folder) == "第 1 版" and list(deployment.editions.iterdir()) == []


def test_a_folder_in_use_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a server holds files open the second rename may fail: the edition shown is put back."""
    monkeypatch.setattr(deploying, "exchange", lambda one, other: False)
    deployment = Deployment(tmp_path / "handbook")
    deployment.publish(edition(tmp_path, 1), keep=5)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name.startswith("incoming"):
            raise PermissionError(13, "in use", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        deployment.publish(edition(tmp_path, 2), keep=5)
    monkeypatch.undo()
    assert shown(deployment.folder) == "第 1 版" and names(deployment) == ["第 1 版"]


def test_the_command_publishes_lists_and_goes_back(minimal: Path, tmp_path: Path) -> None:
    """In Chinese, with exit codes; what it published can be verified."""
    target = tmp_path / "share" / "handbook"
    assert run("publish", target, folder=minimal).returncode == 0
    assert run("publish", target, "--back", folder=minimal).returncode == 2
    path = minimal / "content" / "handbook.yml"
    path.write_text(path.read_text("utf-8").replace("number: ", "number: 新"), "utf-8")
    published = run("publish", target, folder=minimal)
    assert published.returncode == 0 and "--back" in published.stderr
    listed = run("publish", target, "--list", folder=tmp_path)
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == ["正在用", "留着的"]
    back = run("publish", target, "--back", folder=tmp_path)
    assert back.returncode == 0 and run("verify", target, folder=tmp_path).returncode == 0
    assert listed.stdout.splitlines()[1].split("\t")[1] in back.stderr

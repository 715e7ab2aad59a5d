"""The command line keeps the contract: exit codes, Chinese help, files an author can begin from."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.stages.checking.models import MODELS
from handbook.starting import FOLDERS

MINIMAL = Path(__file__).parent / "sites" / "minimal"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-c", "from handbook.cli import main; main()", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A copy of the minimal handbook."""
    return Path(shutil.copytree(MINIMAL, tmp_path / "handbook"))


@pytest.mark.parametrize("command", [(), ("build",), ("serve",), ("check",), ("new",), ("schema",)], ids=" ".join)
def test_help_is_in_chinese(handbook: Path, command: tuple[str, ...]) -> None:
    """Headings and texts of every help page are Chinese."""
    shown = run(handbook, *command, "--help")
    assert shown.returncode == 0
    assert "用法：" in shown.stdout and "选项" in shown.stdout and "显示这份说明" in shown.stdout
    assert not {"Usage:", "Options:", "Commands:", "Show this message"} & set(shown.stdout.split("\n"))


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("chekc",), "没有“chekc”这个命令"),
        (("check", "--nope"), "没有“--nope”这个选项"),
        (("new",), "缺少"),
        (("check", "--format", "xml"), "的值不对"),
        (("new", "paper", "Not_a_slug"), "不合要求"),
        (("new", "procedure", "fine", "--chapter", "nowhere"), "没有“nowhere”这一章"),
        (("check", "-f", "nowhere.yml"), "没有这个文件"),
        (("serve", "--addr", "nonsense"), "的值不对"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_is_explained_and_exits_2(handbook: Path, arguments: tuple[str, ...], word: str) -> None:
    """The call is at fault: a Chinese sentence, no traceback, exit code 2."""
    refused = run(handbook, *arguments)
    assert refused.returncode == 2
    assert word in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_file_is_valid_as_it_stands(handbook: Path, kind: str) -> None:
    """An author begins from a file without errors, and it is never overwritten."""
    assert run(handbook, "new", kind, "brand-new", "--title", "新建样例").returncode == 0
    report = json.loads(run(handbook, "check", "--format", "json").stdout)
    errors = [problem for problem in report if problem["severity"] == "error"]
    expected = {"flow-unused"} if kind == "flow" else set()
    assert errors == [] and {problem["code"] for problem in report} <= expected | {"paper-unused"}
    again = run(handbook, "new", kind, "brand-new")
    assert again.returncode == 2 and "已经存在" in again.stderr


def test_schemas_describe_every_field_in_chinese(handbook: Path) -> None:
    """Editors get a schema for each kind of file."""
    assert run(handbook, "schema", "schemas").returncode == 0
    for kind in MODELS:
        schema = json.loads((handbook / "schemas" / f"{kind}.json").read_text("utf-8"))
        for holder in [schema, *schema.get("$defs", {}).values()]:
            for name, field in holder.get("properties", {}).items():
                assert any(ord(character) > 0x2E7F for character in field.get("description", "")), (kind, name)


def test_the_json_report_names_code_place_and_remedy(handbook: Path) -> None:
    """Programs get what the contract promises, and exit code 1."""
    path = handbook / "flows" / "hold-meeting.yml"
    path.write_text(path.read_text("utf-8").replace("是: discuss", "是: dicsuss"), "utf-8")
    result = run(handbook, "check", "--format", "json")
    assert result.returncode == 1
    problem = json.loads(result.stdout)[0]
    assert {"code", "severity", "path", "line", "column", "message", "remedy"} <= set(problem)
    assert (problem["code"], problem["path"], problem["line"]) == ("flow-next-unknown", "flows/hold-meeting.yml", 9)
    annotations = run(handbook, "check", "--format", "github").stdout
    assert annotations.startswith("::error file=flows/hold-meeting.yml,line=9,col=")


def test_the_summary_counts_what_is_released(handbook: Path) -> None:
    """One line a kind; a chapter that is not released counts for nothing."""
    lines = run(handbook, "check", "--summary").stdout.splitlines()[1:]
    counts = {line.split()[1]: int(line.split()[0]) for line in lines}
    assert (counts["办事流程"], counts["步骤"], counts["问法"]) == (2, 4, 3)
    path = handbook / "content" / "handbook.yml"
    path.write_text(path.read_text("utf-8").replace("state: published", "state: not-yet"), "utf-8")
    closed = run(handbook, "check", "--summary").stdout
    assert "     0  办事流程" in closed and "     0  步骤" in closed

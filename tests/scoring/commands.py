"""`handbook score` and `handbook rank` on the real handbook, as a person would call them."""

import json
from collections.abc import Callable
from typing import Any

from click.testing import CliRunner, Result

from command import ROOT
from handbook.cli import handbook

Sheet = dict[str, Any]
Write = Callable[..., str]


def run(command: str, form: str, *arguments: str) -> Result:
    """Run the command on the real handbook."""
    return CliRunner().invoke(handbook, [command, "-f", str(ROOT / "site_config.yml"), form, *arguments])


def scored(form: str, answers: str, *history: str) -> Sheet:
    """The JSON of a sheet that can be scored."""
    past = [part for one in history for part in ("--history", one)]
    result = run("score", form, "--answers", answers, "--json", *past)
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def refused(form: str, answers: str, *history: str) -> list[tuple[str, str, int, int]]:
    """The problems of a sheet that cannot: code, path, line, column; without a total, and said on the terminal too."""
    past = [part for one in history for part in ("--history", one)]
    result = run("score", form, "--answers", answers, "--json", *past)
    assert result.exit_code == 1 and "Traceback" not in result.output
    told = json.loads(result.stdout)
    assert set(told) == {"form", "complete", "problems"} and not told["complete"]
    for one in told["problems"]:
        assert f"{one['file']}:{one['line']}:{one['column']}" in result.stderr and one["message"] in result.stderr
    return [(one["code"], one["path"], one["line"], one["column"]) for one in told["problems"]]

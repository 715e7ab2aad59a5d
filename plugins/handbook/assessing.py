"""``handbook score``, ``rank`` and ``sheet``: forms from the command line.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import json
import sys
from pathlib import Path
from typing import Any

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .entries.form import Form
from .problems import Report
from .settings import Settings
from .sheets import headings, rank_files, score_file, table, write_ranking
from .stages.checking import check as check_stage
from .stages.reading import read


def _form(settings: Settings, slug: str) -> Form:
    """A form of the handbook, or the end of the program: it is not there, or its own file has problems."""
    report = Report()
    entries = check_stage(read(settings, report), report)
    if slug in entries.forms:
        return entries.forms[slug].model
    if ("form", slug) not in entries.broken:
        refuse("no_form", name=slug, known="、".join(entries.forms))
    click.echo(report.explain(), err=True)
    sys.exit(CONTENT_HAS_PROBLEMS)


def _show_problems(problems: list[dict[str, Any]]) -> None:
    for problem in problems:
        place = f"{problem['file']}:{problem['line']}:{problem['column']} {problem['path']}".rstrip()
        click.echo(f"{place} {problem['message']}\n  {problem['message_en']}", err=True)
    if problems:
        sys.exit(CONTENT_HAS_PROBLEMS)


@click.command(cls=ChineseCommand, help=told("score"))
@config_option
@click.argument("form")
@click.option("--answers", metavar="FILE", required=True, type=Path, help=told("score_answers"))
@click.option("--history", metavar="FILE", multiple=True, type=Path, help=told("score_history"))
@click.option("--json", "as_json", is_flag=True, help=told("score_json"))
@click.pass_context
def score(
    context: click.Context, config: str | None, form: str, answers: Path, history: tuple[Path, ...], as_json: bool
) -> None:
    """Score one sheet."""
    model = _form(settings_of(given(context, config), Report()), form)
    result = score_file(form, model, answers, history)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    elif not result["problems"]:
        click.echo("\n".join(result["trace"]))
    _show_problems(result["problems"])


@click.command(cls=ChineseCommand, help=told("rank"))
@config_option
@click.argument("form")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path)
@click.option("--out", metavar="FILE", type=Path, help=told("rank_out"))
@click.pass_context
def rank(context: click.Context, config: str | None, form: str, files: tuple[Path, ...], out: Path | None) -> None:
    """Rank many sheets."""
    if out is not None and out.suffix not in (".csv", ".xlsx", ".json"):
        refuse("bad_out", name=out)
    model = _form(settings_of(given(context, config), Report()), form)
    ranked = rank_files(form, model, files)
    if out is not None:
        write_ranking(model, ranked, out)
        say("wrote", path=out)
    else:
        click.echo("\n".join("\t".join(row) for row in [headings(), *table(model, ranked)]))
    _show_problems(ranked["problems"])


@click.command(cls=ChineseCommand, help=told("sheet"))
@config_option
@click.argument("form")
@click.option("-o", "out", metavar="FILE.xlsx", required=True, type=Path, help=told("sheet_out"))
@click.pass_context
def sheet(context: click.Context, config: str | None, form: str, out: Path) -> None:
    """Write a form as an Excel workbook that adds itself up."""
    from .workbook import write_workbook  # openpyxl takes long to import; only this command needs it

    if out.suffix != ".xlsx":
        refuse("bad_sheet", name=out)
    model = _form(settings_of(given(context, config), Report()), form)
    write_workbook(form, model, out)
    say("wrote", path=out)

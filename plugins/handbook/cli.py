"""The command line: thin, it only asks the stages and shows what they say.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import gc
import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from . import __version__
from .calling import CONTENT_HAS_PROBLEMS, config_file, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, ChineseGroup, say, told, told_counts, told_hits
from .entries.fields import SLUG_PATTERN
from .entries.form import Form
from .filling import paper
from .founding import init
from .keeping import diff, edition, review
from .locale import words
from .printing import pdf
from .problems import Report, Style, reason_of
from .publishing_commands import bundle, publish, verify
from .schemas import editor_settings, write_schemas
from .settings import Settings
from .sheets import headings, rank_files, score_file, table, write_ranking
from .stages.checking import check as check_stage
from .stages.linking import link
from .stages.reading import read
from .starting import FOLDERS, write_starting_files
from .summary import summarise

KINDS = ("procedure", "question", "case", "form", "paper", "diagram", "regulation", "page")


@click.group(cls=ChineseGroup, help=told("about"))
@click.version_option(__version__, "--version", message="%(version)s", help=told("version"))
@config_option
@click.pass_context
def handbook(context: click.Context, config: str | None) -> None:
    """Hold the place of the configuration for the commands."""
    context.obj = config


@handbook.command(cls=ChineseCommand, help=told("check"))
@config_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", help=told("check_format")
)
@click.option("--strict", is_flag=True, help=told("strict"))
@click.option("--summary", is_flag=True, help=told("summary"))
@click.pass_context
def check(context: click.Context, config: str | None, style: Style, strict: bool, summary: bool) -> None:
    """Report every problem of the handbook."""
    report = Report()
    settings = settings_of(given(context, config), report)
    handbook_read = link(check_stage(read(settings, report), report), report)
    click.echo(report.explain(style))
    if summary and handbook_read is not None:
        click.echo(told_counts(summarise(handbook_read)))
    sys.exit(CONTENT_HAS_PROBLEMS if report.errors or (strict and len(report)) else 0)


@handbook.command(cls=ChineseCommand, help=told("build"))
@config_option
@click.option("-d", "--site-dir", "folder", metavar="DIR", help=told("build_folder"))
@click.option("--strict", is_flag=True, help=told("strict"))
@click.pass_context
def build(context: click.Context, config: str | None, folder: str | None, strict: bool) -> None:
    """Build the site."""
    from .mkdocs_plugin import build_site  # MkDocs takes long to import; only building needs it

    report = Report()
    settings = settings_of(given(context, config), report)
    if folder:
        settings = settings.publishing_to(Path(folder))
    built = build_site(config_file(given(context, config)), settings, report, strict=strict, say=say)
    if len(report):
        click.echo(report.explain(), err=True)
    if not built:
        say("failed")
        sys.exit(CONTENT_HAS_PROBLEMS)
    say("built", folder=settings.site)
    say("built_how", index=settings.site / "index.html")


@handbook.command(cls=ChineseCommand, help=told("serve"))
@config_option
@click.option(
    "--addr", "address", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True, help=told("serve_address")
)
@click.pass_context
def serve(context: click.Context, config: str | None, address: str) -> None:
    """Serve the site and rebuild it on every change."""
    settings = settings_of(given(context, config), Report())
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise click.BadParameter(address, param_hint="--addr")
    from .mkdocs_plugin import serve_site  # MkDocs takes long to import; only serving needs it

    gc.set_threshold(500_000, 20, 20)
    gc.enable()  # a server lives long; but a rebuild should not stop to look for garbage again and again
    serve_site(config_file(given(context, config)), settings, host, int(port), say=say)


@handbook.command(cls=ChineseCommand, help=told("new"))
@config_option
@click.argument("kind", type=click.Choice(list(FOLDERS)))
@click.argument("slug")
@click.option("--title", metavar="TEXT", help=told("new_title"))
@click.option("--chapter", metavar="SLUG", help=told("new_chapter"))
@click.pass_context
def new(
    context: click.Context, config: str | None, kind: str, slug: str, title: str | None, chapter: str | None
) -> None:
    """Write a starting file."""
    settings = settings_of(given(context, config), Report())
    if not re.fullmatch(SLUG_PATTERN, slug):
        refuse("bad_slug", slug=slug)
    chapters = _chapters(settings)
    if chapter is not None and chapter not in chapters:
        refuse("no_chapter", chapter=chapter, known="、".join(chapters))
    try:
        written = write_starting_files(settings, kind, slug, title or slug, chapter or next(iter(chapters), ""))
    except FileExistsError as error:
        refuse("exists", path=error.args[0])
    for path in written:
        say("wrote", path=path)


@handbook.command(cls=ChineseCommand, help=told("schema"))
@config_option
@click.argument("folder", metavar="DIR")
@click.pass_context
def schema(context: click.Context, config: str | None, folder: str) -> None:
    """Write the JSON Schemas."""
    settings = settings_of(given(context, config), Report())
    for path in write_schemas(Path(folder)):
        say("wrote", path=path)
    say("editor_hint")
    click.echo(json.dumps(editor_settings(folder, _chapters(settings)), ensure_ascii=False, indent=2))


@handbook.command(cls=ChineseCommand, help=words()["search"]["command"])
@config_option
@click.argument("query")
@click.option("-n", "most", type=click.IntRange(1, 200), default=10, show_default=True, help=words()["search"]["most"])
@click.option("--kind", type=click.Choice(KINDS), metavar="KIND", help=words()["search"]["kind"])
@click.option("--json", "as_json", is_flag=True, help=words()["search"]["json"])
@click.pass_context
def search(context: click.Context, config: str | None, query: str, most: int, kind: str | None, as_json: bool) -> None:
    """Search the handbook with the site's own engine."""
    from .pipeline import plan_search_of
    from .search.embedded import SearchEngine  # the engine takes long to load; only searching needs it

    report = Report()
    planned = plan_search_of(settings_of(given(context, config), report), report)
    if planned is None:
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    engine = SearchEngine(planned.contents, planned.speech, planned.bodies)
    hits = engine.search(query, most, kind or "")
    engine.close()
    click.echo(told_hits(hits, query, as_json=as_json))


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


@handbook.command(cls=ChineseCommand, help=told("score"))
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


@handbook.command(cls=ChineseCommand, help=told("rank"))
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


@handbook.command(cls=ChineseCommand, help=told("sheet"))
@config_option
@click.argument("form")
@click.option("-o", "out", metavar="FILE.xlsx", required=True, type=Path, help=told("sheet_out"))
@click.pass_context
def sheet(context: click.Context, config: str | None, form: str, out: Path) -> None:
    """Write a form as an Excel workbook that adds itself up."""
    from .workbook import write_workbook  # only this command needs it

    if out.suffix != ".xlsx":
        refuse("bad_sheet", name=out)
    model = _form(settings_of(given(context, config), Report()), form)
    write_workbook(form, model, out)
    say("wrote", path=out)


for command in (edition, diff, review, bundle, verify, publish, pdf, paper, init):
    handbook.add_command(command)


def _chapters(settings: Settings) -> list[str]:
    """The chapters of the handbook file, as far as it can be read."""
    entries = check_stage(read(settings, Report()), Report())
    return list(entries.handbook.model.chapters) if entries.handbook else []


def main() -> None:
    """Run the command line; whatever the machine refuses is said in a sentence."""
    gc.disable()  # a command makes much and keeps all of it to its end: looking for garbage took a tenth of a build
    try:
        handbook(prog_name="handbook")
    except OSError as error:
        refuse("machine", reason=reason_of(error), name=error.filename or "")

"""What an author calls: ``handbook check``, ``new``, ``schema`` and ``search``.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import json
import re
import sys
from pathlib import Path

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told, told_counts, told_hits
from .entries.fields import SLUG_PATTERN
from .locale import words
from .problems import Report, Style
from .schemas import editor_settings, write_schemas
from .settings import Settings
from .stages.checking import check as check_stage
from .stages.linking import link
from .stages.reading import read
from .starting import FOLDERS, write_starting_files
from .summary import summarise

KINDS = ("procedure", "question", "case", "form", "paper", "diagram", "regulation", "page")


@click.command(cls=ChineseCommand, help=told("check"))
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


@click.command(cls=ChineseCommand, help=told("new"))
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


@click.command(cls=ChineseCommand, help=told("schema"))
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


@click.command(cls=ChineseCommand, help=words()["search"]["command"])
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


def _chapters(settings: Settings) -> list[str]:
    """The chapters of the handbook file, as far as it can be read."""
    entries = check_stage(read(settings, Report()), Report())
    return list(entries.handbook.model.chapters) if entries.handbook else []

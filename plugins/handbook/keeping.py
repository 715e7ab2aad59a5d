"""The commands that keep a handbook true: editions, what changed between them, what is due for review."""

import json
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .editions import CARRIED, Difference, Snapshot, differences, from_bytes, named, said, to_bytes
from .locale import words
from .pipeline import check_handbook
from .problems import Report
from .reviewing import Due, due_for_review, following, resting_on
from .settings import Settings
from .stages.linking import Handbook

MOST = 50_000_000
"""The most bytes that are read of a packed snapshot."""


def _handbook(settings: Settings) -> Handbook:
    """The handbook, or the end of the program with its problems told."""
    report = Report()
    handbook = check_handbook(settings, report)
    if handbook is None:
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    return handbook


def _opened(path: Path) -> Snapshot:
    """The edition at a path: a handbook's folder, a built site's, a bundle, or a snapshot."""
    file = path / CARRIED if path.is_dir() else path
    if (path / "site_config.yml").is_file() or path.name == "site_config.yml":
        return _handbook(settings_of(str(path), Report())).edition
    try:
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as opened, opened.open(CARRIED) as carried:
                return from_bytes(carried.read(MOST))
        return from_bytes(file.read_bytes())
    except (FileNotFoundError, KeyError):
        refuse("no_edition", path=path)
    except (ValueError, zipfile.BadZipFile, EOFError, RuntimeError):
        refuse("bad_edition", path=path)


@click.command(cls=ChineseCommand, help=told("edition"))
@config_option
@click.pass_context
def edition(context: click.Context, config: str | None) -> None:
    """Keep a snapshot of the released entries."""
    settings = settings_of(given(context, config), Report())
    taken = _handbook(settings).edition
    path = settings.editions / f"{taken.date}.json.gz"
    raw = to_bytes(taken)
    if path.exists() and path.read_bytes() != raw:
        refuse("edition_exists", path=path)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    say("wrote", path=path)


@click.command(cls=ChineseCommand, help=told("diff"))
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help=told("diff_all"))
@click.option("--json", "as_json", is_flag=True, help=told("diff_json"))
def diff(old: Path, new: Path, everything: bool, as_json: bool) -> None:
    """Tell what changed from one edition to another, in plain words."""
    before, after = _opened(old), _opened(new)
    found = differences(before, after)
    if as_json:
        click.echo(json.dumps([_as_json(each, after) for each in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found, before, after, everything)))


def _as_json(found: Difference, after: Snapshot) -> dict[str, Any]:
    where = named(found.kind, found.slug, found.path, after.entries)
    names = ("kind", "slug", "title", "weight", "before", "after")
    return {**{name: getattr(found, name) for name in names}, "path": list(found.path), "where": where}


def _lines(found: list[Difference], before: Snapshot, after: Snapshot, everything: bool) -> list[str]:
    t = words()["editions"]
    lines = [t["between"].format(old=f"{before.number}（{before.date}）", new=f"{after.number}（{after.date}）")]
    for weight, title in t["weights"].items():
        here = [each for each in found if each.weight == weight]
        lines += [f"{title}：{len(here)}"]
        if everything or weight in ("headline", "detail"):
            lines += [line for each in here for line in _told(each, before, after)]
    return lines


def _told(found: Difference, before: Snapshot, after: Snapshot) -> list[str]:
    t = words()["editions"]
    there = (before if found.after is None else after).entries
    where = " › ".join([found.title, *named(found.kind, found.slug, found.path, there)])
    lines = [f"  {words()['words'][found.kind]} {where}"]
    for sign, value, edition in ((t["was"], found.before, before), (t["is"], found.after, after)):
        if value is not None:
            lines.append(f"    {sign}{said(found.kind, found.slug, found.path, value, edition.entries)}")
    return lines


@click.command(cls=ChineseCommand, help=told("review"))
@config_option
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=told("review_on"))
@click.option("--within", "days", type=click.IntRange(0, 3650), default=0, help=told("review_within"))
@click.option("--article", "article", metavar="TEXT", help=told("review_article"))
@click.option("--json", "as_json", is_flag=True, help=told("diff_json"))
@click.pass_context
def review(context: click.Context, config: str | None, day: Any, days: int, article: str | None, as_json: bool) -> None:
    """List what is due for review, what rests on a changed article, and what rests on one article."""
    handbook = _handbook(settings_of(given(context, config), Report()))
    today = day.date() if day else date.today()
    if article is not None:
        found = resting_on(handbook, article)
        if found is None:
            refuse("no_article", article=article)
        found += following(handbook, found)
    else:
        found = due_for_review(handbook, today, today + timedelta(days=days))
    if as_json:
        click.echo(json.dumps([each.plain() for each in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(map(_due, found)) or words()["editions"]["nothing_due"])
    sys.exit(CONTENT_HAS_PROBLEMS if found and article is None else 0)


def _due(due: Due) -> str:
    t = words()["editions"]
    reason, kind = t["reasons"][due.reason].format(detail=due.detail), words()["words"][due.kind]
    return f"{reason}  {kind} {due.title} {due.place}".rstrip()

"""The commands that hand the handbook over: ``bundle``, ``verify`` and ``publish``."""

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from .calling import CONTENT_HAS_PROBLEMS, MACHINE_AT_FAULT, config_file, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .deploying import Deployment, NoEditionError
from .locale import words
from .problems import Place, Report
from .stages.bundling import Bundle, Edition
from .stages.bundling import bundle as bundle_site
from .stages.bundling.manifest import MANIFEST, sha256, sm3
from .stages.bundling.verifying import verify as verify_path
from .views.shell import Book


def _bundled(config: str | None, *, strict: bool) -> Bundle:
    """Build into a folder of its own and bundle it, or end the program: the content has problems."""
    from .mkdocs_plugin import build_site  # MkDocs takes long to import; only building needs it

    report = Report()
    settings = settings_of(config, report)
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        aside = settings.publishing_to(Path(folder) / "site")
        made = build_site(config_file(config), aside, report, strict=strict, say=say)
        bundled = bundle_site(aside.site, edition_of(made.plan.book), report) if made else None
    if len(report):
        click.echo(report.explain(), err=True)
    if bundled is None:
        say("not_bundled")
        sys.exit(CONTENT_HAS_PROBLEMS)
    return bundled


def edition_of(book: Book) -> Edition:
    """Give what a bundle says of itself. The time is that of ``SOURCE_DATE_EPOCH``, or the edition's day."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = f"{book.edition_date}T00:00:00Z"
    made = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds.isdigit() else day
    return Edition(book.title, book.unit, book.edition_number, book.edition_date, made)


@click.command(cls=ChineseCommand, help=told("bundle"))
@config_option
@click.option("-o", "--output", metavar="FILE.zip", type=Path, help=told("bundle_output"))
@click.option("--strict", is_flag=True, help=told("strict"))
@click.pass_context
def bundle(context: click.Context, config: str | None, output: Path | None, strict: bool) -> None:
    """Build the site, check it for use without a network, and write it as one zip."""
    bundled = _bundled(given(context, config), strict=strict)
    file = output or Path(f"handbook-{bundled.edition.date}.zip")
    if file.is_dir():
        refuse("bundle_is_folder", name=file)
    try:
        content = bundled.as_zip()
    except ValueError:
        report = Report()
        report.add("bundle-too-large", Place(file.name))
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    _replace(file, content)
    manifest = bundled.files[MANIFEST]
    size = f"{len(content) / 1_000_000:.1f}"
    say("bundled", file=file, size=size, files=len(bundled.files), edition=bundled.edition.number)
    say("checksums", sha256=sha256(manifest), sm3=sm3(manifest))


def _replace(file: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there: a half-written zip is never seen."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(file)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


@click.command(cls=ChineseCommand, help=told("verify"))
@click.argument("path", metavar="PATH", type=Path)
def verify(path: Path) -> None:
    """Hold a bundle or a deployed folder against its manifest."""
    if not path.exists():
        refuse("verify_nothing", name=path)
    report = Report()
    verified = verify_path(path, report)
    if verified is None:
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    say("verified", files=verified.files, edition=verified.number, date=verified.date)
    say("checksums", sha256=verified.sha256, sm3=verified.sm3)


@click.command(cls=ChineseCommand, help=told("publish"))
@config_option
@click.argument("folder", metavar="DIR", type=Path)
@click.option("--back", "back", is_flag=True, help=told("publish_back"))
@click.option("--to", "name", metavar="NAME", help=told("publish_to"))
@click.option("--list", "listing", is_flag=True, help=told("publish_list"))
@click.option("--keep", type=click.IntRange(1, 999), default=5, show_default=True, help=told("publish_keep"))
@click.option("--strict", is_flag=True, help=told("strict"))
@click.pass_context
def publish(
    context: click.Context,
    config: str | None,
    folder: Path,
    *,
    back: bool,
    name: str | None,
    listing: bool,
    keep: int,
    strict: bool,
) -> None:
    """Publish to a folder or a share, go back to an earlier edition, or list the editions."""
    deployment = Deployment(folder)
    if os.path.ismount(deployment.folder):
        refuse("publish_root", name=folder)
    if listing:
        _list(deployment)
    elif back or name:
        _back(deployment, name or "")
    elif deployment.publish(bundled := _bundled(given(context, config), strict=strict), keep):
        say("published", folder=folder, edition=bundled.edition.number)
        say("published_how", folder=folder)
    else:
        say("published_already", folder=folder, edition=bundled.edition.number)


def _list(deployment: Deployment) -> None:
    """Show the editions: the one that readers see first."""
    zh = words("zh")["cli"]
    for kept in deployment.listed():
        mark = zh["edition_shown"] if kept.shown else zh["edition_kept"]
        click.echo("\t".join([mark, kept.number or zh["edition_unknown"], kept.date, kept.name]).rstrip())


def _back(deployment: Deployment, name: str) -> None:
    try:
        kept = deployment.back(name)
    except NoEditionError as error:
        known = "、".join(each.name for each in deployment.listed() if each.name)
        say("no_kept_edition", name=error.args[0], known=known)
        sys.exit(MACHINE_AT_FAULT)
    say("went_back", folder=deployment.folder, edition=kept.number, date=kept.date)

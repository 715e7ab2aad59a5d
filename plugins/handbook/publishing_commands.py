"""The commands that hand the handbook over: ``bundle``, ``verify`` and ``publish``."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from .calling import CONTENT_HAS_PROBLEMS, MACHINE_AT_FAULT, config_file, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .deploying import Deployment, NoEditionError
from .editions import FOLDER
from .locale import words
from .neighbours import folders_of, lies_beside, name_of, refuse_foreign, tell_all
from .problems import Place, Report
from .stages.bundling import Bundle, Edition
from .stages.bundling import bundle as bundle_site
from .stages.bundling.beside import edition_in
from .stages.bundling.manifest import MANIFEST, sha256, sm3
from .stages.bundling.verifying import verify as verify_path
from .stages.planning import Plan


def _bundled(config: str | None, *, strict: bool) -> Bundle:
    """Build into a folder of its own and bundle it, or end the program: the content has problems."""
    from .mkdocs_plugin import build_site  # MkDocs takes long to import; only building needs it

    report = Report()
    settings = settings_of(config, report)
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        aside = settings.publishing_to(Path(folder) / "site")
        made = build_site(config_file(config), aside, report, strict=strict, say=say)
        bundled = bundle_site(aside.site, edition_of(made.plan), report) if made else None
    if len(report):
        click.echo(report.explain(), err=True)
    if bundled is None:
        say("not_bundled")
        sys.exit(CONTENT_HAS_PROBLEMS)
    return bundled


def edition_of(plan: Plan) -> Edition:
    """Give what a bundle says of itself. The time is that of ``SOURCE_DATE_EPOCH``, or the edition's day."""
    book = plan.book
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = f"{book.edition_date}T00:00:00Z"
    made = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds.isdigit() else day
    return Edition(book.title, book.unit, book.edition_number, book.edition_date, made, plan.edition_code)


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
    edition = bundled.edition
    say("bundled", file=file, size=size, files=len(bundled.files), edition=edition.number, code=edition.code)
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
    say("verified", files=verified.files, edition=verified.number, date=verified.date, code=verified.code)
    say("checksums", sha256=verified.sha256, sm3=verified.sm3)


@click.command(cls=ChineseCommand, help=told("publish"))
@config_option
@click.argument("folder", metavar="DIR", type=Path)
@click.option("--back", "back", is_flag=True, help=told("publish_back"))
@click.option("--to", "name", metavar="NAME", help=told("publish_to"))
@click.option("--list", "listing", is_flag=True, help=told("publish_list"))
@click.option("--keep", type=click.IntRange(1, 999), default=5, show_default=True, help=told("publish_keep"))
@click.option("--beside", "beside", is_flag=True, help=told("publish_beside"))
@click.option("--as", "called", metavar="NAME", help=told("publish_as"))
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
    beside: bool,
    called: str | None,
    strict: bool,
) -> None:
    """Publish to a folder or a share, go back to an earlier edition, or list the editions."""
    if beside:
        if back or name:
            refuse("beside_back", folder=folder)
        made = partial(_bundled, given(context, config), strict=strict)
        _beside(folder, None if listing else made, called, keep)
        return
    deployment = _deployment(folder)
    if listing:
        _list(deployment)
    elif back or name:
        _back(deployment, name or "")
    else:
        _show(deployment, _bundled(given(context, config), strict=strict), keep)
    if lies_beside(deployment.folder):
        tell_all(deployment.folder.parent)


def _deployment(folder: Path) -> Deployment:
    deployment = Deployment(folder)
    if os.path.ismount(deployment.folder):
        refuse("publish_root", name=folder)
    return deployment


def _show(deployment: Deployment, bundled: Bundle, keep: int) -> None:
    folder, edition = deployment.folder, bundled.edition.number
    if deployment.publish(bundled, keep):
        say("published", folder=folder, edition=edition)
        say("published_how", folder=folder)
    else:
        say("published_already", folder=folder, edition=edition)


def _beside(root: Path, make: Callable[[], Bundle] | None, called: str | None, keep: int) -> None:
    """Put an edition beside others, or only put right what tells of them."""
    root = root.resolve()
    refuse_foreign(root)
    if make is not None:
        if called and not FOLDER.fullmatch(called):
            refuse("beside_name", name=called)
        bundled = make()
        name = called or name_of(bundled.edition.number, bundled.edition.date)
        there = edition_in(root / name)
        if there and there.number != bundled.edition.number:
            refuse("beside_taken", name=name, edition=there.number)
        root.mkdir(parents=True, exist_ok=True)
        _show(_deployment(root / name), bundled, keep)
    elif root.is_dir():
        for name in folders_of(root):
            Deployment(root / name).listed()  # puts right what a killed run left
    if not root.is_dir() or not (found := tell_all(root)):
        refuse("beside_none", folder=root)
    for place, one in enumerate(found):
        mark = words("zh")["beside"]["current"] if place == 0 else ""
        click.echo("\t".join([mark, one.number, one.date, one.code, one.folder]))
    say("beside_told", index=root / "index.html", count=len(found))


def _list(deployment: Deployment) -> None:
    """Show the editions: the one that readers see first."""
    zh = words("zh")["cli"]
    for kept in deployment.listed():
        mark = zh["edition_shown"] if kept.shown else zh["edition_kept"]
        click.echo("\t".join([mark, kept.number or zh["edition_unknown"], kept.date, kept.code, kept.name]).rstrip())


def _back(deployment: Deployment, name: str) -> None:
    try:
        kept = deployment.back(name)
    except NoEditionError as error:
        known = "、".join(each.name for each in deployment.listed() if each.name)
        say("no_kept_edition", name=error.args[0], known=known)
        sys.exit(MACHINE_AT_FAULT)
    say("went_back", folder=deployment.folder, edition=kept.number, date=kept.date)

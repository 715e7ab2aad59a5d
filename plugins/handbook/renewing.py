"""``handbook renew``: the next edition of the handbook below takes the place of the last; the unit's own files stay."""

import os
import shutil
import sys
from pathlib import Path, PurePosixPath

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .founding import BASE
from .pipeline import check_handbook
from .problems import Report
from .settings import Settings
from .stages.bundling.opening import read_folder, unpack
from .swapping import exchange

TOP = "content/handbook.yml"
"""By this file the top of a handbook is known, in a zip as in a folder."""


@click.command(cls=ChineseCommand, help=told("renew"))
@config_option
@click.argument("source", metavar="ZIP|DIR", type=click.Path(path_type=Path, exists=True))
@click.pass_context
def renew(context: click.Context, config: str | None, source: Path) -> None:
    """Let another edition lie beneath the unit's own folder, and tell what no longer fits."""
    settings = settings_of(given(context, config), Report())
    base = settings.root / BASE
    if not (base / settings.content.name).is_dir():
        refuse("renew_no_base", path=base)
    report = Report()
    files = (read_folder if source.is_dir() else unpack)(source, report)
    if files is None or report.errors:
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    taken = of_handbook(files, settings)
    if not taken:
        refuse("renew_nothing", path=source)
    before = lay_beneath(base, taken)
    say("renewed", path=base, before=before)
    checked = Report()
    check_handbook(settings, checked)
    click.echo(checked.explain())
    sys.exit(CONTENT_HAS_PROBLEMS if checked.errors else 0)


def of_handbook(files: dict[str, bytes], settings: Settings) -> dict[str, bytes]:
    """Give those files that make a handbook, by their names from its top; nothing if there is none among them."""
    tops = [name.removesuffix(TOP) for name in files if name == TOP or name.endswith(f"/{TOP}")]
    top = min(tops, key=len, default=None)
    if top is None:
        return {}
    own = {each.name for each in (settings.content, settings.flows, settings.cases)}
    inside = {name.removeprefix(top): content for name, content in files.items() if name.startswith(top)}
    return {name: content for name, content in inside.items() if PurePosixPath(name).parts[0] in own}


def lay_beneath(base: Path, files: dict[str, bytes]) -> Path:
    """Write the files beside ``base``, then let the two change places; gives where the last edition is kept.

    Raises OSError if they cannot be written; ``base`` is then as it was.
    """
    aside, before = base.parent / f".{base.name}.coming-{os.getpid()}", base.parent / f".{base.name}.before"
    try:
        for name, content in files.items():
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    shutil.rmtree(before, ignore_errors=True)
    if exchange(aside, base):
        aside.rename(before)
    else:
        base.rename(before)
        aside.rename(base)
    return before

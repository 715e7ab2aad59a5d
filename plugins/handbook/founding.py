"""``handbook init``: a folder of a unit's own over the handbook it starts from."""

import shutil
from pathlib import Path

import click

from .calling import config_file, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .locale import words
from .problems import Report
from .settings import Settings

BASE = "base"
"""Where the lower handbook lies in the unit's folder: a new edition of it takes this folder's place."""


@click.command(cls=ChineseCommand, help=told("init"))
@config_option
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--unit", metavar="TEXT", default="", help=told("init_unit"))
@click.pass_context
def init(context: click.Context, config: str | None, folder: Path, unit: str) -> None:
    """Start a unit's own folder, with this handbook beneath."""
    path = given(context, config)
    settings = settings_of(path, Report())
    if folder.exists() and any(folder.iterdir()):
        refuse("not_empty", path=folder)
    if folder.resolve().is_relative_to(settings.content) or settings.root.is_relative_to(folder.resolve()):
        refuse("init_inside", path=folder)
    start(settings, config_file(path), folder, unit or words()["cli"]["init_text"]["unit"])
    say("wrote", path=folder)
    say("init_next", path=folder)


def start(settings: Settings, configuration: Path, folder: Path, unit: str) -> None:
    """Write a unit's folder: the configuration, its own files to begin with, and the lower handbook in ``base/``.

    Raises OSError if it cannot be written.
    """
    text = words()["cli"]["init_text"]
    for part in (settings.content, settings.flows, settings.cases):
        if part.is_dir():
            shutil.copytree(part, folder / BASE / part.name)
        (folder / part.name).mkdir(parents=True, exist_ok=True)
    shutil.copy(configuration, folder / "site_config.yml")
    (folder / settings.content.name / "handbook.yml").write_text(
        text["handbook"].format(unit=unit.replace("'", "''"), base=BASE), "utf-8"
    )
    (folder / text["guide_name"]).write_text(text["guide"].format(base=BASE), "utf-8-sig")

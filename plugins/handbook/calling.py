"""What every command begins and ends with: where the handbook is, and how a call is refused.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from .commandline import say, told
from .problems import Report
from .settings import Settings

CONTENT_HAS_PROBLEMS, MACHINE_AT_FAULT = 1, 2


def config_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option ``-f``: where ``site_config.yml`` is."""
    return click.option("-f", "--config", "config", metavar="PATH", help=told("config"))(function)


def given(context: click.Context, config: str | None) -> str | None:
    """Give where the configuration is, as the command or the program before it was told."""
    return config or context.obj


def config_file(path: str | None) -> Path:
    """Give the configuration's path from its own or its folder's."""
    found = Path(path or ".")
    return found / "site_config.yml" if found.is_dir() else found


def settings_of(path: str | None, report: Report) -> Settings:
    """Give the settings, or end the program: without a configuration nothing can be done."""
    from .stages.reading import read_settings  # the stages take long to import; a command's help needs none

    settings = read_settings(config_file(path), report)
    if settings is None:
        click.echo(report.explain(), err=True)
        sys.exit(MACHINE_AT_FAULT)
    return settings


def refuse(word: str, **parts: Any) -> NoReturn:
    """End the program: the call cannot be carried out; ``word`` names the sentence in the locale."""
    say(word, **parts)
    sys.exit(MACHINE_AT_FAULT)

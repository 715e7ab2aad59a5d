"""The command line: it knows only which module holds a command.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import gc

import click

from . import __version__
from .calling import config_option, refuse
from .commandline import ChineseGroup, told
from .problems import reason_of

MODULES = {
    "assessing": ("score", "rank", "sheet"),
    "authoring": ("check", "new", "schema", "search"),
    "building": ("build", "serve"),
    "filling": ("paper",),
    "founding": ("init",),
    "keeping": ("edition", "diff", "review"),
    "printing": ("pdf",),
    "publishing_commands": ("bundle", "verify", "publish"),
    "renewing": ("renew",),
}
"""Each module is loaded when one of its commands is called: all of them together take a second."""


@click.group(
    cls=ChineseGroup,
    modules={name: f"{__package__}.{module}" for module, names in MODULES.items() for name in names},
    help=told("about"),
)
@click.version_option(__version__, "--version", message="%(version)s", help=told("version"))
@config_option
@click.pass_context
def handbook(context: click.Context, config: str | None) -> None:
    """Hold the place of the configuration for the commands."""
    context.obj = config


def main() -> None:
    """Run the command line; whatever the machine refuses is said in a sentence."""
    gc.disable()  # a command makes much and keeps all of it to its end: looking for garbage took a tenth of a build
    try:
        handbook(prog_name="handbook")
    except OSError as error:
        refuse("machine", reason=reason_of(error), name=error.filename or "")

"""``handbook build`` and ``handbook serve``: the site, once or anew at every change.

Exit codes: 0 fine, 1 the content has problems, 2 the call or the machine is at fault.
"""

import gc
import sys
from pathlib import Path

import click

from .calling import CONTENT_HAS_PROBLEMS, config_file, config_option, given, settings_of
from .commandline import ChineseCommand, say, told
from .mkdocs_plugin import build_site, serve_site
from .problems import Report


@click.command(cls=ChineseCommand, help=told("build"))
@config_option
@click.option("-d", "--site-dir", "folder", metavar="DIR", help=told("build_folder"))
@click.option("--strict", is_flag=True, help=told("strict"))
@click.pass_context
def build(context: click.Context, config: str | None, folder: str | None, strict: bool) -> None:
    """Build the site."""
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


@click.command(cls=ChineseCommand, help=told("serve"))
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
    gc.set_threshold(500_000, 20, 20)
    gc.enable()  # a server lives long; but a rebuild should not stop to look for garbage again and again
    serve_site(config_file(given(context, config)), settings, host, int(port), say=say)

"""The command line's manner of speaking: Chinese first, English beside it."""

import json
import sys
from importlib import import_module
from typing import Any

import click

from .locale import words
from .problems import Word


def told(key: str) -> str:
    """Give a help text in Chinese."""
    return str(words("zh")["cli"][key])


def told_counts(counts: dict[str, int]) -> str:
    """Give how many there are of each kind, a line each, in Chinese with English beside it."""
    zh, en = words("zh")["cli"]["counts"], words("en")["cli"]["counts"]
    return "\n".join(f"{count:6}  {zh[name]}  {en[name]}" for name, count in counts.items())


def told_hits(hits: list[dict[str, Any]], query: str, *, as_json: bool) -> str:
    """Give the hits of a search as JSON, or as lines for people."""
    if as_json:
        fields = ("kind", "slug", "title", "url", "answer", "score")
        return json.dumps([{field: hit[field] for field in fields} for hit in hits], ensure_ascii=False, indent=2)
    t = words("zh")["search"]
    if not hits:
        return f"{t['none'].format(text=query)}\n{t['none_text']}"
    shown = "{place:2}. [{kind}] {title}  {url}\n    {answer}"
    return "\n".join(
        shown.format_map({**hit, "place": place, "kind": t["kinds"][hit["kind"]]}) for place, hit in enumerate(hits, 1)
    )


def say(key: str, **parts: Any) -> None:
    """Say a sentence to the person at the terminal, in Chinese with English beside it."""
    for language in ("zh", "en"):
        shown = {
            name: words(language)["words"][part.key] if isinstance(part, Word) else part for name, part in parts.items()
        }
        click.echo(words(language)["cli"][key].format_map(shown), err=True)


class _ChineseHelp(click.Command):
    """A command whose help page and whose refusals are in Chinese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the ``--help`` option with a Chinese text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = told("help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), told("usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Chinese heading."""
        rows = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if rows:
            with formatter.section(told("options")):
                formatter.write_dl(rows)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and explain a wrong call in Chinese and English; exit code 2."""
        try:
            kwargs["standalone_mode"] = False
            return super().main(*args, **kwargs)
        except click.UsageError as error:
            _explain(error)
            sys.exit(2)
        except click.Abort:
            say("stopped")
            sys.exit(130)


class ChineseCommand(_ChineseHelp):
    """A single command."""


class ChineseGroup(_ChineseHelp, click.Group):
    """The command that holds the others; each is imported from its module when it is called."""

    def __init__(self, *args: Any, modules: dict[str, str], **kwargs: Any) -> None:
        """Take besides what any group takes the module of each command, whose function has the command's name."""
        super().__init__(*args, **kwargs)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands' names in order."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give a command, or None if there is none of this name."""
        module = self.modules.get(cmd_name)
        return getattr(import_module(module), cmd_name) if module else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        _ChineseHelp.format_options(self, ctx, formatter)
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(60)) for name, command in found if command]
        with formatter.section(told("commands")):
            formatter.write_dl(rows)


def _explain(error: click.UsageError) -> None:
    key, name = _reason(error)
    for language in ("zh", "en"):
        cli = words(language)["cli"]
        reason = cli[key].format_map({"name": name}) if key else error.format_message()
        click.echo(cli["wrong_call"].format_map({"reason": reason}), err=True)
    say("try_help", command=error.ctx.command_path if error.ctx else "handbook")


def _reason(error: click.UsageError) -> tuple[str, str]:
    """The kind of mistake and the name it is about."""
    if isinstance(error, click.NoSuchOption):
        return "no_such_option", error.option_name
    if isinstance(error, click.MissingParameter):
        return "missing", error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
    if isinstance(error, click.BadParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else str(error.param_hint or "")
        return "bad_value", name
    if "No such command" in error.format_message():
        return "no_such_command", error.format_message().split("'")[1]
    return "", ""

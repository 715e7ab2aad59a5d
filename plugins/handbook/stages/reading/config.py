"""Reading ``site_config.yml`` for the folders it names."""

from pathlib import Path
from typing import Any

import yaml

from ...problems import Place, Report, reason_of
from ...settings import Settings
from .strict import split_lines


class _Lenient(yaml.SafeLoader):
    """MkDocs allows tags such as ``!ENV`` in its configuration; the folders need none of them."""


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(config_file: Path, report: Report) -> Settings | None:
    """Give the settings of the handbook whose configuration is ``config_file``.

    A missing or broken configuration is reported, and None is given.
    """
    name = config_file.name
    try:
        text = config_file.read_text("utf-8-sig")
        settings = yaml.load(text, Loader=_Lenient)
    except (OSError, UnicodeDecodeError) as error:
        report.add("config-unreadable", Place(name), reason=reason_of(error))
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        lines = split_lines(text)
        line_text = lines[place.line - 1] if place.line <= len(lines) else ""
        report.add("config-broken", place, line_text=line_text, reason=getattr(error, "problem", None) or str(error))
        return None
    if not isinstance(settings, dict) or "handbook" not in _plugin_names(settings):
        report.add("config-without-handbook", Place(name))
        return None
    return _settings(config_file, settings)


def _plugin_names(settings: dict[str, Any]) -> list[str]:
    plugins = settings.get("plugins") or []
    if isinstance(plugins, dict):
        return list(plugins)
    return [next(iter(plugin), "") if isinstance(plugin, dict) else str(plugin) for plugin in plugins]


def _settings(config_file: Path, settings: dict[str, Any]) -> Settings:
    plugins = settings["plugins"]
    entries = plugins if isinstance(plugins, list) else [plugins]
    options: dict[str, Any] = {}
    for plugin in entries:
        if isinstance(plugin, dict):
            options |= plugin.get("handbook") or {}
    return Settings.at(
        config_file.parent,
        content=str(settings.get("docs_dir") or "content"),
        site=str(settings.get("site_dir") or "site"),
        flows=str(options.get("flows") or "flows"),
        cases=str(options.get("cases") or "cases"),
    )

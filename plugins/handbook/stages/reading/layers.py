"""Layers: the folders that a unit's own handbook lies over, as ``content/handbook.yml`` names them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from ...problems import Report
from ...settings import Settings
from .source import Source, lay_over

OWN = "unit"
"""The level of a handbook's own files where it has layers and does not say otherwise."""


def layers_of(sources: list[Source], settings: Settings, report: Report) -> Iterator[tuple[Settings, str]]:
    """Give the folders and the level of each layer, the lowest first; what may not be used is reported."""
    for source in (each for each in sources if each.kind == "handbook"):
        layers = source.data.get("layers")
        for index, layer in enumerate(layers if isinstance(layers, list) else ()):
            if isinstance(layer, dict) and isinstance(layer.get("folder"), str):
                yield from _layer(source, index, layer, settings, report)


def _layer(
    source: Source, index: int, layer: dict[str, Any], settings: Settings, report: Report
) -> Iterator[tuple[Settings, str]]:
    """A layer lies inside the handbook's folder: what leads out of it, by name or by link, is refused."""
    name = layer["folder"]
    outside = ".." in PurePosixPath(name).parts or PureWindowsPath(name).is_absolute() or "\\" in name
    folder = settings.root / name
    if outside or PurePosixPath(name).is_absolute() or not folder.resolve().is_relative_to(settings.root):
        source.report(report, "layer-outside", ("layers", index, "folder"), name=name)
    elif folder.resolve() == settings.root or not (folder / settings.content.name).is_dir():
        source.report(report, "layer-missing", ("layers", index, "folder"), name=name, content=settings.content.name)
    else:
        content, flows, cases = (folder / each.name for each in (settings.content, settings.flows, settings.cases))
        below = replace(settings, content=content, flows=flows, cases=cases)
        yield below, str(layer.get("level", "national"))


def merge(layers: list[list[Source]]) -> tuple[Source, ...]:
    """Lay the files of layers over each other by kind and name, the lowest first."""
    made: dict[tuple[str, str], Source] = {}
    for files in layers:
        for source in files:
            key = (source.kind, source.slug)
            made[key] = lay_over(made[key], source) if key in made else source
    return tuple(made.values())

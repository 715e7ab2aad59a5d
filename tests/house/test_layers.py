"""Imports point down only, in no circle, and every library has the one door that plugins/README.md gives it."""

import importlib
from typing import get_origin

import networkx
import pytest

from handbook import cli
from house.sources import PACKAGE, imported_modules, imports_of, modules, name_of

FLOORS = (
    {"locale"},
    {"settings", "problems", "store", "zipping", "colours"},
    {"entries", "views", "search"},
    {"scoring", "editions", "desk"},
    {"stages"},
    {"pipeline"},
    {"calling", "cli", "commandline", "mkdocs_plugin", *cli.MODULES}
    | {"deploying", "guarding", "neighbours", "reviewing", "schemas", "sheets", "starting", "summary", "swapping"}
    | {"workbook"},
)
"""The rooms, from the ground up. Rooms of a floor are strangers, but for the doors on the top floor."""

COMMANDS = ("calling", "cli", "commandline", *cli.MODULES)
ONLY_IN = {
    "yaml": ("handbook.stages.reading", "handbook.locale"),
    "mkdocs": ("handbook.mkdocs_plugin",),
    "material": ("handbook.mkdocs_plugin",),
    "pygraphviz": ("handbook.stages.drawing",),
    "jinja2": ("handbook.stages.rendering",),
    "markdown_it": ("handbook.stages.planning",),
    "py_mini_racer": ("handbook.scoring", "handbook.search.embedded", "handbook.filling", "handbook.desk.votes"),
    "pypinyin": ("handbook.stages.planning.searching",),
    "xlsxwriter": ("handbook.sheets", "handbook.workbook"),
    "click": tuple(f"handbook.{each}" for each in COMMANDS),
    "zxingcpp": ("handbook.stages.rendering",),
    "weasyprint": ("handbook.printing",),
    "lxml": ("handbook.stages.bundling",),
    "tinycss2": ("handbook.stages.bundling",),
    "cryptography": ("handbook.stages.bundling",),
    "deflate": ("handbook.zipping",),
    "docxtpl": ("handbook.filling",),
}
MODULES = modules()


def room(module: str) -> str:
    """Give the room of the house a module is in."""
    return [*module.split("."), ""][1]


def floor(module: str) -> int:
    """Give how high a module stands."""
    return next(number for number, rooms in enumerate(FLOORS) if room(module) in rooms)


def within(module: str, rooms: tuple[str, ...]) -> bool:
    """Whether a module is one of these rooms or in one of them."""
    return any(module == name or module.startswith(name + ".") for name in rooms)


def may_import(module: str, imported: str) -> bool:
    """Whether the floors allow an import."""
    if imported == "handbook" or room(module) == room(imported):
        return True
    top = len(FLOORS) - 1
    return floor(imported) < floor(module) or floor(imported) == floor(module) == top


def stage(module: str) -> str:
    """Give the stage a module belongs to; empty if to none."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] == "stages" else ""


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"handbook"}))
def test_imports_point_down_only(module: str) -> None:
    """No module imports from a floor above it or from another room of its own floor."""
    wrong = [imported for imported in imported_modules(MODULES[module]) if not may_import(module, imported)]
    assert not wrong


def test_there_is_no_import_cycle() -> None:
    """Not even one for types alone."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_edges_from((module, imported) for module in MODULES for imported in imported_modules(MODULES[module]))
    circles = [sorted(circle) for circle in networkx.strongly_connected_components(graph) if len(circle) > 1]
    assert not circles


@pytest.mark.parametrize("module", sorted(module for module in MODULES if stage(module)))
def test_a_stage_imports_another_stage_s_types_only(module: str) -> None:
    """What flows between stages is a type; no stage calls another."""
    for imported, name in imports_of(MODULES[module]):
        if stage(imported) and stage(imported) != stage(module):
            thing = getattr(importlib.import_module(imported), name)
            assert isinstance(thing, type) or get_origin(thing) is not None, f"{imported}.{name}"


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_has_one_door(library: str) -> None:
    """Only the room that a library was let into may use it."""
    others = [module for module in MODULES if not within(module, ONLY_IN[library])]
    assert [module for module in others for used, _ in imports_of(MODULES[module]) if within(used, (library,))] == []


def test_every_room_is_known() -> None:
    """A new room is put on its floor here and in plugins/README.md."""
    known = set().union(*FLOORS) | {""}
    assert {room(module) for module in MODULES} <= known, name_of(PACKAGE)

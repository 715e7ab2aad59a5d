"""Names say what a thing is, and every public name and every field says it in words."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

import handbook.entries
from house.sources import PACKAGE, ROOT, name_of, own, tree_of

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "core", "manager", "handler", "processor"}
EMPTY_NAMES |= {"data", "info"}
CHINESE = re.compile(r"[一-鿿]")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words_in(name: str) -> set[str]:
    """Give the words of a name, however they are joined."""
    return {word.lower() for word in WORD.findall(name)}


def test_no_file_or_folder_has_an_empty_name() -> None:
    """Nothing is called utils, helpers, data …; authors' content is theirs to name."""
    ours = [path for folder in ("plugins", "tests", "bench") for path in own(under=ROOT / folder)]
    parts = {part for path in ours for part in path.relative_to(ROOT).parts}
    assert [part for part in sorted(parts) if words_in(part.partition(".")[0]) & EMPTY_NAMES] == []


@pytest.mark.parametrize("path", own(".py"), ids=name_of)
def test_no_class_has_an_empty_name(path: Path) -> None:
    """Nor is a class."""
    names = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    assert [name for name in names if words_in(name) & EMPTY_NAMES] == []


def public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Give the public classes, functions and methods under a node."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


@pytest.mark.parametrize("path", own(".py", under=PACKAGE), ids=name_of)
def test_every_public_name_is_explained(path: Path) -> None:
    """Modules, classes, functions and methods have a docstring."""
    tree = tree_of(path)
    assert ast.get_docstring(tree)
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == []


def models() -> list[type[BaseModel]]:
    """Give every model of what authors may write."""
    found: set[type[BaseModel]] = set()
    for module in pkgutil.iter_modules(handbook.entries.__path__):
        things = vars(importlib.import_module(f"handbook.entries.{module.name}")).values()
        found |= {thing for thing in things if isinstance(thing, type) and issubclass(thing, BaseModel)}
    return sorted(found - {BaseModel}, key=lambda model: f"{model.__module__}.{model.__name__}")


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_tells_authors_in_chinese_what_to_write(model: type[BaseModel]) -> None:
    """What an editor shows beside a field."""
    fields = model.model_fields.items()
    assert [name for name, field in fields if not CHINESE.search(field.description or "")] == []

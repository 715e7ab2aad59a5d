"""Where a handbook's folders are, read from ``site_config.yml``."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of a handbook. All are absolute paths; ``root`` holds the others."""

    root: Path
    """The folder that holds ``site_config.yml``."""
    content: Path
    """Procedures, papers, forms, regulations and the single files."""
    flows: Path
    """Flowcharts, and concept diagrams in ``diagrams/``."""
    cases: Path
    """Case studies."""
    site: Path
    """Where the built site goes."""
    editions: Path
    """Snapshots of the editions released so far."""
    cache: Path
    """Where drawings are kept between builds; may be deleted at any time."""

    @classmethod
    def at(
        cls, root: Path, *, content: str = "content", flows: str = "flows", cases: str = "cases", site: str = "site"
    ) -> "Settings":
        """Give the settings of a handbook whose ``site_config.yml`` is in ``root``."""
        root = root.resolve()
        return cls(
            root=root,
            content=(root / content).absolute(),
            flows=(root / flows).absolute(),
            cases=(root / cases).absolute(),
            site=(root / site).absolute(),
            editions=root / "editions",
            cache=root / ".cache" / "handbook",
        )

    def publishing_to(self, site: Path) -> "Settings":
        """Give the same settings with another folder for the built site."""
        return replace(self, site=site.absolute())

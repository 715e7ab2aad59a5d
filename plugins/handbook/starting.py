"""Starting files for authors: small, valid, to be written over."""

from importlib import resources
from pathlib import Path

from .settings import Settings

FOLDERS = {
    "procedure": "{content}/{chapter}",
    "flow": "{flows}",
    "diagram": "{flows}/diagrams",
    "case": "{cases}",
    "paper": "{content}/papers",
    "form": "{content}/forms",
    "regulation": "{content}/regulations",
}
"""Where a new file of each kind goes."""


def target(settings: Settings, kind: str, slug: str, chapter: str) -> Path:
    """Give the path of a new file of a kind."""
    folder = FOLDERS[kind].format(content=settings.content, flows=settings.flows, cases=settings.cases, chapter=chapter)
    return Path(folder, f"{slug}.yml")


def write_starting_files(settings: Settings, kind: str, slug: str, title: str, chapter: str) -> list[Path]:
    """Write a valid starting file (for a procedure its flow too) and give the paths.

    Raises FileExistsError if a file is there already: nothing is written then.
    """
    kinds = ["procedure", "flow"] if kind == "procedure" else [kind]
    texts = {target(settings, each, slug, chapter): _text(each, title) for each in kinds}
    for path in texts:
        if path.exists():
            raise FileExistsError(path)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(texts)


def _text(kind: str, title: str) -> str:
    text = resources.files(__package__).joinpath("entries", "starting", f"{kind}.yml").read_text("utf-8")
    return text.replace("《名称》", title)

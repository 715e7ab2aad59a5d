"""A document as a file: a zip of the parts that all documents share and its own body."""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from ....views.document import DocumentView
from ....zipping import packed

PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer1.xml": "footer1.xml",
    "word/footer2.xml": "footer2.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""The shared parts: name in the document → file in ``parts/``."""
BODY, CORE = "word/document.xml", "docProps/core.xml"


@cache
def shared_parts() -> dict[str, str]:
    """Give the parts that all documents share."""
    folder = Path(__file__).parent / "parts"
    return {name: (folder / file).read_text("utf-8") for name, file in PARTS.items()}


def core(view: DocumentView) -> str:
    """Give the part that tells a document's title and day, and nobody's name."""
    text = (Path(__file__).parent / "parts" / "properties.xml").read_text("utf-8")
    return text.replace("@title@", escape(view.title)).replace("@day@", view.day)


def packaged(view: DocumentView, body: str) -> bytes:
    """Give a document as the bytes of a .docx: the same for the same body, wherever and whenever it is made."""
    parts = {**shared_parts(), BODY: body, CORE: core(view)}
    return packed({name: parts[name].encode() for name in sorted(parts)}, f"{view.day}T00:00:00Z")

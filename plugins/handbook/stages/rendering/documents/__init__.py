"""Papers as Word documents: for each a template that the page and the command line fill in, and a blank copy."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ....locale import words
from ....store import Store, code_edition
from ....views.document import DocumentField, DocumentView
from ....zipping import squeezed
from .blanks import blank_of
from .body import body
from .package import core, packaged, shared_parts

__all__ = ["Documents", "Template", "shared_script", "template", "with_body", "write_documents"]

EDITION = code_edition(Path(__file__).parent)
BLANK, DATA = "blank", "data"


@dataclass(frozen=True, slots=True)
class Documents:
    """The blank copy of each paper, and what a page needs to fill in its template; both by the paper's slug."""

    blanks: dict[str, bytes]
    scripts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Template:
    """A template, and what fills it in: each tag with its field and what stands there unfilled."""

    body: str
    """The part ``word/document.xml`` with its tags."""
    tags: dict[str, tuple[str, str]]


def tag_of(field: str, manner: str) -> str:
    """Give the name of a tag: a plain word, for Jinja knows no hyphen and reserves words such as ``for``."""
    return f"{manner}_{field.replace('-', '_')}"


def template(view: DocumentView) -> Template:
    """Give the template of a paper: the same file in the page and at the command line."""
    return Template(*_with_tags(view))


def with_body(view: DocumentView, text: str) -> bytes:
    """Give a paper as a .docx with another body."""
    return packaged(view, text)


def _with_tags(view: DocumentView) -> tuple[str, dict[str, tuple[str, str]]]:
    tags: dict[str, tuple[str, str]] = {}

    def tag(name: str, manner: str) -> str:
        tags[tag_of(name, manner)] = (name, blank_of(view.fields[name], manner))
        return "{{" + tag_of(name, manner) + "}}"

    return body(view, tag), tags


def write_documents(views: tuple[DocumentView, ...], cache: Path) -> Documents:
    """Write the blank copy and the script of every paper; what was made from the same before is taken over."""
    blanks: dict[str, bytes] = {}
    scripts: dict[str, str] = {}
    with Store(cache, "documents", EDITION) as store:
        for view in views:
            making = repr((view, words()["documents"]["blanks"]))
            kept = store.get(f"{BLANK} {making}"), store.get(f"{DATA} {making}")
            blank, script = kept if all(kept) else _made(view, store, making)
            blanks[view.slug], scripts[view.slug] = blank or b"", (script or b"").decode()
    return Documents(blanks, scripts)


def _made(view: DocumentView, store: Store, making: str) -> tuple[bytes, bytes]:
    blank = packaged(view, body(view, lambda name, manner: blank_of(view.fields[name], manner)))
    script = f"hbPaper({_json(_told(view))})\n".encode()
    store.keep(f"{BLANK} {making}", blank)
    store.keep(f"{DATA} {making}", script)
    return blank, script


def _told(view: DocumentView) -> dict[str, Any]:
    """What a page needs: the fields, the tags and the body, squeezed."""
    text, tags = _with_tags(view)
    return {
        "slug": view.slug,
        "title": view.title,
        "kind": view.kind,
        "wide": view.wide,
        "fields": {name: _field(field) for name, field in view.fields.items()},
        "tags": tags,
        "core": core(view),
        "body": base64.b64encode(squeezed(text.encode())).decode(),
    }


def _field(field: DocumentField) -> dict[str, Any]:
    told = {name: getattr(field, name) for name in ("label", "kind", "required", "hint", "sample", "choices")}
    return {**told, "minimum": field.minimum, "maximum": field.maximum}


def shared_script() -> str:
    """Give the script with the parts that all documents share."""
    return f"hbPaperParts({_json(shared_parts())})\n"


def _json(told: Any) -> str:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")

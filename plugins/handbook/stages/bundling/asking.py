"""What style sheets and scripts ask for while a page is shown."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from .pages import Address

OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[a-z0-9$\[]", re.I)
"""The beginning of an address that leaves the site: a scheme with a host, or a host alone."""
NAMESPACES = (
    "http://www.w3.org/",
    "https://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.org/dc/",
)
"""Names that look like addresses; nothing ever asks for them."""
LEGAL = re.compile(r"/\*[!*].*?\*/", re.S)
"""Licences stay in the bundles as comments; what they name is not asked for."""
QUOTED = re.compile(r"""["'`]((?:[a-z][a-z0-9+.-]*:)?//[a-z0-9$\[][^"'`\s<>]*)""", re.I)
INWARD = re.compile(r'"((?:[\w-]+/)*[\w-]+\.(?:html|docx|xlsx|pdf))(#[^"\\\s]*)?"')
PARTS = re.compile(rb"\s*(?:__hb_search_part|hbTerms)\(")
"""How a script begins that only carries what pages look up."""


def asked_by_style(text: str, first_line: int = 1) -> Iterator[Address]:
    """Give every address a style sheet loads: ``url(…)``, ``@import`` and the like, escapes resolved."""
    for node in tinycss2.parse_stylesheet(text):
        if node.type == "at-rule" and node.lower_at_keyword == "import":
            yield from _strings(node.prelude, first_line)
        yield from _urls([node], first_line)


def _strings(nodes: Iterable[Any], first_line: int) -> Iterator[Address]:
    for node in nodes:
        if node.type == "string":
            yield Address(node.value, first_line + node.source_line - 1)


def _urls(nodes: Iterable[Any], first_line: int) -> Iterator[Address]:
    for node in nodes:
        if node.type == "url":
            yield Address(node.value, first_line + node.source_line - 1)
        if node.type == "function" and node.lower_name in ("url", "image", "image-set", "-webkit-image-set", "src"):
            yield from _strings(node.arguments, first_line)
        for inner in ("prelude", "content", "arguments"):
            if getattr(node, inner, None):
                yield from _urls(getattr(node, inner), first_line)


def asked_by_script(text: str, first_line: int = 1) -> Iterator[Address]:
    """Give every outside address a script carries in quotes, whether it would ask for it or not."""
    plain = LEGAL.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for found in QUOTED.finditer(plain):
        if not found[1].startswith(NAMESPACES):
            yield Address(found[1], first_line + plain.count("\n", 0, found.start()))


def named_by_script(content: bytes) -> Iterator[Address]:
    """Give the pages that a script of the search or of the terms leads to, counted from the site's root."""
    if PARTS.match(content):
        for found in INWARD.finditer(content.decode("utf-8")):
            yield Address(found[1] + (found[2] or ""), 1)

"""What a page of the built site says of itself: its anchors, where its links lead, what it loads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

ASKS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "iframe": ("src", "srcdoc"),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
    "base": ("href",),
    "body": ("background",),
}
"""The attributes by which an element asks for a file while the page is shown."""

LEADS = {"a": ("href", "xlink:href"), "area": ("href",)}
"""The attributes by which an element leads to a page when it is chosen."""

TELLING = (*ASKS, *LEADS, "meta", "style")
"""The elements that have anything to say here besides their own name: one in six."""
NAMES, STYLED = etree.XPath("//@id"), etree.XPath("//*[@style]")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written, and the line it is written on, from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A script or a style that stands in the page itself."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class SitePage:
    """One HTML or SVG file of the site."""

    anchors: frozenset[str]
    leads: tuple[Address, ...]
    asks: tuple[Address, ...]
    scripts: tuple[Passage, ...]
    styles: tuple[Passage, ...]


def read_page(content: bytes) -> SitePage:
    """Read an HTML page as browsers do: whatever it says, it is a page."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(content, parser)
    if root is None:
        return SitePage(frozenset(), (), (), (), ())
    elements = list(root.iter(*TELLING))
    anchors: set[str] = set(map(str, NAMES(root)))
    leads: list[Address] = []
    asks: list[Address] = []
    styles = [Passage("x{" + str(element.attrib["style"]) + "}", _line(element)) for element in STYLED(root)]
    for element in elements:
        line, tag = _line(element), str(element.tag)
        if tag == "a" and "name" in element.attrib:
            anchors.add(str(element.attrib["name"]))
        elif tag == "style":
            styles.append(Passage(element.text or "", line))
        leads += _addresses(element, LEADS.get(tag, ()), line)
        asks += _asked(element, tag, line)
    return SitePage(frozenset(anchors), tuple(leads), tuple(asks), tuple(_scripts(elements)), tuple(styles))


def _addresses(element: Any, names: tuple[str, ...], line: int) -> Iterator[Address]:
    for name in names:
        written = element.attrib.get(name)
        if written is None:
            continue
        candidates = str(written).split(",") if name == "srcset" else [str(written)]
        for candidate in candidates:
            yield Address(candidate.split()[0] if name == "srcset" and candidate.split() else candidate.strip(), line)


def _asked(element: Any, tag: str, line: int) -> Iterator[Address]:
    yield from _addresses(element, ASKS.get(tag, ()), line)
    if tag == "meta" and str(element.attrib.get("http-equiv", "")).lower() == "refresh":
        _, found, target = str(element.attrib.get("content", "")).partition("=")
        if found:
            yield Address(target.strip(" '\""), line)


def _scripts(elements: list[Any]) -> Iterator[Passage]:
    """Scripts that run; what a page carries as JSON does not."""
    for element in elements:
        kind = str(element.attrib.get("type", "")).lower()
        if element.tag == "script" and "src" not in element.attrib and kind in ("", "text/javascript", "module"):
            yield Passage(element.text or "", _line(element))


def _line(element: Any) -> int:
    return int(element.sourceline or 1)

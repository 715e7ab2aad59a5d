"""Every link and anchor inside resolves, and nothing inside asks for anything outside."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from ...problems import Place, Report
from .asking import OUTSIDE, asked_by_script, asked_by_style, named_by_script
from .pages import Address, SitePage, read_page

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
CARRIED = ("data:", "blob:", "about:")
"""Schemes whose content the page carries itself."""
CALLS = ("mailto:", "tel:")
"""Schemes that open another program of the reader's own."""


class _Site:
    """The files of a site, each page read once."""

    def __init__(self, files: dict[str, bytes], report: Report) -> None:
        self.files, self.report = files, report
        self.pages = {name: read_page(content) for name, content in files.items() if name.endswith((".html", ".svg"))}

    def note(self, code: str, name: str, address: Address) -> None:
        lines = self.files[name].split(b"\n")
        text = lines[address.line - 1].decode("utf-8", "replace") if address.line <= len(lines) else ""
        column = text.find(address.text) + 1
        place = Place(name, address.line, max(1, column))
        self.report.add(code, place, line_text=text if column else "", address=address.text[:200])

    def resolve(self, name: str, address: Address, folder: str) -> None:
        """Hold an address that a file names against the files and their anchors; it counts from ``folder``."""
        path, _, fragment = address.text.partition("#")
        path = path.partition("?")[0]
        target = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else name
        if target not in self.files:
            self.note("bundle-link", name, address)
        elif fragment.startswith("/"):
            return  # A place in a deck, which its script finds.
        elif fragment in ("", "top") or target not in self.pages:
            return
        elif unquote(fragment) not in self.pages[target].anchors:
            self.note("bundle-anchor", name, address)


def check_site(files: dict[str, bytes], report: Report) -> None:
    """Report every link that leads nowhere and every address that asks for something outside."""
    site = _Site(files, report)
    for name, page in site.pages.items():
        for address in page.leads:
            _check_lead(site, name, address)
        for address in _asked(page):
            _check_asked(site, name, address)
    for name, content in files.items():
        for address in _asked_by_file(name, content):
            _check_asked(site, name, address)
        if name.endswith(".js"):
            for address in named_by_script(content):
                site.resolve(name, address, "")


def _asked(page: SitePage) -> Iterator[Address]:
    yield from page.asks
    for style in page.styles:
        yield from asked_by_style(style.text, style.line)
    for script in page.scripts:
        yield from asked_by_script(script.text, script.line)


def _asked_by_file(name: str, content: bytes) -> Iterator[Address]:
    if name.endswith(".css"):
        yield from asked_by_style(content.decode("utf-8", "replace"))
    elif name.endswith((".js", ".mjs")):
        yield from asked_by_script(content.decode("utf-8", "replace"))


def _check_lead(site: _Site, name: str, address: Address) -> None:
    """A link leads to a page inside; a link outside would be dead where there is no internet."""
    text = address.text
    if text.lower().startswith(CALLS) or text.lower().startswith(CARRIED):
        return
    if SCHEME.match(text) or text.startswith("//"):
        site.note("bundle-leads-outside", name, address)
    elif text != "#":
        site.resolve(name, address, posixpath.dirname(name))


def _check_asked(site: _Site, name: str, address: Address) -> None:
    text = address.text
    if not text or text.startswith("#") or text.lower().startswith(CARRIED):
        return
    if OUTSIDE.match(text) or SCHEME.match(text) or text.startswith("/"):
        site.note("bundle-outside", name, address)
    else:
        site.resolve(name, address, posixpath.dirname(name))

"""The prints are joined from the pages as they were rendered: the words on paper are those on the screen."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from ...views.prints import PrintChapter, PrintEntry, PrintView

SCREEN = re.compile(
    r'<(?:!--screen-->.*?<!--/screen-->|svg class="hb-(?:icon|face)".*?</svg>|img class="hb-face"[^>]*>)', re.S
)
"""What a template marks as of no use on paper, icons and faces."""
STEP = re.compile(r'(<section class="hb-step [^>]*?) tabindex="-1" aria-labelledby="[^"]*"')
"""A step's card, which is a landmark on its page; of those of a whole chapter several have one name."""
BOTH = re.compile(r'( aria-labelledby="\S+ )(?=[^"]+")')
"""Before the second of two ids in an attribute."""
KEPT = 2000
"""How many pages are remembered between the builds of a server."""


@dataclass(frozen=True, slots=True)
class Section:
    """A procedure in a print, with its words."""

    entry: PrintEntry
    content: Markup


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter in a print, with the words of its procedures."""

    chapter: PrintChapter
    sections: tuple[Section, ...]


@lru_cache(KEPT)
def for_paper(html: str, slug: str) -> str:
    """Give the content of a page for a print: without what only a screen needs, its anchors unique in a print.

    An anchor ``x`` becomes ``<slug>--x``.
    """
    own = f"{slug}--"
    text = STEP.sub(r"\1", SCREEN.sub("", html))
    text = text.replace(' id="', f' id="{own}').replace('href="#', f'href="#{own}')
    text = BOTH.sub(rf"\g<1>{own}", text.replace(' aria-labelledby="', f' aria-labelledby="{own}'))
    return text.replace("<details ", "<details open ")


def parts(view: PrintView, pages: dict[str, str]) -> list[Part]:
    """Give the chapters of a print with their words; ``pages`` holds the HTML of pages by address."""
    within = _linker(view.chapters)
    return [
        Part(
            chapter,
            tuple(
                Section(entry, Markup(within(for_paper(pages[entry.address], entry.slug)))) for entry in chapter.entries
            ),
        )
        for chapter in view.chapters
    ]


def _linker(chapters: Iterable[PrintChapter]) -> Callable[[str], str]:
    """Turn links to procedures of the print into links within it."""
    entries = {entry.address: entry for chapter in chapters for entry in chapter.entries}
    folders = "|".join(chapter.slug for chapter in chapters)
    links = re.compile(rf'href="\.\./((?:{folders})/[a-z0-9-]+\.html)(?:#([^"]*))?"')

    def inside(found: re.Match[str]) -> str:
        entry = entries.get(found[1])
        if entry is None:
            return found[0]
        anchor = f"{entry.slug}--{found[2]}" if found[2] else entry.slug
        return f'href="#{anchor}" data-see="{escape(entry.code)}"'

    return lambda text: links.sub(inside, text)

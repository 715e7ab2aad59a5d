"""What the built pages say of whom their parts are for."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

MARKED = re.compile(r"<(\w+)([^<>]*?) data-only=\"([^\"]*)\" data-what=\"([^\"]*)\"")
HREF = re.compile(r' href="([^"#]*)')


class Marked(NamedTuple):
    """A part of a page that is not for every branch."""

    tag: str
    hook: str
    href: str
    what: str
    only: Any


@cache
def marked(page: Path) -> list[Marked]:
    """Give all marked parts of a page in their order, but for those that only follow a step."""
    found = []
    for tag, before, only, what in MARKED.findall(page.read_text("utf-8")):
        hook = re.search(r'data-hb="([^"]*)"', before)
        href = HREF.search(before)
        if not (hook and hook[1] == "fit-echo"):
            parts = (html.unescape(what), json.loads(html.unescape(only)))
            found.append(Marked(tag, hook[1] if hook else "", html.unescape(href[1]) if href else "", *parts))
    return found

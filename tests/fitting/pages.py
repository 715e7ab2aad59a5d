"""What the built pages say of whom their parts are for."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

SCRIPT = "var hbFit="
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
def known(site: Path) -> dict[str, Any]:
    """Give the conditions that pages name by keys."""
    found: dict[str, Any] = json.loads((site / "assets" / "conditions.js").read_text("utf-8").strip()[len(SCRIPT) :])
    return found


def site_of(page: Path) -> Path:
    """Give the folder of the site that a page is in."""
    return next(folder for folder in page.parents if (folder / "assets" / "conditions.js").exists())


@cache
def marked(page: Path) -> list[Marked]:
    """Give all marked parts of a page in their order, but for those that only follow a step."""
    found = []
    conditions = known(site_of(page))["conditions"]
    for tag, before, only, what in MARKED.findall(page.read_text("utf-8")):
        hook = re.search(r'data-hb="([^"]*)"', before)
        href = HREF.search(before)
        if not (hook and hook[1] == "fit-echo"):
            parts = (html.unescape(what), [conditions[key] for key in only.split()])
            found.append(Marked(tag, hook[1] if hook else "", html.unescape(href[1]) if href else "", *parts))
    return found

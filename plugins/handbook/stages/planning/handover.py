"""The pages for those who run servers and computers: how to put the handbook there, and what a computer can do."""

import json
from collections.abc import Iterator
from typing import Any

from ...locale import words
from ...views.handover import SelfCheckView, ServerView, Tried, Way
from ...views.parts import Heading
from .lookup import Lookup
from .pages import PlannedPage

SERVER, CHECK = "server.html", "selfcheck.html"
SAMPLES = {"nginx": "nginx.conf", "apache": "htaccess.txt", "iis": "web.config", "others": "headers.txt"}
"""The sample configurations by way; they are written when the site is finished: the policy in them follows from it."""


def plan_handover(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan both pages, at the site's root."""
    t = words()["handover"]
    ways = tuple(_way(key, way) for key, way in t["server"]["ways"].items())
    outline = tuple(Heading(way.title, way.id, 1) for way in ways)
    server = ServerView(ways, CHECK)
    yield PlannedPage(SERVER, "server", t["server"]["title"], outline, server, "page", "server")
    check = t["check"]
    sentences = json.dumps({**check["said"], "items": check["items"]}, ensure_ascii=False)
    day = lookup.handbook.file.edition.date.isoformat()
    tried = tuple(Tried(key, item["name"], item["why"]) for key, item in check["items"].items())
    view = SelfCheckView(tried, sentences, day, SERVER)
    yield PlannedPage(CHECK, "selfcheck", check["title"], (), view, "page", "selfcheck")


def _way(key: str, way: dict[str, Any]) -> Way:
    sample = f"server/{SAMPLES[key]}" if key in SAMPLES else ""
    return Way(key, way["title"], way["text"], tuple(way["steps"]), way["commands"].strip(), sample)

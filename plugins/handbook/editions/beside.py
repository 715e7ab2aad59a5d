"""Editions that lie side by side as plain folders: the list by which a page of one finds the others."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
"""What the folder of an edition may be called: its name stands in addresses."""
LIST = re.compile(r"hbEditions\((.*)\)\n", re.S)


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the editions in a folder."""

    folder: str
    number: str
    date: str
    code: str
    """The code of all that it holds; empty if it is from before there were such codes."""
    title: str
    unit: str


def beside(own: str, editions: Iterable[Beside]) -> str:
    """Give the script that tells an edition, whose folder is ``own``, of all that lie in the same place, newest first.

    An edition that lies alone has an empty name and an empty list.
    """
    listed = [{"folder": one.folder, "number": one.number, "date": one.date} for one in editions]
    text = json.dumps({"own": own, "editions": listed}, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"hbEditions({text})\n"


def listed_by(script: str) -> tuple[str, tuple[str, ...]] | None:
    """Give the own folder and all folders that a list names; None if it is no such list."""
    found = LIST.fullmatch(script)
    try:
        told: Any = json.loads(found[1]) if found else None
        own, folders = str(told["own"]), tuple(str(one["folder"]) for one in told["editions"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (own, folders) if all(FOLDER.fullmatch(name) for name in folders) else None

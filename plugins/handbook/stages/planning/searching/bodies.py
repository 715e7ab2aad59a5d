"""The running text of the entries, for what no name or question says."""

from collections.abc import Iterator
from typing import Any

from ...linking import Handbook
from .plain import plain

LEFT_OUT = frozenset(
    {"title", "title_en", "also", "code", "reviewed", "next_review", "questions", "kind", "lead", "owner"}
)
LEFT_OUT_DEEP = frozenset(
    {"basis", "papers", "who", "duty", "deadlines", "step", "unit_types", "procedures", "regulation", "diagram", "link"}
    | {"cases", "forms", "diagrams", "related", "made_by", "sent_to", "unit_type", "flow", "force", "confidence"}
)


def bodies(handbook: Handbook, offers: list[dict[str, Any]]) -> list[str]:
    """Give the text of each entry; of questions what they add, of terms and chapters nothing more."""
    groups: dict[str, dict[str, Any]] = {
        "procedure": handbook.procedures,
        "case": handbook.cases,
        "paper": handbook.papers,
        "form": handbook.forms,
        "diagram": handbook.diagrams,
        "regulation": handbook.regulations,
    }
    return [_body(groups[offer["kind"]][offer["slug"]]) if offer["kind"] in groups else "" for offer in offers]


def _body(entry: Any) -> str:
    top = {key: value for key, value in entry.source.data.items() if key not in LEFT_OUT}
    return "\n".join(dict.fromkeys(_texts(top)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) > 3 and not value.isascii():
            yield plain(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in LEFT_OUT_DEEP:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)

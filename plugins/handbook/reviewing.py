"""What is due for review: by its own date, because an article changed, or because nobody ever looked."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from .locale import words
from .stages.checking import Entry
from .stages.linking import Handbook
from .stages.linking.references import walk

Reason = Literal["overdue", "article-changed", "superseded", "never", "rests"]
A_YEAR = timedelta(days=365)
"""How long a review holds where the entry does not say."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to look at again."""

    kind: str
    slug: str
    title: str
    reason: Reason
    detail: str
    """The day it was due, or the article that changed."""
    place: str
    """Which step, where it is one; the short code of a printed page."""

    def plain(self) -> dict[str, str]:
        """Give it as plain data."""
        return asdict(self)


def due_for_review(handbook: Handbook, today: date, until: date) -> list[Due]:
    """Give all that is due by ``until``: past its date, on a changed or superseded article, never reviewed."""
    return [
        *_overdue(handbook, until),
        *_on_changed_articles(handbook, today),
        *_superseded(handbook),
        *_never_checked(handbook),
    ]


def resting_on(handbook: Handbook, article: str) -> list[Due] | None:
    """Give all that rests on one article (``<regulation> <article>``); None if there is no such article."""
    name, _, label = article.partition(" ")
    entry = handbook.regulations.get(name)
    if entry is None or label.strip() not in {each.article for each in entry.model.articles}:
        return None
    return list(dict.fromkeys(_resting(handbook, f"{name} {label.strip()}")))


def _resting(handbook: Handbook, article: str) -> Iterator[Due]:
    for kind, group in _groups(handbook).items():
        for slug, entry in group.items():
            for path, field, text in walk(entry.source.data):
                if field == "basis" and text == article:
                    yield Due(kind, slug, entry.model.title, "rests", article, _place(handbook, kind, slug, path))


def _groups(handbook: Handbook) -> dict[str, dict[str, Entry[Any]]]:
    return {
        "procedure": handbook.procedures,
        "diagram": handbook.diagrams,
        "case": handbook.cases,
        "paper": handbook.papers,
        "form": handbook.forms,
        "regulation": handbook.regulations,
    }


def _overdue(handbook: Handbook, until: date) -> Iterator[Due]:
    for kind, group in _groups(handbook).items():
        for slug, entry in group.items():
            when = getattr(entry.model, "next_review", None) or entry.model.reviewed + A_YEAR
            if when <= until:
                yield Due(kind, slug, entry.model.title, "overdue", when.isoformat(), "")


def _never_checked(handbook: Handbook) -> Iterator[Due]:
    """The regulations of which no fact was ever seen in its source."""
    for slug, entry in handbook.regulations.items():
        facts = [fact for article in entry.model.articles for fact in article.facts]
        if facts and all(fact.confidence == "recalled" for fact in facts):
            yield Due("regulation", slug, entry.model.title, "never", "", "")


def _on_changed_articles(handbook: Handbook, today: date) -> Iterator[Due]:
    """What was last reviewed before an article it rests on changed."""
    for name, entry in handbook.regulations.items():
        for article in entry.model.articles:
            if article.changed is not None and article.changed <= today:
                for due in resting_on(handbook, f"{name} {article.article}") or ():
                    if _groups(handbook)[due.kind][due.slug].model.reviewed < article.changed:
                        yield replace(due, reason="article-changed")


def _superseded(handbook: Handbook) -> Iterator[Due]:
    """What rests on a regulation that is no longer in force."""
    old = {slug for slug, entry in handbook.regulations.items() if entry.model.status == "superseded"}
    for name, label in handbook.cited:
        if name in old:
            yield from (replace(due, reason="superseded") for due in resting_on(handbook, f"{name} {label}") or ())


def _place(handbook: Handbook, kind: str, slug: str, path: tuple[str | int, ...]) -> str:
    """Where in an entry: the short code of a step, the number of a question, or nothing."""
    if kind != "procedure" or len(path) < 2:
        return ""
    code, part = handbook.procedures[slug].model.code, path[1]
    if path[0] == "steps" and part in handbook.numbers[slug]:
        return f"{code}-{handbook.numbers[slug][str(part)]:02}"
    if not isinstance(part, int):
        return code
    return f"{code} {words()['pages']['sections'].get(str(path[0]), '')} {part + 1}"

"""What is due for review: by its own date, because an article changed, or because nobody ever looked."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Literal

from .editions import title_of
from .locale import words
from .stages.linking import Handbook
from .stages.linking.references import walk
from .stages.planning.addresses import deck_address
from .stages.planning.decks import KINDS as SHOWN
from .stages.planning.upkeep import next_review, reviewed_groups

Reason = Literal["overdue", "article-changed", "superseded", "never", "rests", "follows"]


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


def following(handbook: Handbook, rests: Iterable[Due]) -> list[Due]:
    """Give what takes over from what rests on an article, and must be looked at with it.

    The steps that work something out by it, the procedures with a form, what is for the branches of a condition; then
    the decks, the courses, the long runs and what comes round each year.
    """
    first = list(rests)
    users = [due for each in first for due in _users(handbook, each)]
    touched = {(each.kind, each.slug): each.title for each in (*first, *users)}
    shown = [due for (kind, slug), title in touched.items() for due in _shown(handbook, kind, slug, title)]
    known = {(each.kind, each.slug, each.place) for each in first}
    return list(dict.fromkeys(each for each in (*users, *shown) if (each.kind, each.slug, each.place) not in known))


def _resting(handbook: Handbook, article: str) -> Iterator[Due]:
    for kind, group in handbook.edition.entries.items():
        for slug, entry in group.items():
            for path, field, text in walk(entry):
                if field == "basis" and text == article:
                    place = _place(handbook, kind, slug, path)
                    yield Due(kind, slug, title_of(entry, slug), "rests", article, place)


USED_UNDER = {
    "calculator": ("calculators",),
    "form": ("forms",),
    "condition": ("only",),
}
"""The fields under which entries name what they take over from. A step that uses a paper takes nothing over from it."""


def _users(handbook: Handbook, used: Due) -> Iterator[Due]:
    """The places that name a calculator, a form or a condition."""
    fields = USED_UNDER.get(used.kind, ())
    for kind, group in handbook.edition.entries.items() if fields else ():
        for slug, entry in group.items():
            for path, field, text in walk(entry):
                if field in fields and text == used.slug:
                    place = _place(handbook, kind, slug, path)
                    yield Due(kind, slug, title_of(entry, slug), "follows", used.title, place)


TAKEN_OVER = ("course", "run", "calendar")
"""The kinds that put others together."""


def _shown(handbook: Handbook, kind: str, slug: str, title: str) -> Iterator[Due]:
    """The deck of an entry, and what puts it together with others."""
    if kind in SHOWN:
        yield Due("deck", slug, title, "follows", title, deck_address(kind, slug))
    for taker in TAKEN_OVER:
        for name, entry in handbook.edition.entries[taker].items():
            for path, _, text in walk(entry):
                if path[-1] == kind and text == slug:
                    place = _place(handbook, taker, name, path) if taker == "calendar" else ""
                    yield Due(taker, name, title_of(entry, name), "follows", title, place)


def _overdue(handbook: Handbook, until: date) -> Iterator[Due]:
    for kind, group in reviewed_groups(handbook).items():
        for slug, entry in group.items():
            when = next_review(entry.model)
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
                    if _reviewed(handbook, due) < article.changed:
                        yield replace(due, reason="article-changed")


def _reviewed(handbook: Handbook, due: Due) -> date:
    """When an entry was last looked at; of what does not say, the edition's day."""
    entry = reviewed_groups(handbook).get(due.kind, {}).get(due.slug)
    when: date = entry.model.reviewed if entry else handbook.file.edition.date
    return when


def _superseded(handbook: Handbook) -> Iterator[Due]:
    """What rests on a regulation that is no longer in force."""
    old = {slug for slug, entry in handbook.regulations.items() if entry.model.status == "superseded"}
    for name, label in handbook.cited:
        if name in old:
            yield from (replace(due, reason="superseded") for due in resting_on(handbook, f"{name} {label}") or ())


def _place(handbook: Handbook, kind: str, slug: str, path: tuple[str | int, ...]) -> str:
    """Where in an entry: the short code of a step, the number of a question, the task of the year, or nothing."""
    if kind == "calendar" and isinstance(path[1], int):
        return title_of(handbook.edition.entries[kind][slug][str(path[0])][path[1]], "")
    if kind != "procedure" or len(path) < 2:
        return ""
    code, part = handbook.procedures[slug].model.code, path[1]
    if path[0] == "steps" and part in handbook.numbers[slug]:
        return f"{code}-{handbook.numbers[slug][str(part)]:02}"
    if not isinstance(part, int):
        return code
    return f"{code} {words()['pages']['sections'].get(str(path[0]), '')} {part + 1}"

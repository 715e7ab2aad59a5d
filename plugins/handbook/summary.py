"""What a handbook holds, counted: released entries only, for they are what readers get."""

from collections.abc import Callable

from .stages.linking import Handbook

Count = Callable[[Handbook], int]

COUNTS: dict[str, Count] = {
    "procedure": lambda book: len(book.procedures),
    "step": lambda book: sum(len(book.numbers[slug]) for slug in book.procedures),
    "hint": lambda book: sum(len(entry.model.hints) for entry in book.procedures.values()),
    "pitfall": lambda book: sum(len(entry.model.pitfalls) for entry in book.procedures.values()),
    "question": lambda book: sum(len(entry.model.questions) for entry in book.procedures.values()),
    "phrasing": lambda book: sum(len(one.ask) for entry in book.procedures.values() for one in entry.model.questions),
    "discussion": lambda book: sum(len(entry.model.discussion) for entry in book.procedures.values()),
    "deadline": lambda book: sum(
        len(step.deadlines) for entry in book.procedures.values() for step in entry.model.steps.values()
    ),
    "flow": lambda book: len(book.flows),
    "diagram": lambda book: len(book.diagrams),
    "case": lambda book: len(book.cases),
    "paper": lambda book: len(book.papers),
    "form": lambda book: len(book.forms),
    "regulation": lambda book: len(book.regulations),
    "fact": lambda book: sum(
        len(article.facts) for entry in book.regulations.values() for article in entry.model.articles
    ),
    "term": lambda book: len(book.terms),
    "situation": lambda book: len(book.file.situations),
    "calendar": lambda book: len(book.calendar.recurring) + len(book.calendar.milestones) if book.calendar else 0,
}
"""What is counted, in the order in which it is told; the names are in the locale under ``cli.counts``."""


def summarise(handbook: Handbook) -> dict[str, int]:
    """Give how many there are of each kind in the released part of a handbook."""
    return {name: count(handbook) for name, count in COUNTS.items()}

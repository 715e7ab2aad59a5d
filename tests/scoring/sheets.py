"""Random sheets of the handbook's own forms."""

from decimal import Decimal
from random import Random
from typing import Any

from handbook.entries.form import Form, Item

Answers = dict[str, Any]


def some_answer(item: Item, form: Form, random: Random) -> float | str:
    """Something the item accepts, often at one of its ends."""
    if item.not_applicable != "not-allowed" and random.random() < 0.15:
        return "na"
    limit = form.parameters[item.maximum].default if isinstance(item.maximum, str) else item.maximum
    high = limit or (0 if item.maximum == 0 else 20)
    if item.kind == "steps":
        return random.choice(item.options).points
    if item.kind == "check":
        return random.choice((0, 1))
    if item.kind == "per-occurrence":
        return random.randrange(6)
    if item.kind == "rate":
        return random.choice((0, 33.3, 50, 87.5, 100))
    if item.threshold:
        reaches = item.threshold.reaches
        edge = form.parameters[reaches].default if isinstance(reaches, str) else reaches
        return max(0.0, float(Decimal(str(edge)) + random.choice((Decimal("-0.01"), Decimal(0), Decimal("0.01")))))
    low = item.minimum if item.kind == "range" else 0
    return random.choice((low, high, round(random.uniform(low, high), 2)))


def random_sheet(form: Form, random: Random) -> Answers:
    """A sheet with items here, a subtotal there, something left out, and flags."""
    answers: Answers = {"items": {}, "sections": {}, "flags": [], "parameters": {}}
    for name, section in form.sections.items():
        limit = form.parameters[section.maximum].default if isinstance(section.maximum, str) else section.maximum
        if not section.items or random.random() < 0.2:
            high = 100 if limit is None else limit
            answers["sections"][name] = random.choice((high, max(section.floor, round(random.uniform(0, high), 2))))
            continue
        for item_name, item in section.items.items():
            if random.random() < 0.95:
                answers["items"][item_name] = some_answer(item, form, random)
    answers["flags"] = [flag for flag in form.flags if random.random() < 0.2]
    if form.posts:
        answers["post"] = random.choice(list(form.posts))
    return answers

"""How much a change weighs: a changed quorum is a headline, a comma is not."""

import re
from difflib import SequenceMatcher
from typing import Any, Literal

Weight = Literal["headline", "detail", "wording", "upkeep"]

UPKEEP = frozenset({"reviewed", "next_review", "edition", "owner"})
"""Fields that tell who looked after an entry and when, and nothing a reader would do otherwise."""
ACTED_ON = frozenset(
    {
        *("amount", "unit", "times", "kind", "force", "duty", "basis", "approves", "does", "reports_to"),
        *("next", "lane", "flow", "status", "superseded_by", "anchor"),
        *("max", "points", "from", "to", "coefficient", "pay", "weight", "cap", "floor"),
        *("share", "sense", "most", "least", "usual_most", "up_to", "per_cent", "ground", "counts", "like"),
        *("only", "committee", "groups", "members", "probationary", "min", "units", "branches"),
        *("state", "through", "same", "month", "months", "day"),
    }
)
"""Fields whose every change is one that people act on."""
BINDING = frozenset(
    {
        *("steps", "nodes", "deadlines", "requirements", "dates", "sections", "items", "bands", "actions", "legs"),
        *("rule", "quorum", "majority", "reduce", "written", "left_out", "payers", "chapters", "articles"),
    }
)
"""Fields of which one more or one less changes what people do."""
SEARCHED = frozenset({"also", "ask", "asked", "slips", "subject", "core", "elsewhere", "title_en", "name_en", "en"})
"""Fields that only help to find an entry."""
POINTING = frozenset(
    {
        *("cases", "case", "forms", "diagrams", "diagram", "related", "procedures", "procedure", "papers"),
        *("uses", "makes", "step", "date", "question", "learn", "topic", "solves", "unit_type", "unit_types"),
        *("scene", "tone", "code", "minutes", "blank_rows", "sample", "nth", "at_hand", "calculators", "occasion"),
        *("unit_is_sample",),
    }
)
"""Fields that lead to something else or say how it looks: no rule hangs on them."""
WRITTEN = re.compile("[\u4e00-\u9fff]")
"""What is written for readers; other texts are names and choices, which are never only worded otherwise."""
NUMBERS = re.compile(
    r"\d+(?:[.,]\d+)*%?|[零一二三四五六七八九十百千两]+分之[零一二三四五六七八九十百千]+|过半数|半数|"
    r"[一二三四五六七八九十百千两]+(?=[个名人次年月天日周季条款项倍元分票])"
)
RULING = re.compile(
    "应当|必须|不得|不能|不可|不应|可以|一般|不需|无需|不少于|不超过|不低于|以上|以下|超过|以内|之前|之后|[不未无没]"
)
PUNCTUATION = re.compile(r"[\s，。、；：！？“”‘’（）()《》—…·,.;:!?\"'*\-\[\]]+")
ALIKE = 0.6


def weigh(field: str, before: Any, after: Any) -> Weight:
    """Tell how much it weighs that a field's value became another. None stands for nothing there."""
    if field in UPKEEP:
        return "upkeep"
    if field in SEARCHED:
        return "wording"
    if field in ACTED_ON or (field in BINDING and (before is None or after is None)):
        return "headline"
    if not isinstance(before, str) or not isinstance(after, str):
        plain = any(isinstance(value, (bool, int, float)) for value in (before, after))
        return "headline" if plain and field not in POINTING else "detail"
    if not WRITTEN.search(before + after):
        return "detail" if field in POINTING else "headline"
    return _weigh_texts(before, after)


def _weigh_texts(before: str, after: str) -> Weight:
    if PUNCTUATION.sub("", before) == PUNCTUATION.sub("", after):
        return "wording"
    if any(sorted(signs.findall(before)) != sorted(signs.findall(after)) for signs in (NUMBERS, RULING)):
        return "headline"
    return "wording" if SequenceMatcher(None, before, after, autojunk=False).ratio() >= ALIKE else "detail"

"""How Chinese words are said.

The tables of pypinyin take a third of a second to read: that is done only where something is said. A check needs none.
"""

from typing import Literal


def spoken(text: str, tones: Literal["marks", "numbers"] = "marks") -> str:
    """Give the pinyin of some words with its tones, syllables apart; what is not Chinese stays as it is."""
    from pypinyin import Style, lazy_pinyin

    return " ".join(lazy_pinyin(text, style=Style.TONE if tones == "marks" else Style.TONE3))

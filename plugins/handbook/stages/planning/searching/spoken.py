"""How Chinese words are said."""

from pypinyin import Style, lazy_pinyin


def spoken(text: str) -> str:
    """Give the pinyin of some words with tone marks, syllables apart; what is not Chinese stays as it is."""
    return " ".join(lazy_pinyin(text, style=Style.TONE))

"""How Chinese is read and written: syllables, traditional characters, numerals, the words of a question."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

FIRST, LAST = 0x4E00, 0x9FA5


def speech(rules: dict[str, Any], said: Iterable[str]) -> dict[str, Any]:
    """Give the tables for the engine, as small as the words that occur allow."""
    texts = list(dict.fromkeys(said))
    written = {character for text in texts for character in text if FIRST <= ord(character) <= LAST}
    return {**rules, "traditional": _traditional(written | set(_common())), "readings": _readings(texts, written)}


def _readings(texts: list[str], written: set[str]) -> dict[str, str]:
    """The syllables and the characters read so: in the texts as their words say, else as usual."""
    found: dict[str, set[str]] = defaultdict(set)
    several = {character for character in written if len(_all_readings(character)) > 1}
    for character in (written | set(_common())) - several:
        found[_all_readings(character)[0]].add(character)
    for text in texts:
        if several & set(text):
            runs = "".join(character if character in written else "，" for character in text)
            for character, syllable in zip(runs, _spoken(runs), strict=True):
                if character in several:
                    found[syllable].add(character)
    return {syllable: "".join(sorted(characters)) for syllable, characters in sorted(found.items())}


@lru_cache(200_000)
def _spoken(text: str) -> tuple[str, ...]:
    """The syllables of a text; remembered, because a rebuild asks for the same texts again."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(text, errors=_one_by_one))  # type: ignore[arg-type]  # a list is what keeps the places


def _one_by_one(signs: str) -> list[str]:
    """Signs without a reading stand for themselves."""
    return list(signs)


@cache
def _all_readings(character: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0])


@cache
def _common() -> tuple[str, ...]:
    codes = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    decoded = (bytes(code).decode("gb2312", errors="ignore") for code in codes)
    return tuple(character for character in decoded if character)


@cache
def _pairs() -> dict[str, str]:
    """OpenCC's characters: traditional → simplified."""
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {old: new.split()[0] for old, new in rows}


def _traditional(known: set[str]) -> list[str]:
    """Two texts: traditional characters, and the simplified ones in the same order."""
    pairs = [(old, new) for old, new in _pairs().items() if new in known and old != new and len(old) == len(new) == 1]
    return ["".join(old for old, _ in pairs), "".join(new for _, new in pairs)]

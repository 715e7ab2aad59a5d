"""How wide words are, and where a line of them may break.

A Chinese character is one em in every Chinese font. Latin letters are given the width they have in the
widest of the usual fonts. With eight per cent to spare a label fits its box whatever font the reader has,
and a machine without Chinese fonts lays out the very same picture.
"""

import math
import re
import unicodedata

SLACK = 1.08
"""How much wider than measured a line is taken to be."""

_NARROW = {**dict.fromkeys("iIljtfr|!.,:;'` ", 0.36), **dict.fromkeys("mwMW@%&", 1.0)}
_NO_START = "、，。．；：？！）〕】》」』”’…—～·%％)]}>,.;:?!/"
"""Signs that must not begin a line."""
_NO_END = "（〔【《「『“‘([{<#"
"""Signs that must not end a line."""
_ATOM = re.compile(rf"[{re.escape(_NO_END)}]*(?:[0-9A-Za-z][0-9A-Za-z.+\-/]*|.)[{re.escape(_NO_START)}]*", re.DOTALL)
_PAUSE = "，。；：、？！）”》"


def em(character: str) -> float:
    """Give the width of a character in em."""
    if unicodedata.east_asian_width(character) in "WFA" or ord(character) > 0x2E7F:
        return 1.0
    if character in _NARROW:
        return _NARROW[character]
    return 0.72 if character.isupper() else 0.6


def width(text: str, size: float) -> float:
    """Give the width of a line in pixels at a font size in pixels, with the slack."""
    return sum(map(em, text)) * size * SLACK


def wrap(text: str, most: float) -> tuple[str, ...]:
    """Break a text into as few lines of at most ``most`` em as possible, and those evenly.

    No line begins with a closing sign or ends with an opening one, numbers and Latin words stay whole,
    and a break after a pause is preferred. A single word longer than a line is cut.
    """
    atoms = [piece for atom in _ATOM.findall(text.strip()) for piece in _cut(atom, most)]
    total = sum(_em(atom) for atom in atoms)
    if total <= most:
        return ("".join(atoms),)
    fewest = len(_fill(atoms, most))
    narrowest = next(
        limit
        for limit in (total / fewest + step * 0.5 for step in range(math.ceil(most * 2) + 1))
        if len(_fill(atoms, min(limit, most))) <= fewest
    )
    even = _fill(atoms, min(narrowest, most))
    paused = _fill(atoms, most, pause_from=narrowest * 0.6)
    at_pauses = len(paused) == fewest and all(line[-1] in _PAUSE for line in paused[:-1])
    return tuple(paused if at_pauses else even)


def _em(text: str) -> float:
    return sum(map(em, text))


def _cut(atom: str, most: float) -> list[str]:
    """Cut a word that is longer than a whole line."""
    if _em(atom) <= most:
        return [atom]
    pieces, piece = [], ""
    for character in atom:
        if _em(piece + character) > most:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def _fill(atoms: list[str], most: float, *, pause_from: float = math.inf) -> list[str]:
    """Fill lines greedily; from ``pause_from`` em on, a pause ends the line."""
    lines, line = [], ""
    for atom in atoms:
        if line and _em(line + atom) > most:
            lines.append(line)
            line = ""
        line += atom
        if _em(line) >= pause_from and line[-1] in _PAUSE:
            lines.append(line)
            line = ""
    if line:
        lines.append(line)
    return [each.strip() for each in lines]

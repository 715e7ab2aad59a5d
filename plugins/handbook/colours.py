"""A unit's own colours: whether words in them can be read, and the shades that follow from one.

Contrast is that of WCAG 2.2 (1.4.3), from 1 (none) to 21 (black on white).
"""

import colorsys
from collections.abc import Iterable, Iterator

Colour = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

LEAST = 4.5
"""The contrast that words of ordinary size need (WCAG 2.2 AA)."""
LIGHT = ("#faf6ee", "#fffdf9", "#f3ecdf", "#fbf0d8")
DARK = ("#1a1917", "#23211e", "#2b2925", "#332a18")
"""What words stand on in both schemes: paper, card, sunk, warning. ``browser/css/tokens.css`` draws with them."""
ON_LIGHT, ON_DARK = "#fffaf2", "#24110c"
"""Words on a ground of the colour itself."""
TINT: dict[tuple[str, ...], float] = {LIGHT: 0.1, DARK: 0.16}
"""How much of the colour is in the pale ground that goes with it."""
ROOM = 0.5
"""By how much a shade that is offered or derived is better than it must be."""
STEPS = 100


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, which are written as ``#rrggbb``."""
    darker, brighter = sorted(map(_luminance, map(_parts, (one, other))))
    return (brighter + 0.05) / (darker + 0.05)


def least(colour: str, grounds: tuple[str, ...]) -> float:
    """Give the worst contrast that words of a colour have on a scheme's grounds, its own tint among them."""
    on = ON_LIGHT if grounds == LIGHT else ON_DARK
    return min(contrast(colour, ground) for ground in (*grounds, tint(colour, grounds), on))


def readable(colour: str, grounds: tuple[str, ...]) -> str:
    """Give the shade nearest to a colour that can be read: the same hue, darker on paper, brighter in the dark."""
    shades = _shades(colour, brighter=grounds == DARK)
    return next(shade for shade in shades if least(shade, grounds) >= LEAST + ROOM)


def tint(colour: str, grounds: tuple[str, ...]) -> str:
    """Give the pale ground that goes with a colour: a little of it in the scheme's card."""
    part = TINT[grounds]
    mixed = (part * own + (1 - part) * under for own, under in zip(_parts(colour), _parts(grounds[1]), strict=True))
    return _written(mixed)


def _shades(colour: str, *, brighter: bool) -> Iterator[str]:
    hue, light, full = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        left = 1 - light if brighter else light
        yield _written(colorsys.hls_to_rgb(hue, light + (left if brighter else -left) * step / STEPS, full))


def _parts(colour: str) -> Colour:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(parts: Colour) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

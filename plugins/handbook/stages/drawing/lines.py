"""From places to SVG paths: curves, arrow heads, words in a box."""

import math
from collections.abc import Iterable

from .shapes import Words

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a number as short as one decimal allows, so that every machine writes the same bytes."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else f"{value:.1f}".removesuffix(".0")
    )


def rounded(value: float) -> float:
    """Round to a tenth of a pixel."""
    return round(value + 0.0, 1)


def curve(points: list[Point], tip: Point | None) -> str:
    """Give the SVG path of a Bézier curve that ends at the tip of its arrow."""
    (x, y), *rest = points
    path = f"M{number(x)} {number(y)}C" + " ".join(f"{number(px)} {number(py)}" for px, py in rest)
    return path + f"L{number(tip[0])} {number(tip[1])}" if tip else path


def arrow_head(before: Point, tip: Point, size: float = 9) -> str:
    """Give the points of a triangle at ``tip`` that looks away from ``before``."""
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    corners = [tip]
    for turn in (math.radians(155), -math.radians(155)):
        corners.append((tip[0] + size * math.cos(angle + turn), tip[1] + size * math.sin(angle + turn)))
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def stacked(
    lines: Iterable[str], x: float, first: float, step: float, role: str, anchor: str = "middle"
) -> list[Words]:
    """Set lines of text one below the other, the first with its baseline at ``first``."""
    return [Words(rounded(x), rounded(first + index * step), line, role, anchor) for index, line in enumerate(lines)]

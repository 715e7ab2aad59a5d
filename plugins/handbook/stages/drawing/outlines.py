"""The outlines of boxes by kind, as SVG paths."""

from .lines import number

CORNER, SQUARE = 8.0, 0.0
NOTCH = 18
"""How far a decision's sides point outwards, in pixels."""
FOLD = 14
"""The size of a document's folded corner."""


def outline_of(kind: str, x: float, y: float, width: float, height: float) -> tuple[str, str]:
    """Give the path of a box's outline, and the path of the lines inside it (a fold or a sub-flow's bars)."""
    right, bottom = number(x + width), number(y + height)
    left, top = number(x), number(y)
    match kind:
        case "decision":
            inner, outer, middle = number(x + NOTCH), number(x + width - NOTCH), number(y + height / 2)
            return f"M{inner} {top}H{outer}L{right} {middle}L{outer} {bottom}H{inner}L{left} {middle}Z", ""
        case "document":
            before, below = number(x + width - FOLD), number(y + FOLD)
            return f"M{left} {top}H{before}L{right} {below}V{bottom}H{left}Z", f"M{before} {top}V{below}H{right}"
        case "subflow":
            bars = f"M{number(x + 9)} {top}V{bottom}M{number(x + width - 9)} {top}V{bottom}"
            return _rounded(x, y, width, height, 3), bars
        case "start" | "end" | "dot":
            return _rounded(x, y, width, height, height / 2), ""
        case "cell" | "aspect" | "column":
            return f"M{left} {top}H{right}V{bottom}H{left}Z", ""
    return _rounded(x, y, width, height, CORNER), ""


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    turn = f"a{number(radius)} {number(radius)} 0 0 1 "
    across, down, round_ = number(width - 2 * radius), number(height - 2 * radius), number(radius)
    return (
        f"M{number(x + radius)} {number(y)}h{across}{turn}{round_} {round_}v{down}"
        f"{turn}-{round_} {round_}h-{across}{turn}-{round_} -{round_}v-{down}{turn}{round_} -{round_}Z"
    )

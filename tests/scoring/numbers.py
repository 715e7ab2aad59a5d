"""Numbers as the schemes mean them: exact, and written as decimals."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

NOUGHT = Fraction(0)


def exact(number: Any) -> Fraction:
    """A number as its author wrote it: 0.1 is one tenth."""
    return Fraction(str(number))


def written(number: Fraction) -> str:
    """A decimal without trailing zeros; one that never ends, or only past thirty places, is rounded at the sixth."""
    with localcontext() as context:
        context.prec = 200
        quotient = Decimal(number.numerator) / Decimal(number.denominator)
        cut = quotient.quantize(Decimal("1e-30"))
        if Fraction(cut) != number:
            cut = quotient.quantize(Decimal("1e-6"), ROUND_HALF_UP)
        text = f"{cut:f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text

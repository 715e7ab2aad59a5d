"""QR codes, drawn by ZXing."""

import re
from dataclasses import dataclass
from functools import lru_cache

import zxingcpp

DRAWN = re.compile(r'<svg width="(\d+)".*<path d="([^"]+)"', re.S)
KEPT = 2000
"""How many are remembered between the builds of a server."""


@dataclass(frozen=True, slots=True)
class Code:
    """A square of modules, its quiet zone (ISO/IEC 18004: four modules) included."""

    side: int
    path: str
    """The dark modules, as data of an SVG path."""


@lru_cache(KEPT)
def qr(text: str) -> Code:
    """Give the QR code of a text, which can lose 15 % of its area (level M)."""
    drawn = DRAWN.search(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_svg())
    if drawn is None:
        raise ValueError("ZXing draws another SVG than it did")
    return Code(int(drawn[1]), drawn[2])

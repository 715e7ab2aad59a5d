"""A snapshot: the released entries of one edition as plain data, small enough to keep beside the handbook."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from ..zipping import gzipped

FORMAT = "handbook-edition-1"
CARRIED = "assets/edition.json.gz"
"""The name under which a built site carries its own snapshot."""
LARGEST = 200_000_000
"""The most bytes that a snapshot may unpack to."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Figures and letters that are not taken for each other when they are read aloud or typed from paper."""
CODE_LENGTH = 6

Entries = Mapping[str, Mapping[str, dict[str, Any]]]
"""Kind → slug → the entry's data, as its author wrote it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one edition held."""

    number: str
    date: str
    entries: Entries


def to_bytes(taken: Snapshot) -> bytes:
    """Give the snapshot as a file's bytes: the same snapshot is always the same bytes."""
    plain = {"format": FORMAT, "number": taken.number, "date": taken.date, "entries": taken.entries}
    return gzipped(to_json(plain))


def from_bytes(raw: bytes) -> Snapshot:
    """Read a snapshot. Raises ValueError if the bytes are damaged, too large or of another kind."""
    try:
        text = zlib.decompressobj(31).decompress(raw, LARGEST)
        plain = json.loads(text)
        if plain["format"] != FORMAT:
            raise ValueError(plain["format"])
        entries = plain["entries"]
        if not all(isinstance(each, dict) for group in entries.values() for each in group.values()):
            raise ValueError("entries")
        return Snapshot(str(plain["number"]), str(plain["date"]), entries)
    except (zlib.error, KeyError, TypeError, AttributeError, RecursionError, ValueError) as error:
        raise ValueError(f"not a snapshot: {error}") from error


def code_of(*parts: Any) -> str:
    """Give the short code of some data: six characters that differ as soon as anything in it does."""
    number = int.from_bytes(hashlib.sha256(to_json(parts)).digest(), "big")
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in range(CODE_LENGTH))

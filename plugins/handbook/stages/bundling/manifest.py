"""The manifest of a bundle: which edition it is, and the checksums of every file in it."""

import json
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256, SM3, Hash

MANIFEST = "manifest.json"
SEALS = {"manifest.sha256": "sha256", "manifest.sm3": "sm3"}
"""The checksums of the manifest itself, as ``sha256sum --check`` and ``openssl`` users write them."""
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Edition:
    """What a bundle says of itself."""

    title: str
    unit: str
    number: str
    """The edition's number, as its authors write it."""
    date: str
    """The edition's day, ``2026-11-21``."""
    made: str
    """The time all files carry, ``2026-11-21T00:00:00Z``: the same wherever the bundle is made."""
    code: str
    """The code of all that the edition holds, as the title page of its print and its home page have it."""


def sha256(content: bytes) -> str:
    """Give the SHA-256 of a content, in hexadecimal."""
    return _digest(Hash(SHA256()), content)


def sm3(content: bytes) -> str:
    """Give the SM3 (GB/T 32905) of a content, in hexadecimal."""
    return _digest(Hash(SM3()), content)


def _digest(hash_: Hash, content: bytes) -> str:
    hash_.update(content)
    return hash_.finalize().hex()


def checksums(content: bytes) -> dict[str, Any]:
    """Give what the manifest says of a file: its size in bytes and both checksums."""
    return {"size": len(content), "sha256": sha256(content), "sm3": sm3(content)}


def sealed(files: dict[str, bytes], edition: Edition) -> dict[str, bytes]:
    """Give the files in order of their names with the manifest and its seals added; replaces any that were there."""
    own = {name: files[name] for name in sorted(files) if name != MANIFEST and name not in SEALS}
    record = {
        "format": FORMAT,
        "title": edition.title,
        "unit": edition.unit,
        "edition": {"number": edition.number, "date": edition.date, "code": edition.code},
        "made": edition.made,
        "files": {name: checksums(content) for name, content in own.items()},
    }
    manifest = (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()
    every = {**own, MANIFEST: manifest, **seals(manifest)}
    return {name: every[name] for name in sorted(every)}


def seals(manifest: bytes) -> dict[str, bytes]:
    """Give the files that hold a manifest's own checksums."""
    sums = checksums(manifest)
    return {name: f"{sums[kind]}  {MANIFEST}\n".encode() for name, kind in SEALS.items()}

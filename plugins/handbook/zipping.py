"""A zip whose every byte follows from its files: the same wherever and whenever it is written.

The container is written here (PKWARE APPNOTE 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16) because ``zipfile`` takes its
compressor from the machine, and the zlib of two machines need not give the same bytes. ``deflate`` brings its own.
"""

import struct
import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import deflate

LEVEL = 9
VERSION, UNIX = 20, 3 << 8
UTF8_NAMES, DEFLATED = 0x0800, 8
SMALL = 8192
"""Files up to this size are remembered: documents share many."""
MODE = 0o100644 << 16
"""A plain file that its owner may write and everyone read."""
MOST = 0xFFFF
"""More files than this, or four gigabytes, would need the 64-bit form that old unpackers do not know."""


@dataclass(frozen=True, slots=True)
class _Packed:
    name: bytes
    content: bytes
    check: int
    size: int


def packed(files: dict[str, bytes], made: str) -> bytes:
    """Give the zip of some files in their order; ``made`` is the UTC time they carry (``2026-11-21T00:00:00Z``).

    Raises ValueError if there are more files than a plain zip can hold.
    """
    if len(files) > MOST or sum(map(len, files.values())) >= 1 << 31:
        raise ValueError("a plain zip holds 65,535 files and two gigabytes")
    stamp = _stamp(made)
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, content in files.items():
        each = _packed(name, content) if len(content) < SMALL else _packed.__wrapped__(name, content)
        header = _fields(each, stamp)
        local = b"PK\x03\x04" + struct.pack("<H", VERSION) + header + struct.pack("<HH", len(each.name), 0) + each.name
        rest = struct.pack("<HHHHHII", len(each.name), 0, 0, 0, 0, MODE, offset)
        directory.append(b"PK\x01\x02" + struct.pack("<HH", UNIX | VERSION, VERSION) + header + rest + each.name)
        parts += [local, each.content]
        offset += len(local) + len(each.content)
    listing = b"".join(directory)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(listing), offset, 0)
    return b"".join([*parts, listing, end])


def gzipped(content: bytes) -> bytes:
    """Give some bytes as a gzip file (RFC 1952) without a time: the same wherever it is made."""
    return bytes(deflate.gzip_compress(content, LEVEL))


def squeezed(content: bytes) -> bytes:
    """Give the raw deflate stream of some bytes (RFC 1951): the same wherever it is made."""
    return bytes(deflate.deflate_compress(content, LEVEL))


@lru_cache(1000)
def _packed(name: str, content: bytes) -> _Packed:
    """Pack one file; the parts that many zips share are squeezed once."""
    return _Packed(name.encode(), squeezed(content), zlib.crc32(content), len(content))


def _fields(each: _Packed, stamp: tuple[int, int]) -> bytes:
    """What the local header and the directory say alike."""
    return struct.pack("<HHHHIII", UTF8_NAMES, DEFLATED, *stamp, each.check, len(each.content), each.size)


def _stamp(made: str) -> tuple[int, int]:
    """Time and day as MS-DOS counted them; a zip knows no day before 1980."""
    moment = max(datetime.fromisoformat(made).replace(tzinfo=None), datetime(1980, 1, 1))
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return time, (moment.year - 1980) << 9 | moment.month << 5 | moment.day

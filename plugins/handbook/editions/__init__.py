"""Editions: what a handbook held when it was released, and what changed from one edition to the next.

Works on plain data, told by the entries' own models; it knows nothing of pages.
"""

from .beside import FOLDER, Beside, beside, listed_by
from .differing import Difference, differences
from .naming import named, said, title_of
from .snapshot import CARRIED, Entries, Snapshot, code_of, from_bytes, to_bytes

__all__ = [
    "CARRIED",
    "FOLDER",
    "Beside",
    "Difference",
    "Entries",
    "Snapshot",
    "beside",
    "code_of",
    "differences",
    "from_bytes",
    "listed_by",
    "named",
    "said",
    "title_of",
    "to_bytes",
]

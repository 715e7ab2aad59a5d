"""Editions: what a handbook held when it was released, and what changed from one edition to the next.

Works on plain data, told by the entries' own models; it knows nothing of pages.
"""

from .differing import Difference, differences
from .naming import named
from .snapshot import Entries, Snapshot, code_of, from_bytes, to_bytes

__all__ = ["Difference", "Entries", "Snapshot", "code_of", "differences", "from_bytes", "named", "to_bytes"]

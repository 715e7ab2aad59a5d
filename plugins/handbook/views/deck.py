"""A deck for the projector. Its words are the page's own: the browser cuts them into slides."""

from dataclasses import dataclass

from .parts import Link


@dataclass(frozen=True, slots=True)
class DeckView:
    """What a deck knows besides the page whose words it shows."""

    slug: str
    """The name of the deck's file without its ending."""
    kind: str
    """``procedure``, ``case``, ``chapter``, ``diagram``, ``form`` or ``changes``."""
    title: str
    code: str
    """The short code of a procedure, otherwise empty."""
    page: Link
    """The page, seen from the deck."""
    flow: str
    """The flow as JSON for the script, or empty: node → [kind, text, who, [[target, label], …]], in the order of the
    flow; of the ways on the usual one stands first."""

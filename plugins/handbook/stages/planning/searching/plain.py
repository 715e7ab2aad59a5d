"""The authors' light Markdown without its marks."""

import re

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def plain(text: str) -> str:
    """Give the words of a text: bold and links become what they show."""
    return LINK.sub(r"\1", text).replace("**", "").strip()

"""Every word the software itself says, in Chinese (``zh``) and English (``en``).

The files are ours, not the authors', and are read with PyYAML's safe loader.
"""

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def words(language: str = "zh") -> dict[str, Any]:
    """Give all words of the interface in a language: ``zh`` or ``en``."""
    text = resources.files(__name__).joinpath(f"{language}.yml").read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # type: ignore[no-any-return]

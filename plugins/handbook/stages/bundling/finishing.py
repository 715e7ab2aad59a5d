"""The last touch on a built site: what the theme would ask of the internet is taken out, servers get their samples."""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
FOLDER = "server"
INLINE = re.compile(rb"<(script|style)([^>]*)>(.*?)</\1>", re.S)
CARRIES = re.compile(rb"\bsrc=|\btype=\"?application/json", re.I)
"""Scripts that need no leave of a policy: files of the site's own, and text that never runs."""
ADDRESSES = re.compile(rb"(/\*!.*?\*/)|https?://(?!www\.w3\.org/)", re.S)
THEME_SCRIPTS = "assets/javascripts/*.js"


def finish(site: Path) -> None:
    """Finish a built site in place. Raises OSError if something cannot be read or written."""
    for script in site.glob(THEME_SCRIPTS):
        script.write_bytes(quieted(script.read_bytes()))
    write_samples(site)


def quieted(script: bytes) -> bytes:
    """Give the theme's script without the addresses it would load optional parts from; licences stay as they are."""
    return ADDRESSES.sub(lambda found: found[1] or b"data:,", script)


def write_samples(site: Path) -> None:
    """Write the sample configurations of servers, with the policy that fits the pages of this site."""
    pages = (page.read_bytes() for page in sorted(site.rglob("*.html")))
    made = policy(pages)
    (site / FOLDER).mkdir(exist_ok=True)
    for sample in sorted(SAMPLES.iterdir()):
        text = sample.read_text("utf-8").replace("@POLICY@", made)
        (site / FOLDER / sample.name).write_text(text, "utf-8", newline="\n")


def policy(pages: Iterable[bytes]) -> str:
    """Give the Content-Security-Policy under which the pages work and nothing else does.

    Each inline script and style of the theme is allowed by its hash (W3C CSP Level 3, section 2.3.1); ours has none.
    """
    hashes: dict[bytes, set[str]] = {b"script": set(), b"style": set()}
    for page in pages:
        for tag, attributes, text in INLINE.findall(page):
            if not CARRIES.search(attributes):
                hashes[tag].add(_hash(text))
    scripts, styles = (" ".join(["'self'", *sorted(hashes[tag])]) for tag in (b"script", b"style"))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src 'self' data:; font-src 'self'; "
        "connect-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


def _hash(text: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"

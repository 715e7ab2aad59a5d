"""The authors' light Markdown: bold and links inside the handbook, nothing else; all else is text."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from ...locale import words

KINDS = frozenset({"procedure", "case", "diagram", "regulation", "paper", "term"})
SCHEME = re.compile(r"^([a-z]+):([a-z0-9-]+)$")
SPECIAL = re.compile(r"\*\*|\]\(")

Target = Callable[[str, str], str]
"""Gives the address of a kind and slug, or an empty text if there is nothing to open."""


def strong(state: StateInline, silent: bool) -> bool:
    """Read ``**bold**`` wherever it stands: Markdown's own rule fails beside Chinese punctuation."""
    start, closing = state.pos + 2, -1
    if state.src.startswith("**", state.pos):
        closing = state.src.find("**", start, state.posMax)
    if closing <= start:
        return False
    if not silent:
        end = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = start, closing
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("strong_close", "strong", -1)
    state.pos = closing + 2
    return True


def inside(link: str) -> bool:
    """Whether a link leads to an entry; all others are shown as they were written."""
    found = SCHEME.match(link)
    return found is not None and found[1] in KINDS


class _Links(RendererHTML):
    """Writes links as relative addresses; what cannot be opened yet stays as words."""

    target: Target

    def link_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        """Open a link, or a plain span."""
        kind, _, slug = str(tokens[index].attrs["href"]).partition(":")
        href = self.target(kind, slug)
        env["later"] = not href
        return f'<a href="{escape(href)}">' if href else '<span class="hb-later">'

    def link_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        """Close it; where there is no page yet a sentence says so."""
        return f"</span>{escape(words()['pages']['later'])}" if env.pop("later", False) else "</a>"


class Inline:
    """Turns one-paragraph texts into HTML, each text once."""

    def __init__(self, target: Target) -> None:
        self._cache: dict[str, Markup] = {}
        self._parser = MarkdownIt("zero", {"html": False}, renderer_cls=_Links).enable("link")
        self._parser.inline.ruler.before("link", "strong", strong)
        self._parser.validateLink = inside  # type: ignore[method-assign, assignment]
        self._parser.normalizeLink = str  # type: ignore[method-assign, assignment]
        assert isinstance(self._parser.renderer, _Links)
        self._parser.renderer.target = target

    def __call__(self, text: str | None) -> Markup:
        """Give the HTML of a text; of None, nothing."""
        if text is None:
            return Markup()
        if not SPECIAL.search(text):
            return escape(text)
        if text not in self._cache:
            self._cache[text] = Markup(self._parser.renderInline(text))
        return self._cache[text]

    def all(self, texts: Sequence[str]) -> tuple[Markup, ...]:
        """Give the HTML of several texts."""
        return tuple(map(self, texts))

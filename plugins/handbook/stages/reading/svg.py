"""What an SVG of a unit's own may hold: shapes, words and colours, by a list of what is allowed.

Python's own reader of XML fetches nothing; a drawing that declares entities is not read on.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter"),
    }
)
"""Elements that draw. Effects of filters (``fe…``) do so too; scripts, foreign pages and animations are not here."""
ACTS = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "")
"""Where elements of other languages are from that a browser acts on; those of drawing programs it passes over."""
LINKS = ("href", "src", "base")
INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,")
ASKS = re.compile(r"@import|expression|url\(\s*(?![\s\"']*#)", re.I)
"""How a style asks for something from elsewhere."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does more than draw."""

    line: int
    column: int
    what: str
    """A key of ``words`` in the locale."""
    name: str


class _UnfoldingError(Exception):
    """The drawing declares entities."""


def faults(content: bytes) -> Iterator[Fault]:
    """Give all that does more than draw, in order; raises ``expat.ExpatError`` if it is not XML."""
    reader = _Reader()
    with contextlib.suppress(_UnfoldingError):
        reader.parser.Parse(content, True)
    return iter(reader.found)


class _Reader:
    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._words
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = lambda target, data: self._note("svg-element", f"<?{target}")
        self.styles: list[str] = []
        self.inside: list[str] = []

    def _note(self, what: str, name: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.found.append(Fault(line, column, what, name[:60]))

    def _start(self, full: str, attributes: dict[str, str]) -> None:
        home, _, name = full.rpartition(" ")
        self.inside.append(name)
        drawn = name in ELEMENTS or name.startswith("fe")
        if (home == SVG and not drawn) or home in ACTS or (len(self.inside) == 1 and name != "svg"):
            self._note("svg-element", f"<{name}>")
        for key, text in attributes.items():
            self._attribute(key.rpartition(" ")[2], text)

    def _attribute(self, name: str, text: str) -> None:
        if name.lower().startswith("on"):
            self._note("svg-script", name)
        elif (name in LINKS and not INSIDE.match(text.strip())) or "\\" in text or ASKS.search(text):
            self._note("svg-outside", text)

    def _words(self, text: str) -> None:
        if self.inside[-1] == "style":
            self.styles.append(text)

    def _end(self, full: str) -> None:
        if self.inside.pop() == "style":
            style = "".join(self.styles)
            if "\\" in style or ASKS.search(style):
                self._note("svg-outside", "<style>")
            self.styles.clear()

    def _entity(self, name: str, *rest: object) -> None:
        """Entities unfold to anything, and to any size: the rest is not read."""
        self._note("svg-element", f"<!ENTITY {name}>")
        raise _UnfoldingError

"""What a picture is made of: boxes, arrows and words with their places, in pixels from the top left."""

from dataclasses import dataclass

Pixels = int | float
"""A length; a whole one stays whole when a drawing is kept and read again, so that pages keep their bytes."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``x`` and ``y`` are its anchor on the baseline."""

    x: Pixels
    y: Pixels
    text: str
    role: str
    """What the words are: ``text``, ``note``, ``code``, ``lane``, ``when``, ``head`` or ``label``."""
    anchor: str = "middle"
    """Where the anchor is in the line: ``start`` or ``middle``."""


@dataclass(frozen=True, slots=True)
class Box:
    """One shape with its words; ``x`` and ``y`` are its top left corner."""

    id: str
    kind: str
    x: Pixels
    y: Pixels
    width: Pixels
    height: Pixels
    words: tuple[Words, ...]
    tone: str = ""
    """A style: ``lane-1`` to ``lane-6`` for the lanes of a flow, ``strong`` or ``soft`` in a diagram."""
    target: str = ""
    """Where a click leads: ``step:<node>``, ``procedure:<slug>``, ``diagram:<slug>`` or ``regulation:<slug>``."""
    title: str = ""
    """The box in one sentence, for those who do not see the picture."""
    href: str = ""
    """The address of the target, given by the plan of the page that shows the picture."""
    outline: str = ""
    """The SVG path of the shape."""
    inside: str = ""
    """The SVG path of the lines inside the shape: a folded corner, a sub-flow's bars."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One line from box to box, with its head and its label."""

    start: str
    end: str
    path: str
    head: str
    words: tuple[Words, ...] = ()
    back: bool = False
    """Whether it leads to an earlier step."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture and its text equal."""

    title: str
    width: Pixels
    height: Pixels
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    outline: tuple[str, ...]
    """The picture in sentences: the form for readers who do not see it."""

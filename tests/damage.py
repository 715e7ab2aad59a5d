"""Random damage to the real YAML: what an author's slip, a bad merge or a failing disk may do."""

import random
import re
from dataclasses import replace
from pathlib import Path

from handbook.problems import Report
from handbook.settings import Settings
from handbook.stages.checking import check
from handbook.stages.linking import Handbook, link
from handbook.stages.reading import Found, Source, Sources, read, read_file

WORDS = [
    "yes",
    "null",
    "12:30",
    "~",
    "[",
    "]",
    "{",
    "}",
    "- ",
    ": ",
    "'",
    '"',
    "*",
    "&a",
    "|",
    ">",
    "%",
    "@",
    "#",
    "\t",
    "...",
    "---",
    "!x",
    "1e309",
    "0x1F",
    "９",
    "\u2028",
    "\ufeff",
    "<script>",
    "]]>",
    "javascript:",
    "🀄",
    "\\",
]


def cut(random_: random.Random, raw: bytes) -> bytes:
    """End the file somewhere."""
    return raw[: random_.randrange(len(raw))]


def delete(random_: random.Random, raw: bytes) -> bytes:
    """Take a stretch out."""
    start = random_.randrange(len(raw))
    return raw[:start] + raw[start + random_.randint(1, 200) :]


def swap_lines(random_: random.Random, raw: bytes) -> bytes:
    """Let two lines change places."""
    lines = raw.split(b"\n")
    one, other = random_.randrange(len(lines)), random_.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def retype(random_: random.Random, raw: bytes) -> bytes:
    """Put another word in the place of a value."""
    text = raw.decode("utf-8")
    values = list(re.finditer(r": (\S.*)$", text, re.MULTILINE)) or list(re.finditer("$", text))
    value = random_.choice(values)
    return (text[: value.start()] + ": " + random_.choice(WORDS) + text[value.end() :]).encode()


def insert(random_: random.Random, raw: bytes) -> bytes:
    """Put a word somewhere."""
    text = raw.decode("utf-8")
    place = random_.randrange(len(text))
    return (text[:place] + random_.choice(WORDS) + text[place:]).encode()


def indent(random_: random.Random, raw: bytes) -> bytes:
    """Push some lines to the right or left."""
    lines = raw.split(b"\n")
    start = random_.randrange(len(lines))
    for number in range(start, min(len(lines), start + random_.randint(1, 5))):
        lines[number] = b"  " + lines[number] if random_.random() < 0.5 else lines[number][2:]
    return b"\n".join(lines)


def nest(random_: random.Random, raw: bytes) -> bytes:
    """Wrap a value into many brackets."""
    text = raw.decode("utf-8")
    depth = random_.choice([1, 5, 60, 5000])
    place = text.find(": ", random_.randrange(len(text)))
    place = place + 2 if place > 0 else len(text)
    return (text[:place] + "[" * depth + "a" + "]" * depth + "\n" + text[place:]).encode()


def misencode(random_: random.Random, raw: bytes) -> bytes:
    """Save in another encoding, or garble some bytes."""
    text = raw.decode("utf-8")
    how = random_.randrange(4)
    if how < 2:
        return text.encode(["gb18030", "utf-16"][how])
    place = random_.randrange(len(raw))
    return raw[:place] + random_.randbytes(random_.randint(1, 8)) + raw[place:]


def repeat(random_: random.Random, raw: bytes) -> bytes:
    """Write some lines twice."""
    lines = raw.split(b"\n")
    start = random_.randrange(len(lines))
    return b"\n".join(lines[: start + 3] + lines[start:])


DAMAGES = (cut, delete, swap_lines, retype, insert, indent, nest, misencode, repeat)


class Patient:
    """A copy of the real handbook of which one file at a time is damaged."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings.at(root)
        self.sources = read(self.settings, Report())

    def damage(self, seed: int) -> tuple[Source, str, bytes]:
        """Choose a file and a damage by a seed; gives the file, the damage's name and the damaged bytes."""
        random_ = random.Random(seed)
        source = random_.choice(self.sources.files)
        how = random_.choice(DAMAGES)
        return source, how.__name__, how(random_, source.text.encode())

    def examine(self, source: Source, raw: bytes) -> tuple[Report, Handbook | None]:
        """Read, check and link the handbook with one file's bytes replaced."""
        report = Report()
        file = self.settings.root / source.path
        good = file.read_bytes()
        try:
            file.write_bytes(raw)
            found = Found(source.kind, source.slug, source.chapter, source.path, file)
            damaged = read_file(found, report)
        finally:
            file.write_bytes(good)
        others = tuple(other for other in self.sources.files if other is not source)
        broken = frozenset() if damaged else frozenset({(source.kind, source.slug)})
        files = (*others, damaged) if damaged else others
        sources: Sources = replace(self.sources, files=files, broken=broken)
        return report, link(check(sources, report), report)

"""Problems found in the authors' files, and the report that gathers them.

A problem has a permanent code, a place and the parts of its sentence; the sentences themselves
stand in ``locale/``. All problems of a run are gathered, sorted by place and explained together.
"""

import errno
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from .locale import words

Severity = Literal["error", "warning"]
Style = Literal["text", "json", "github"]

WARNINGS = frozenset(
    {
        "ref-unreleased",
        "ref-superseded",
        "flow-too-large",
        "flow-unused",
        "number-without-basis",
        "name-shared",
        "name-repeated",
        "synonym-two-ways",
        "paper-never-filed",
        "paper-unused",
        "calculator-unused",
        "paper-field-unused",
        "form-item-learn",
        "file-not-used",
    }
)
"""The codes that only ask for a look; all others stop a build."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a path relative to the handbook's folder, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: what, where, and the parts its sentence is made of."""

    code: str
    place: Place
    parts: dict[str, Any] = field(default_factory=dict, hash=False)
    line_text: str = ""

    @property
    def severity(self) -> Severity:
        """Whether the problem stops a build (``error``) or only asks for a look (``warning``)."""
        return "warning" if self.code in WARNINGS else "error"

    def message(self, language: str = "zh") -> str:
        """Say what is wrong."""
        return self._fill(words(language)["problems"][self.code]["message"], language)

    def remedy(self, language: str = "zh") -> str:
        """Say what to do about it; where a nearest name was found, offer it."""
        sentences = words(language)["problems"][self.code]
        near = "remedy_near" if self.parts.get("nearest") else "remedy"
        return self._fill(sentences[near], language)

    def _fill(self, sentence: str, language: str) -> str:
        parts = {name: _in_language(part, language) for name, part in self.parts.items()}
        return sentence.format_map(parts)

    def as_record(self) -> dict[str, Any]:
        """Give the problem as the JSON record the command line promises."""
        return {
            "code": self.code,
            "severity": self.severity,
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "message": self.message(),
            "message_en": self.message("en"),
            "remedy": self.remedy(),
            "remedy_en": self.remedy("en"),
        }


def _in_language(part: Any, language: str) -> Any:
    """A part may be a word of the interface itself: then it is looked up, not printed as it is."""
    if isinstance(part, Word):
        return words(language)["words"][part.key]
    return part


@dataclass(frozen=True, slots=True)
class Word:
    """A part of a sentence that is a word of the interface, such as the name of a kind."""

    key: str


_REASONS = {
    errno.ENOENT: "no-such-file",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "is-a-folder",
    errno.ENOSPC: "disk-full",
}


def reason_of(error: OSError | UnicodeError) -> Word:
    """Say in a word of the interface why the system refused something."""
    if isinstance(error, UnicodeError):
        return Word("not-utf8")
    return Word(_REASONS.get(error.errno or 0, "other-fault"))


class Report:
    """All problems of a run."""

    def __init__(self) -> None:
        self._problems: dict[tuple[Any, ...], Problem] = {}

    def add(self, code: str, place: Place, *, line_text: str = "", **parts: Any) -> None:
        """Note a problem. The same code and sentence at the same place is noted once."""
        problem = Problem(code, place, parts, line_text)
        self._problems.setdefault((place, code, problem.message()), problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems.values(), key=lambda problem: (problem.place, problem.code)))

    def __len__(self) -> int:
        return len(self._problems)

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity == "error" for problem in self._problems.values())

    @property
    def warnings(self) -> int:
        """How many problems only ask for a look."""
        return len(self) - self.errors

    def explain(self, style: Style = "text") -> str:
        """Explain all problems: for people (``text``), programs (``json``) or GitHub's annotations."""
        return {"text": self._as_text, "json": self._as_json, "github": self._as_github}[style]()

    def _as_json(self) -> str:
        return json.dumps([problem.as_record() for problem in self], ensure_ascii=False, indent=2)

    def _as_github(self) -> str:
        return "\n".join(
            f"::{problem.severity} file={problem.place.path},line={problem.place.line},"
            f"col={problem.place.column},title={problem.code}::"
            + _escape_annotation(f"{problem.message()}\n{problem.remedy()}")
            for problem in self
        )

    def _as_text(self) -> str:
        zh, en = words("zh")["report"], words("en")["report"]
        blocks = [_as_block(problem) for problem in self]
        if not blocks:
            return f"{zh['clean']} {en['clean']}"
        total = {"errors": self.errors, "warnings": self.warnings}
        blocks.append(zh["total"].format_map(total) + "  " + en["total"].format_map(total))
        return "\n\n".join(blocks)


def _escape_annotation(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_block(problem: Problem) -> str:
    """One problem as a compiler would show it: place, sentence, source line, caret, remedy."""
    zh, en = words("zh")["report"], words("en")["report"]
    lines = [f"{problem.place} {zh[problem.severity]}[{problem.code}] {problem.message()}"]
    if problem.line_text.strip():
        number, start = str(problem.place.line), problem.place.column - 1
        shown, shift = _window(problem.line_text.replace("\t", " "), start)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {_padding(shown[:shift])}^"]
    lines += [
        f"  {zh['remedy']}{problem.remedy()}",
        f"  {en[problem.severity]}: {problem.message('en')}",
        f"  {en['remedy']}{problem.remedy('en')}",
    ]
    return "\n".join(lines)


def _window(text: str, start: int, width: int = 76) -> tuple[str, int]:
    """Cut a long line to the part around the place; gives the part and where the place is in it."""
    if len(text) <= width:
        return text, min(start, len(text))
    left = max(0, start - width // 2)
    return text[left : left + width], start - left


def _padding(text: str) -> str:
    """As many blanks as the text is wide: a Chinese character takes two columns of a terminal."""
    return "".join("　" if ord(character) > 0x2E7F else " " for character in text)

"""Every component has its template and its examples, and every word of the interface both its languages."""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.locale import words
from house.sources import PACKAGE, name_of, own

COMPONENTS = sorted(path for path in (PACKAGE / "components").iterdir() if path.is_dir())
CHINESE = re.compile(r"[一-鿿]")
COMMENT = re.compile(r"{#.*?#}|<!--.*?-->|/\*.*?\*/|//[^\n]*", re.S)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.name)
def test_a_component_has_its_template_and_its_examples(component: Path) -> None:
    """The examples feed the tests; without them a component is not finished."""
    assert (component / f"{component.name}.html").is_file()
    assert yaml.safe_load((component / "examples.yml").read_text("utf-8"))


def sentences(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Give all sentences of a locale: key → sentence."""
    if isinstance(tree, dict):
        for name, branch in tree.items():
            yield from sentences(branch, f"{key}.{name}".strip("."))
    elif isinstance(tree, list):
        for number, branch in enumerate(tree):
            yield from sentences(branch, f"{key}.{number}")
    else:
        yield key, str(tree)


def blanks(sentence: str) -> set[str]:
    """Give the names of the parts that are filled into a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def repeated(node: yaml.Node | None) -> Iterator[str]:
    """Give every key that stands twice in a mapping, and its line."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    keys = [key.value for key, _ in pairs]
    yield from (f"{key.value}:{key.start_mark.line + 1}" for key, _ in pairs if keys.count(key.value) > 1)
    for _, value in pairs:
        yield from repeated(value)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_the_interface_stands_twice(language: str) -> None:
    """Of two equal keys the first would be lost without a sound."""
    text = (PACKAGE / "locale" / f"{language}.yml").read_text("utf-8")
    assert list(repeated(yaml.compose(text, yaml.CSafeLoader))) == []


def test_both_languages_have_the_same_words() -> None:
    """No key is missing in one language."""
    zh, en = dict(sentences(words("zh"))), dict(sentences(words("en")))
    assert sorted(set(zh) ^ set(en)) == []


def test_both_languages_fill_in_the_same_parts() -> None:
    """A sentence that names a file names it in both languages; English may add what a library says in English."""
    zh, en = dict(sentences(words("zh"))), dict(sentences(words("en")))
    assert {key for key in set(zh) & set(en) if blanks(zh[key]) - blanks(en[key])} == set()


def test_every_code_has_its_sentence_and_its_remedy() -> None:
    """In both languages, and none is empty."""
    for language in ("zh", "en"):
        for code, parts in words(language)["problems"].items():
            assert parts["message"].strip(), code
            assert parts["remedy"].strip(), code


@pytest.mark.parametrize("path", own(".html", ".ts", under=PACKAGE), ids=name_of)
def test_the_interface_s_words_stand_in_the_locale(path: Path) -> None:
    """No template and no script says a Chinese word of its own; comments may."""
    assert CHINESE.findall(COMMENT.sub("", path.read_text("utf-8"))) == []

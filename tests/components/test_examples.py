"""Every example of every component renders, closes what it opens, shows its words and runs nothing."""

import html.parser
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from command import ROOT
from handbook.stages.rendering import environment

COMPONENTS = ROOT / "plugins" / "handbook" / "components"
EXAMPLES = [
    pytest.param(file.parent.name, example, id=f"{file.parent.name}: {example['name']}")
    for file in sorted(COMPONENTS.glob("*/examples.yml"))
    for example in yaml.safe_load(file.read_text("utf-8"))
    if "macro" in example or "include" in example
]
VOID = {"img", "br", "use", "path", "circle", "ellipse", "rect", "polygon", "input", "link", "meta"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>]]>"


class Reader(html.parser.HTMLParser):
    """Reads HTML strictly: gathers the words and refuses a tag that is closed in the wrong place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what was opened."""
        self.names.append(tag)
        self.names += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that closes itself."""
        self.names.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Gather the words."""
        self.words += data


def seen(value: Any) -> Any:
    """Give an example's values as the views that templates see."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: seen(part) for key, part in value.items()})
    if isinstance(value, list):
        return tuple(map(seen, value))
    return value


def hostile(value: Any, key: str = "") -> Any:
    """Put a script in place of every text, except the keys that our own software chooses."""
    if isinstance(value, dict):
        return {name: hostile(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [hostile(part, key) for part in value]
    ours = {"key", "kind", "duty", "force", "state", "marks", "name", "id", "rhythm", "scene", "weight", "layer"}
    return HOSTILE if isinstance(value, str) and value and key not in ours else value


def rendered(component: str, example: dict[str, Any], arguments: Any) -> Reader:
    """Render an example; gives what a reader finds in it."""
    if "include" in example:
        source = f'{{% include "{example["include"]}" %}}'
    else:
        macro = example["macro"]
        source = f'{{% from "{component}/{component}.html" import {macro} %}}{{{{ {macro}(**arguments) }}}}'
    values = {key: seen(part) for key, part in arguments.items()}
    reader = Reader()
    reader.feed(environment().from_string(source).render(arguments=values))
    reader.close()
    return reader


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_renders_and_shows_its_words(component: str, example: dict[str, Any]) -> None:
    """Well formed, nothing left open, every promised word there, in the promised order."""
    reader = rendered(component, example, example["arguments"])
    assert reader.open == []
    for words in example["shows"]:
        assert words in reader.words
    places = [reader.words.index(words) for words in example.get("order", ())]
    assert places == sorted(places)


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_an_example_runs_nothing_that_an_author_wrote(component: str, example: dict[str, Any]) -> None:
    """Text with scripts, quotes and tags in any field is shown as text."""
    reader = rendered(component, example, hostile(example["arguments"]))
    assert "script" not in reader.names
    assert "onerror" not in reader.names

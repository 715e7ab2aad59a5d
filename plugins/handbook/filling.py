"""``handbook paper``: a paper as a Word document, filled in from the command line.

What may be written in a field, and how it then stands in the document, is decided by the very script that the page
runs; docxtpl puts it into the same template that easy-template-x fills in the page.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .locale import words
from .pipeline import check_handbook
from .problems import Report
from .stages.planning.documents import document_of
from .stages.rendering.documents import template, with_body
from .views.document import DocumentView

SCRIPT = Path(__file__).parent / "theme" / "assets" / "paper-terminal.js"


@dataclass(frozen=True, slots=True)
class Filled:
    """A paper that was filled in."""

    docx: bytes
    text: str
    """The words of its preview."""
    faults: list[dict[str, Any]]
    """What was refused, its blanks left standing: ``code`` and ``parts`` of each sentence."""


def fill(view: DocumentView, values: dict[str, str]) -> Filled:
    """Fill in a paper with what was typed for its fields."""
    made = template(view)
    paper = {**asdict(view), "tags": made.tags, "core": "", "body": made.body}
    filled = asked("handbookFill", {"paper": paper, "values": values})
    docx = _written(with_body(view, filled["body"]), filled["tags"])
    return Filled(docx, filled["text"], list(filled["faults"].values()))


def asked(function: str, question: Any) -> Any:
    """Ask a function of the page's own script, in an embedded engine."""
    from py_mini_racer import MiniRacer  # only this command needs it

    with MiniRacer() as engine:
        engine.eval(SCRIPT.read_text("utf-8"))
        return json.loads(engine.call(function, json.dumps(question, ensure_ascii=False)))


def _written(docx: bytes, tags: dict[str, str]) -> bytes:
    from docxtpl import DocxTemplate  # only this command needs it

    document = DocxTemplate(BytesIO(docx))
    document.render(tags, autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _values(pairs: Iterable[str], view: DocumentView, faults: list[dict[str, Any]]) -> dict[str, str]:
    """Read ``FIELD=VALUE`` pairs; what is wrong with them is noted."""
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        name = name.strip()
        if not equals:
            faults.append({"code": "no-equals", "parts": {"field": pair}})
        elif name not in view.fields:
            faults.append({"code": "unknown", "parts": {"field": name, "known": "、".join(view.fields)}})
        elif name in values:
            faults.append({"code": "twice", "parts": {"field": name}})
        values[name] = value
    return values


@click.command(cls=ChineseCommand, help=told("paper"))
@config_option
@click.argument("slug")
@click.option("--set", "pairs", multiple=True, metavar="FIELD=VALUE", help=told("paper_set"))
@click.option(
    "-o", "out", required=True, type=click.Path(path_type=Path), metavar="FILE.docx", help=told("paper_out")
)
@click.pass_context
def paper(context: click.Context, config: str | None, slug: str, pairs: tuple[str, ...], out: Path) -> None:
    """Write a paper as a Word document; what is not given stays a marked blank."""
    report = Report()
    handbook = check_handbook(settings_of(given(context, config), report), report)
    if handbook is None:
        click.echo(report.explain(), err=True)
        sys.exit(CONTENT_HAS_PROBLEMS)
    if slug not in handbook.papers:
        refuse("no_paper", slug=slug)
    view = document_of(slug, handbook.papers[slug])
    faults: list[dict[str, Any]] = []
    values = _values(pairs, view, faults)
    filled = fill(view, {name: value for name, value in values.items() if name in view.fields})
    _end_if(faults + filled.faults)
    out.write_bytes(filled.docx)
    say("wrote", path=out)


def _end_if(faults: list[dict[str, Any]]) -> None:
    """Say every problem in both languages and end, if there is any."""
    for fault in faults:
        for language in ("zh", "en"):
            sentence = words(language)["desk"]["script"]["papers"]["refusals"][fault["code"]]
            click.echo(sentence.format_map(fault["parts"]), err=True)
    if faults:
        sys.exit(CONTENT_HAS_PROBLEMS)

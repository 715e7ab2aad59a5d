"""The handbook as PDF: the prints, laid out with page numbers by WeasyPrint, an extra that need not be there."""

import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .calling import CONTENT_HAS_PROBLEMS, config_option, given, refuse, settings_of
from .commandline import ChineseCommand, say, told
from .pipeline import make_pages
from .problems import Report
from .stages.rendering import RenderedPage, print_of

if TYPE_CHECKING:
    from .pipeline import Made

ASSETS = Path(__file__).parent / "theme" / "assets"
PICTURE = re.compile(r'<svg class="hb-picture[^>]*>')
STYLES = re.compile(r"<link [^>]*>")
OUTSIDE = re.compile(r' href="(?!#)[^"]*"')
MISSING = ".notdef"
"""How WeasyPrint begins its warning that no font has a character."""


class _Missing(logging.Handler):
    """Gathers the characters for which WeasyPrint finds no font."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Take the characters out of a warning."""
        if str(record.msg).startswith(MISSING) and record.args:
            self.found.add(str(next(iter(record.args))))


def prepared(html: str) -> str:
    """Give a print as WeasyPrint needs it: each picture with its style inside, no link that leads out of the paper."""
    style = f"<style>{(ASSETS / 'print-pictures.css').read_text('utf-8')}</style>"
    bare = OUTSIDE.sub("", STYLES.sub("", html))
    return PICTURE.sub(lambda found: found[0] + style, bare)


def as_pdf(page: RenderedPage) -> tuple[bytes, list[str]]:
    """Lay a print out; gives the PDF and the characters that no font of this machine has.

    Raises ImportError or OSError if WeasyPrint or a library it needs is not there.
    """
    import weasyprint

    missing, logger = _Missing(), logging.getLogger("weasyprint")
    logger.addHandler(missing)
    try:
        style = weasyprint.CSS(filename=ASSETS / "print.css")
        pdf: Any = weasyprint.HTML(string=prepared(page.html)).write_pdf(stylesheets=[style])
    finally:
        logger.removeHandler(missing)
    return bytes(pdf), sorted(missing.found)


@click.command(cls=ChineseCommand, help=told("pdf"))
@config_option
@click.argument("chapters", metavar="[CHAPTER]...", nargs=-1)
@click.option("-o", "--output", metavar="FILE.pdf", type=Path, help=told("pdf_output"))
@click.pass_context
def pdf(context: click.Context, config: str | None, chapters: tuple[str, ...], output: Path | None) -> None:
    """Write chapters, or the whole handbook, as PDF."""
    made = _made(given(context, config))
    known = [chapter.slug for chapter in made.plan.prints[-1].view.chapters] if made.plan.prints else []
    unknown = next((chapter for chapter in chapters if chapter not in known), None)
    if unknown is not None or not known:
        refuse("no_print", chapter=unknown or "", known="、".join(known))
    page = print_of(made.plan, made.pages, chapters or known)
    try:
        content, missing = as_pdf(page)
    except (ImportError, OSError) as error:
        refuse("no_weasyprint", reason=str(error).splitlines()[0])
    file = output or Path(f"{'-'.join(chapters) or 'handbook'}.pdf")
    file.write_bytes(content)
    say("wrote", path=file)
    if missing:
        say("missing_glyphs", characters="".join(missing))


def _made(config: str | None) -> "Made":
    """All pages, or the end of the program: the content has problems."""
    report = Report()
    made = make_pages(settings_of(config, report), report)
    if len(report):
        click.echo(report.explain(), err=True)
    if made is None:
        sys.exit(CONTENT_HAS_PROBLEMS)
    return made

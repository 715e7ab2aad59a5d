"""Stage 7, publishing: the one door to MkDocs, and the only module that imports it."""

import html
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .editions import CARRIED, to_bytes
from .pipeline import Made, make_pages
from .problems import Report
from .settings import Settings
from .stages.bundling.finishing import finish
from .stages.rendering import RenderedPage
from .swapping import building_folder, swap

THEME = Path(__file__).parent / "theme"
UNUSED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "sitemap.xml",
    "assets/search/terminal.js",
    "assets/paper-terminal.js",
)
"""What Material's own search needs, a map for search engines that never come, our bundles for the terminal."""

OUR_TEMPLATES = frozenset(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html"))
"""The names of the theme templates that are ours and not Material's."""

Say = Callable[..., None]


class HandbookConfig(base.Config):
    """The plugin's options in ``site_config.yml``."""

    flows = config_options.Type(str, default="flows")
    cases = config_options.Type(str, default="cases")


class HandbookPage(Page):
    """A page whose content is already HTML: MkDocs need not read or convert anything."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig) -> None:
        self.rendered = rendered
        super().__init__(rendered.title, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the place of reading Markdown."""
        self.markdown = ""
        self.meta = {}
        self.title = self.rendered.title

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the place of converting Markdown."""
        self.content = self.rendered.html
        self.toc = TableOfContents([AnchorLink(title, id_, level) for title, id_, level in self.rendered.outline])

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """The links are held when the site is bundled, not by MkDocs."""


class HandbookPlugin(BasePlugin[HandbookConfig]):
    """Feeds the handbook's pages to MkDocs and swaps the finished site in."""

    def __init__(self) -> None:
        self.report = Report()
        self.command = "build"
        self.strict = False
        self.target: Path | None = None
        self.building: Path | None = None
        self.say: Say = lambda word, **parts: None
        self.before: Made | None = None
        self.env: Any = None
        """The theme's templates of the last build, which need not be compiled again."""
        self.made: Made

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is built or served."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages before MkDocs touches a file; a problem ends the build here."""
        self.say("reading")
        made = make_pages(_settings_of(config, self.config), self.report, self.before)
        if made is None or (self.strict and len(self.report)):
            raise PluginError("\n" + self.report.explain())
        self.made = made
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.discard("sitemap.xml")
        config.extra_css.extend(["assets/handbook.css", *(name for name in made.pages.files if name.endswith(".css"))])
        config.extra_javascript.append("assets/handbook.js")
        if self.command == "build":
            self.target = Path(config.site_dir)
            self.building = building_folder(self.target)
            config.site_dir = str(self.building)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the authors' files out of the site, and put the pages and the pictures that may be shown in."""
        images = {f"images/{name}": str(path) for name, path in self.made.sources.images.items()}
        for file in list(files):
            foreign = file.src_dir == config.docs_dir or file.src_uri in images
            if foreign or file.src_uri.endswith(".map") or file.dest_uri.startswith(UNUSED):
                files.remove(file)
        for address, path in images.items():
            files.append(File.generated(config, address, abs_src_path=path))
        for rendered in _to_write(self.made, self.before):
            source = rendered.address.removesuffix(".html") + ".md"
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.page = HandbookPage(rendered, file, config)
            files.append(file)
        for address, text in self.made.pages.files.items():
            files.append(File.generated(config, address, content=text))
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the theme's templates the handbook's navigation and words.

        MkDocs escapes nothing in a theme; in our templates every word of an author is escaped.
        """
        if self.env is not None:
            env = self.env
        self.env = env
        env.autoescape = OUR_TEMPLATES.__contains__
        env.globals.update(self.made.pages.shell)
        return env

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Tell the theme's templates which entry a page shows."""
        if isinstance(page, HandbookPage):
            context["entry"] = page.rendered
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take out what the theme writes and HTML does not know: a check box completes nothing."""
        return output.replace('id="__drawer" autocomplete="off"', 'id="__drawer"').replace(
            'id="__search" autocomplete="off"', 'id="__search"'
        )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the decks, which need nothing of MkDocs, and let the finished site take the place of the last one."""
        _write_bare(Path(config.site_dir), self.made, self.before)
        if self.before is None:
            Path(config.site_dir, CARRIED).write_bytes(to_bytes(self.made.plan.edition))
            finish(Path(config.site_dir))
        if self.building is not None and self.target is not None:
            swap(self.building, self.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Remove what was begun; the last site was never touched."""
        if self.building is not None:
            shutil.rmtree(self.building, ignore_errors=True)


def _settings_of(config: MkDocsConfig, options: HandbookConfig) -> Settings:
    root = Path(config.config_file_path or "site_config.yml").parent
    return Settings.at(root, content=config.docs_dir, flows=options.flows, cases=options.cases, site=config.site_dir)


def _to_write(made: Made, before: Made | None) -> list[RenderedPage]:
    """The pages that differ from those written before, or around which the navigation changed."""
    if before is None or before.plan.book != made.plan.book:
        return list(made.pages.pages)
    known = set(map(id, before.pages.pages))
    same = {
        chapter: _around(made, chapter) == _around(before, chapter)
        for chapter in {page.chapter for page in made.pages.pages}
    }
    return [page for page in made.pages.pages if id(page) not in known or not same[page.chapter]]


def _write_bare(site: Path, made: Made, before: Made | None) -> None:
    """Write the decks, prints, drills and documents that differ from those written before."""
    known = _bare(before) if before else {}
    written = _bare(made)
    for folder in {str(Path(address).parent) for address in written}:
        (site / folder).mkdir(parents=True, exist_ok=True)
    for address, text in written.items():
        if known.get(address) != text:
            (site / address).write_bytes(text if isinstance(text, bytes) else text.encode())


def _bare(made: Made) -> dict[str, str | bytes]:
    pages = {page.address: page.html for page in made.pages.bare}
    return {**pages, **made.pages.scripts, **made.pages.documents}


def _addresses(made: Made) -> set[str]:
    return {page.address for page in made.pages.pages} | set(_bare(made))


def _around(made: Made, chapter: str) -> list[Any]:
    """What the navigation shows on the pages of a chapter: all chapters, and the entries of this one."""
    chapters = made.plan.navigation.chapters
    shown = [replace(each, entries=each.entries if each.slug == chapter else ()) for each in chapters]
    return [made.plan.navigation.rooms, shown]


def _quiet() -> None:
    """MkDocs speaks English about what our own report has said already."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)


def _load(config_file: Path, site: Path, report: Report, say: Say) -> tuple[MkDocsConfig, HandbookPlugin]:
    config = load_config(str(config_file), site_dir=str(site))
    plugin = config.plugins["handbook"]
    assert isinstance(plugin, HandbookPlugin)
    plugin.report, plugin.say = report, say
    return config, plugin


def build_site(config_file: Path, settings: Settings, report: Report, *, strict: bool, say: Say) -> Made | None:
    """Build the site into ``settings.site``; None if problems (or, if strict, warnings) stopped it."""
    _quiet()
    config, plugin = _load(config_file, settings.site, report, say)
    plugin.strict = strict
    try:
        build(config)
    except (Abort, PluginError):
        return None
    return plugin.made


def serve_site(config_file: Path, settings: Settings, host: str, port: int, *, say: Say) -> None:
    """Build the site into a temporary folder, serve it, and rebuild and reload on every change, until Ctrl+C.

    A change that leaves problems is explained at the terminal; the last good pages stay.
    """
    _quiet()
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        workshop = _Workshop(config_file, Path(folder), say)
        server = LiveReloadServer(workshop.rebuild, host, port, root=folder, polling_interval=0.1)
        server.error_handler = workshop.problem_page
        workshop.rebuild()
        for watched in (settings.content, settings.flows, settings.cases):
            if watched.is_dir():
                server.watch(str(watched))
        server.watch(str(config_file))
        say("serving", address=server.url)
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


class _Workshop:
    """Builds for the server, again and again; each build writes only what changed since the last."""

    def __init__(self, config_file: Path, folder: Path, say: Say) -> None:
        self.config_file, self.folder, self.say = config_file, folder, say
        self.made: Made | None = None
        self.env: Any = None
        self.report = Report()

    def rebuild(self) -> None:
        """Build once; problems are explained at the terminal and leave the last good pages."""
        started = time.monotonic()
        self.report = Report()
        config, plugin = _load(self.config_file, self.folder, self.report, lambda word, **parts: None)
        plugin.command, plugin.before, plugin.env = "serve", self.made, self.env
        try:
            build(config, dirty=self.made is not None)
        except (Abort, PluginError):
            pass
        else:
            self._remove_what_is_gone(plugin.made)
            self.made, self.env = plugin.made, plugin.env
            self.say("rebuilt", time=time.strftime("%H:%M:%S"), seconds=f"{time.monotonic() - started:.2f}")
        if len(self.report):
            print(self.report.explain(), file=sys.stderr)

    def _remove_what_is_gone(self, made: Made) -> None:
        """Take away the pages of entries that are no more."""
        before = _addresses(self.made) if self.made else set()
        for address in before - _addresses(made):
            Path(self.folder, address).unlink(missing_ok=True)

    def problem_page(self, code: int) -> bytes | None:
        """Show the problems as a page, for when there is no good one yet."""
        if code != 404 or not self.report.errors:
            return None
        return f'<!doctype html><meta charset="utf-8"><pre>{html.escape(self.report.explain())}</pre>'.encode()

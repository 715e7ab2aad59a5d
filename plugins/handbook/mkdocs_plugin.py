"""Stage 7, publishing: the one door to MkDocs, and the only module that imports it."""

import html
import logging
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
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

from .pipeline import make_pages
from .problems import Report
from .settings import Settings
from .stages.rendering import Pages, RenderedPage
from .swapping import building_folder, swap

PACKAGE = Path(__file__).parent
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Parts of Material that only its own search needs."""

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
        self.pages: Pages

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether the site is built or served."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages before MkDocs touches a file; a problem ends the build here."""
        self.say("reading")
        pages = make_pages(_settings_of(config, self.config), self.report)
        if pages is None or (self.strict and len(self.report)):
            raise PluginError("\n" + self.report.explain())
        self.pages = pages
        config.theme.dirs.insert(0, str(PACKAGE / "theme"))
        config.theme.static_templates.discard("sitemap.xml")
        config.extra_css.append("assets/handbook.css")
        config.extra_javascript.append("assets/handbook.js")
        if self.command == "build":
            self.target = Path(config.site_dir)
            self.building = building_folder(self.target)
            config.site_dir = str(self.building)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave the authors' YAML out of the site and put the pages in."""
        for file in list(files):
            if (
                file.src_uri.endswith((".yml", ".yaml"))
                or file.dest_uri.startswith(UNUSED)
                or file.src_uri.endswith(".map")
            ):
                files.remove(file)
        for rendered in self.pages.pages:
            source = rendered.address.removesuffix(".html") + ".md"
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.page = HandbookPage(rendered, file, config)
            files.append(file)
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the theme's templates the handbook's navigation and words."""
        env.globals.update(self.pages.shell)
        return env

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Tell the theme's templates which entry a page shows."""
        if isinstance(page, HandbookPage):
            context["entry"] = page.rendered
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the finished site take the place of the last one."""
        if self.building is not None and self.target is not None:
            swap(self.building, self.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Remove what was begun; the last site was never touched."""
        if self.building is not None:
            shutil.rmtree(self.building, ignore_errors=True)


def _settings_of(config: MkDocsConfig, options: HandbookConfig) -> Settings:
    root = Path(config.config_file_path or "site_config.yml").parent
    return Settings.at(root, content=config.docs_dir, flows=options.flows, cases=options.cases, site=config.site_dir)


def _quiet() -> None:
    """MkDocs speaks English about what our own report has said already."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)


def _load(config_file: Path, site: Path, report: Report, say: Say) -> tuple[MkDocsConfig, HandbookPlugin]:
    config = load_config(str(config_file), site_dir=str(site))
    plugin = config.plugins["handbook"]
    assert isinstance(plugin, HandbookPlugin)
    plugin.report, plugin.say = report, say
    return config, plugin


def build_site(config_file: Path, settings: Settings, report: Report, *, strict: bool, say: Say) -> bool:
    """Build the site into ``settings.site``; False if problems (or, if strict, warnings) stopped it."""
    _quiet()
    config, plugin = _load(config_file, settings.site, report, say)
    plugin.strict = strict
    try:
        build(config)
    except (Abort, PluginError):
        return False
    return True


def serve_site(config_file: Path, settings: Settings, host: str, port: int, *, say: Say) -> None:
    """Build the site into a temporary folder, serve it, and rebuild and reload on every change, until Ctrl+C.

    A change that leaves problems is explained at the terminal; the last good pages stay.
    """
    _quiet()
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        last: list[Report] = []

        def rebuild() -> None:
            started = time.monotonic()
            last[:] = [Report()]
            if _build_once(config_file, Path(folder), last[0]):
                say("rebuilt", time=time.strftime("%H:%M:%S"), seconds=f"{time.monotonic() - started:.2f}")
            if len(last[0]):
                print(last[0].explain(), file=sys.stderr)

        server = LiveReloadServer(rebuild, host, port, root=folder, polling_interval=0.2)
        server.error_handler = lambda code: _problem_page(last[0]) if code == 404 and last[0].errors else None
        rebuild()
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


def _build_once(config_file: Path, folder: Path, report: Report) -> bool:
    """Build for the server; False if problems stopped it."""
    config, plugin = _load(config_file, folder, report, lambda word, **parts: None)
    plugin.command = "serve"
    try:
        build(config)
    except (Abort, PluginError):
        return False
    return True


def _problem_page(report: Report) -> bytes:
    """The problems as a page, for when there is no good site yet."""
    return f'<!doctype html><meta charset="utf-8"><pre>{html.escape(report.explain())}</pre>'.encode()

"""The MkDocs door: puts the pages of an edition among MkDocs' own, once for each language.

The build of the first language runs at the site's root; when it is done it starts the others below it. While
serving nothing is raised: what is wrong in the data becomes a page and a banner, and the last good edition stays.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator.doors import furnishing, material, offline, policy, swap
from generator.doors.build import Edition
from generator.doors.collector import rarely
from generator.doors.compiled import kept
from generator.doors.drawing import Drawing, GeneratedPage, file_of, files_named, hang, tabs_of
from generator.doors.ending import sweep_up_at_the_end
from generator.doors.listing import list_without_hidden
from generator.doors.making import Asked, Maker
from generator.doors.overlay import Overlay
from generator.doors.reloading import PACKAGE, Traces, traces, watched_around
from generator.doors.shell import filling, nobody_else, shortcuts, unfilled
from generator.doors.steady import Refreshed, look_after, steady
from generator.doors.watching import watch_closely
from generator.doors.whereabouts import data_named
from generator.edition.shelf import REFERENCE, find, found, home, lean
from generator.pages.compiling import keep_compiled
from generator.pages.feeds.device import KEPT
from generator.words.catalogue import LANGUAGES
from generator.words.speech import speech

log = logging.getLogger("mkdocs.plugins.tertulia")


class TertuliaConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs has left this one without types
    """What mkdocs.yml may say of the plugin."""

    data_folder = c.Optional(c.Type(str))
    audience = c.Optional(c.Choice(("private", "shared", "public")))
    languages = c.Optional(c.ListOfItems(c.Choice(LANGUAGES)))


class TertuliaPlugin(BasePlugin[TertuliaConfig]):  # type: ignore[no-untyped-call]  # likewise
    """One instance a language; the one at the root makes all editions and lends the others theirs."""

    def __init__(self) -> None:
        self.maker = Maker()
        self.asked = Asked(Path("data"), Path("data"))
        self.lent = False
        self.staging: swap.Staging | None = None
        self.nav: Navigation | None = None
        self.drawings: dict[str, Drawing] = {}
        self.leading: dict[str, set[str]] = {}
        self.overlay = Overlay()
        self.around: tuple[Path, ...] = ()
        self.traces: Traces = ()

    @property
    def serving(self) -> bool:
        """Whether somebody is looking while the site is made."""
        return self.maker.serving

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Defined so that MkDocs keeps this instance, and with it the last good edition, between rebuilds."""
        self.maker.serving = command == "serve"
        if self.serving:
            sweep_up_at_the_end()
        else:
            rarely()
        keep_compiled(kept)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make every page before MkDocs touches the site, and give the theme its words."""
        if not self.lent:
            folder = Path(config.config_file_path).parent / data_named(None, self.config.data_folder)
            content = Path(config.docs_dir).parent
            self.asked = Asked(folder, content, config.site_url, self.config.languages, self.config.audience)
            self._watch(config)
            self.maker.make(self.asked, strict=config.strict)
            log.info("%s", self.maker.for_whom())
            self._step_aside(config, (Path(config.config_file_path), folder, content))
            material.lead(config, next(iter(self.maker.editions)), content)
        furnishing.furnish(config)
        if shortcuts():
            list_without_hidden(config.theme)
        material.dress(config, self.maker.chromes(), self.asked.content)
        if not self.serving and any(feed.name == KEPT for feed in self.edition(config).feeds):
            at_root = config.theme["language"] == next(iter(self.maker.editions))
            config.extra["tertulia"]["worker"] = offline.WORKER if at_root else f"../{offline.WORKER}"
        return config

    def _watch(self, config: MkDocsConfig) -> None:
        """Look at what the site is made from before any of it is read: what changes meanwhile is seen to have."""
        for watched in (self.asked.folder, self.asked.content, PACKAGE):
            if watched.is_dir() and str(watched) not in config.watch:
                config.watch.append(str(watched))
        if self.serving:
            self.around = watched_around(config)
            self.traces = traces(self.around, self.asked.folder)

    def _live(self, config: MkDocsConfig) -> bool:
        """Whether pages are made at the request: while serving, and where they can be made without MkDocs."""
        return self.serving and _short(config)

    def refresh(self) -> Refreshed:
        """Show the data as it is now, unless something else has changed, so that MkDocs has to build."""
        if self.overlay.shown is None or traces(self.around, self.asked.folder) != self.traces:
            return "to build"
        maker, led_to = self.maker, self._led_to()
        before, chromes = maker.reading, maker.chromes()
        maker.make(self.asked, strict=False, library=maker.library)
        if self._led_to() != led_to:
            return "to build"  # an article leads to a page that came or went, and MkDocs made the article
        if maker.reading is not None and maker.reading.is_that_of(before) and maker.chromes() == chromes:
            return "the same"
        self.overlay.show(maker.editions)
        return "shown"

    def _led_to(self) -> list[set[str]]:
        """The generated pages that are there of those that the articles of each language lead to."""
        return [
            {name for name in self.leading.get(language, ()) if name.removesuffix("index.md") in edition.pages}
            for language, edition in self.maker.editions.items()
        ]

    def _step_aside(self, config: MkDocsConfig, kept: tuple[Path, ...]) -> None:
        """Let MkDocs build beside the site, which stays as it is until the new one is whole."""
        if config.strict and not self.serving:
            _heed_warnings()
        try:
            self.staging = swap.begin(Path(config.site_dir), kept)
        except swap.SwapError as error:
            raise Abort(str(error)) from error
        config.site_dir = str(self.staging.path)

    def edition(self, config: MkDocsConfig) -> Edition:
        """The edition in this build's language."""
        return self.maker.editions[config.theme["language"]]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the assets; the rules' Markdown is part of their generated pages."""
        for file in list(files):
            if file.src_uri.startswith("rules/"):
                files.remove(file)
        for file in material.leading_out(files, config.docs_dir):
            log.warning("`%s` is a link to somewhere else: it is not published.", file.src_uri)
            files.remove(file)
        self._add_ours(files, config)
        self._miss(files, config)
        live = self._live(config)
        for feed in () if live else self.edition(config).feeds:
            files.append(File.generated(config, feed.name, content=feed.body))
        listed = {tab.address: tab.title for tab in self.edition(config).chrome.tabs}
        listed |= {address: self.edition(config).pages[address].title for address in REFERENCE}
        apart = self._apart(files, config)
        self.drawings.pop(config.theme["language"], None)
        for page in self.edition(config).pages.values():
            if page.address in listed or page.address not in apart:
                inclusion = InclusionLevel.INCLUDED if page.address in listed else InclusionLevel.NOT_IN_NAV
                file = file_of(page.address, config, inclusion)
                what = unfilled(page) if live else filling(page)
                files.append(file)
                name = str(escape(listed[page.address])) if page.address in listed else what.title
                GeneratedPage(name, what, file, config, page)
        return files

    def _apart(self, files: Files, config: MkDocsConfig) -> set[str]:
        """The pages that can be made without MkDocs: no article leads to their files, and no other plugin sees any."""
        if not _short(config):
            return set()
        named = {name for f in files.documentation_pages() for name in files_named(f.content_string, f.src_uri)}
        self.leading[config.theme["language"]] = named
        return {address for address in self.edition(config).pages if f"{address}index.md" not in named}

    def _add_ours(self, files: Files, config: MkDocsConfig) -> None:
        """The assets, and the guide's pages that the user has not written anew."""
        content, language = self.asked.content, config.theme["language"]
        ours = found(content, f"{language}/guide", "**/*") | found(content, "assets", "**/*")
        for name, path in ours.items():
            uri = name.removeprefix(f"{language}/")
            if files.get_file_from_path(uri) is not None:
                continue
            if (bare := lean(path)) is not None:
                files.append(File.generated(config, uri, content=bare))
            else:
                root = str(path)[: -len(uri) - 1]
                files.append(File(uri, root, config.site_dir, config.use_directory_urls))

    def _miss(self, files: Files, config: MkDocsConfig) -> None:
        """Say of a logo or a style sheet that is not there where it is looked for; once, not in each language."""
        for setting, name in () if self.lent else furnishing.absent(config, files):
            log.warning("%s", speech(config.theme["language"]).text(
                "mkdocs.yml, {setting}: there is no {file}.", setting=setting, file=f"{self.asked.content.name}/{name}"
            ))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Hang every generated page under its tab, so that the theme shows where one is."""
        tabs = tabs_of(nav)
        for file in files:
            if isinstance(file.page, GeneratedPage) and file.page not in nav.pages:
                hang(file.page, file.page.what.tab, tabs)
        self.nav = nav
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the search its entries, and take up what the pages that are made apart are drawn with."""
        edition = self.edition(config)
        env.bytecode_cache = kept("theme")
        if not self._live(config):
            material.give_to_search(config, edition.pages.values())
        if self.nav and _short(config):
            self.drawings[config.theme["language"]] = Drawing(config, self.nav, files, env, list(self.maker.editions))
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Name the pages made apart among the addresses, too; the page for lost ones stays in its language."""
        drawing = self.drawings.get(config.theme["language"])
        if template_name == "sitemap.xml" and drawing and config.site_url:
            context["pages"] = drawing.listed(self.edition(config).pages.values())
        if template_name == "404.html" and not config.site_url and self.lent:
            context["base_url"] = f"/{config.theme['language']}"
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Let the language switch stay on the page."""
        address = page.file.dest_uri.removesuffix("index.html")
        return material.mended(output, address, config.theme["language"], self.maker.editions)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for addresses that lead nowhere has no fellow in the other languages: the switch leads home."""
        return material.mended(output_content, "", config.theme["language"], self.maker.editions)

    @event_priority(-100)  # the site is whole when every plugin is done with it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search take names as typed, build the other languages, and put the whole in the old site's place."""
        drawing = self.drawings.get(config.theme["language"])
        if drawing and not self._live(config):
            drawing.write(self.edition(config).pages.values())
        index = material.settle_search(Path(config.site_dir))
        if drawing:
            drawing.index = index
        for language in list(self.maker.editions)[1:] if not self.lent else []:
            self._build(language, config)
        if self.staging is not None and not self.lent:
            config.site_dir = str(self.staging.site)
            if not _strict_aborts():
                self._publish(self.staging)
                self.overlay.show(self.maker.editions, self.drawings if self._live(config) else {})

    def _publish(self, staging: swap.Staging) -> None:
        self.staging = None
        try:
            if not self.serving:
                offline.settle(staging.path, find(self.asked.content, f"worker/{offline.WORKER}"))
                policy.settle(staging.path)
            if not staging.publish():
                log.info("`%s` cannot change places as a whole: its files were exchanged one by one.", staging.site)
        except OSError as error:
            raise Abort(f"{error} The site stays as it was.") from error
        finally:
            staging.discard()

    def on_build_error(self, *, error: Exception) -> None:
        """Sweep up what will not become a site; a full disk is said in one line."""
        if self.lent or self.staging is None:
            return
        self.staging.discard()
        self.staging = None
        if isinstance(error, OSError) and not self.serving:
            raise Abort(f"{error} The site stays as it was.") from error

    @event_priority(-100)  # other plugins may ask the server to watch with the builder that MkDocs gave them
    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Let no rebuild hold up a page, and no folder that comes and goes be overlooked."""
        look_after(server, self.asked.folder)
        self.overlay.serve(server)
        if shortcuts():
            watch_closely(server)
        return steady(server, self.refresh)

    def _build(self, language: str, config: MkDocsConfig) -> None:
        own = self.asked.content / language
        other = load_config(
            config_file=config.config_file_path,
            docs_dir=str(own if own.is_dir() else home() / language),
            site_dir=str(Path(config.site_dir) / language),
            site_url=f"{config.site_url}{language}/" if config.site_url else None,
            strict=config.strict,
        )
        other.theme["language"] = language
        plugin = other.plugins["tertulia"]
        assert isinstance(plugin, TertuliaPlugin)  # noqa: S101  # the same mkdocs.yml names the same plugin
        plugin.maker, plugin.asked = self.maker, self.asked
        plugin.drawings, plugin.leading = self.drawings, self.leading
        plugin.lent = True  # MkDocs may hand out this very instance again
        other.plugins.on_startup(command="serve" if self.serving else "build", dirty=False)
        try:
            build(other)
        finally:
            plugin.lent = False


def _short(config: MkDocsConfig) -> bool:
    """Whether pages may be made without MkDocs: nobody else has a hand in them, and shortcuts are wanted."""
    return nobody_else(config.plugins) and shortcuts()


def _heed_warnings() -> None:
    """`--quiet` makes MkDocs deaf to what `--strict` is about: let it hear warnings again."""
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        logger.setLevel(logging.WARNING)


def _strict_aborts() -> bool:
    """Whether MkDocs will give up after this, since it counted warnings in a strict build."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return any(counter.get_counts() for counter in counters)

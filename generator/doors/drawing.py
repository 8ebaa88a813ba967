"""Drawing: one generated page with the theme around it, drawn as MkDocs does it, whenever somebody asks for it."""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from mkdocs.commands.build import _build_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_timestamp

from generator.doors import material
from generator.doors.shell import Filling, Shells, filling, unfilled
from generator.edition.chrome import Chrome
from generator.pages.page import Page

_FILE = re.compile(r"[\w./-]+/index\.md\b")


class GeneratedPage(MkDocsPage):
    """A page of MkDocs whose body is already HTML; `name` is what the navigation calls it.

    `whole` is the page itself: where it is filled in only when it is asked for, its anchors are known all the same.
    """

    def __init__(
        self, name: str, what: Filling, file: File, config: MkDocsConfig, whole: Page | None = None
    ) -> None:
        super().__init__(name, file, config)
        self.what = what
        self.whole = whole

    def __eq__(self, other: object) -> bool:
        """A page is only itself: MkDocs would compare titles, and we notice who looks at one."""
        return self is other

    __hash__ = MkDocsPage.__hash__

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs says what it is given
        """Nothing is read: the front matter is what the theme asks for."""
        self.markdown = ""
        self.meta = {
            "layout": "app", "hide": ["navigation", "toc"], "search": {"exclude": True}, "title": self.what.title,
        }
        if self.what.description:
            self.meta["description"] = self.what.description

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # likewise
        """Take the body as it is, without a pass through Markdown."""
        self.content = self.what.body
        self.toc = TableOfContents([])

    @property
    def present_anchor_ids(self) -> set[str]:  # asked for only where a link leads here
        """What a link may lead to on this page."""
        return set(re.findall(r'\bid="([^"]+)"', self.what.body or (self.whole.body if self.whole else "")))

    @present_anchor_ids.setter
    def present_anchor_ids(self, value: set[str]) -> None:
        """MkDocs sets what it found itself: nothing."""


def hang(page: MkDocsPage, tab: str, tabs: Mapping[str, MkDocsPage]) -> None:
    """Put a page under its tab, so that the theme shows where one is."""
    found = tabs.get(tab)
    page.parent = found.parent if found is not None and found.parent is not None else found  # type: ignore[assignment]


def tabs_of(nav: Navigation) -> dict[str, MkDocsPage]:
    """The pages of the navigation by address."""
    return {page.file.dest_uri.removesuffix("index.html"): page for page in nav.pages}


@dataclass
class Drawing:
    """What the theme needs to draw the pages of one language."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Any
    languages: Iterable[str]
    index: dict[str, Any] = field(default_factory=dict)

    def draw(self, what: Filling) -> str:
        """One generated page, whole."""
        page = self._page(what)
        page.read_source(self.config)
        page.render(self.config, self.files)
        return self._drawn(page)

    def page(self, page: Page) -> bytes:
        """One generated page as it stands in a file."""
        return _encoded(self.draw(filling(page)))

    def article(self, name: str) -> bytes | None:
        """A page that MkDocs made, drawn anew with what stands around it now; None where it made none."""
        page = self._articles.get(name)
        return _encoded(self._drawn(page)) if page else None

    def template(self, name: str) -> bytes | None:
        """A page of the theme's own that stands for no file, as MkDocs makes it; None where it is none."""
        plain = name.removesuffix(".gz")
        if plain not in self.config.theme.static_templates:
            return None
        made = _build_template(plain, self.env.get_template(plain), self.files, self.config, self.nav).encode()
        return made if name == plain else self._zipped(name, made)

    def _zipped(self, name: str, made: bytes) -> bytes:
        into = io.BytesIO()
        moment = get_build_timestamp(pages=[f.page for f in self.files.documentation_pages() if f.page])
        with gzip.GzipFile(fileobj=into, filename=name, mode="wb", mtime=moment) as stream:
            stream.write(made)
        return into.getvalue()

    def search_index(self, pages: Iterable[Page]) -> bytes:
        """What the search knows: our pages, and the articles as MkDocs has taken them apart."""
        return material.index_with(self.index, pages)

    def has(self, name: str) -> bool:
        """Whether MkDocs has a file of that name in the site."""
        return name in self._names

    def dress(self, chrome: Chrome) -> None:
        """Let what is drawn from now on stand between these tabs, under this banner and over this footer."""
        self.config.extra["tertulia"] = chrome.extra

    @cached_property
    def _articles(self) -> dict[str, MkDocsPage]:
        pages = (file.page for file in self.files.documentation_pages() if file.page)
        return {page.file.dest_uri: page for page in pages if not isinstance(page, GeneratedPage)}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(file.dest_uri for file in self.files)

    def _drawn(self, page: MkDocsPage) -> str:
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            html = self.env.get_template(page.meta.get("template", "main.html")).render(context)
        finally:
            page.active = False
        return self._mended(html, page.file.dest_uri.removesuffix("index.html"))

    def _mended(self, html: str, address: str) -> str:
        return material.mended(html, address, self.config.theme["language"], self.languages)

    def write(self, pages: Iterable[Page]) -> None:
        """Every page that MkDocs does not know into the site."""
        shells = Shells(self.draw)
        for page in pages:
            if not self.known(page.address):
                path = Path(self.config.site_dir, page.address, "index.html")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(_encoded(shells.page(filling(page))))

    def listed(self, pages: Iterable[Page]) -> list[File]:
        """The files of all pages as MkDocs lists them where it knows every one: the articles, then the generated."""
        found = [(self.known(page.address) or self._made(unfilled(page))).file for page in pages]
        articles = (f for f in self.files.documentation_pages() if not isinstance(f.page, GeneratedPage))
        return [*articles, *found]

    def known(self, address: str) -> GeneratedPage | None:
        """The page of MkDocs at an address, if we made it one."""
        file = self.files.get_file_from_path(f"{address}index.md")
        return file.page if file and isinstance(file.page, GeneratedPage) else None

    def _page(self, what: Filling) -> GeneratedPage:
        page = self.known(what.address)
        if page:
            page.what = what
            return page
        page = self._made(what)
        hang(page, what.tab, tabs_of(self.nav))
        return page

    def _made(self, what: Filling) -> GeneratedPage:
        return GeneratedPage(what.title, what, file_of(what.address, self.config), self.config)


def file_of(address: str, config: MkDocsConfig, inclusion: InclusionLevel = InclusionLevel.NOT_IN_NAV) -> File:
    """The file that MkDocs would read a generated page from."""
    file = File(f"{address}index.md", None, config.site_dir, config.use_directory_urls, inclusion=inclusion)
    file.generated_by = "tertulia"
    return file


def files_named(text: str, place: str) -> Iterator[str]:
    """The files `…/index.md` that a text in Markdown at that place leads to."""
    for found in _FILE.findall(text):
        yield normpath(join(dirname(place), found)).lstrip("/")


def _encoded(html: str) -> bytes:
    """A page as MkDocs writes it."""
    return html.encode("utf-8", "xmlcharrefreplace")

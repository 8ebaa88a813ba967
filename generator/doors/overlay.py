"""Overlay: what `mkdocs serve` answers, made from the data as it is now, when it is asked for.

MkDocs builds the articles and the files of the theme. Every page is drawn at the request: the generated ones from the
last edition, the articles from what MkDocs made of their Markdown, both with the tabs, banner and footer of today; so
are the search index, the feeds and the list of addresses. When only the data was edited there is nothing to build, and
nothing can be out of date: an answer is kept no longer than the edition it was made from.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.doors.build import Edition
from generator.doors.drawing import Drawing

log = logging.getLogger("mkdocs.plugins.tertulia")

_OWN = {"127.0.0.1", "::1"}

SEARCH = "search/search_index.json"


@dataclass(frozen=True)
class Shown:
    """One state of the site: the editions by language, the first one at the root, and what was answered from them."""

    editions: Mapping[str, Edition]
    drawings: Mapping[str, Drawing]
    answers: dict[str, bytes] = field(default_factory=dict)

    def answer(self, path: str) -> bytes | None:
        """What stands at a path below the site's root; None where MkDocs' own file is meant, or nothing."""
        found = self.answers.get(path)
        if found is None and (found := self._made(path)) is not None:  # addresses that lead nowhere have no end
            self.answers[path] = found
        return found

    def _made(self, path: str) -> bytes | None:
        first = next(iter(self.editions))
        folder, _, below = path.partition("/")
        language = folder if folder in self.editions and folder != first else first
        return self._in(language, below if language != first else path)

    def _in(self, language: str, path: str) -> bytes | None:
        edition, drawing = self.editions[language], self.drawings[language]
        drawing.dress(edition.chrome)
        page = edition.pages.get(path.removesuffix("index.html")) if path.endswith("index.html") else None
        if page:
            return drawing.page(page)
        if path == SEARCH:
            return drawing.search_index(edition.pages.values())
        if path.endswith(".html") or drawing.has(path):
            return drawing.article(path) or drawing.template(path)
        return drawing.template(path) or next((feed.body for feed in edition.feeds if feed.name == path), None)


def _meant(here: object, named: str) -> bool:
    """Whether this computer was asked under a name of its own.

    A page of somebody else's may let its name lead here and read what it gets; where one listens to others, any may be.
    """
    return here not in _OWN or re.sub(r":\d*\Z", "", named).strip("[]").lower() in {"", "localhost", *_OWN}


class Overlay:
    """Stands between the server and its folder; without a state it lets everything through."""

    def __init__(self) -> None:
        self.shown: Shown | None = None
        self._lock = threading.Lock()
        self._good: dict[str, bytes] = {}

    def show(self, editions: Mapping[str, Edition], drawings: Mapping[str, Drawing] | None = None) -> None:
        """Answer from these editions from now on; without drawings of MkDocs' pages it lets everything through."""
        with self._lock:
            drawn = drawings if drawings is not None else self.shown.drawings if self.shown else {}
            self.shown = Shown(editions, dict(drawn)) if drawn else None

    def answer(self, path: str) -> bytes | None:
        """What stands at a path below the site's root; the last good one where it cannot be made any more."""
        with self._lock:
            if self.shown is None:
                return None
            try:
                found = self.shown.answer(path)
            except Exception:
                log.exception("`%s` could not be made.", path)
                return self._good.get(path)
            if found is not None and path.endswith(".html"):
                self._good[path] = found
            return found

    def serve(self, server: LiveReloadServer) -> None:
        """Answer before the server's folder does."""
        ordinary = server.serve_request
        server.set_app(lambda environ, start: self._served(server, ordinary, environ, start))
        told = server.error_handler
        server.error_handler = lambda code: self.answer(f"{code}.html") or told(code)

    def _served(
        self, server: LiveReloadServer, ordinary: Callable[..., Any], environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if "\0" in path or not _meant(server.server_address[0], environ.get("HTTP_HOST", "")):
            start("421 Misdirected Request", [("Content-Length", "0")])
            return []
        below = path.removeprefix(server.mount_path) if path.startswith(server.mount_path) else None
        if below is None or path.startswith("/livereload/"):
            return ordinary(environ, start)  # type: ignore[no-any-return]
        epoch = server._visible_epoch  # noqa: SLF001  # read before the answer: an older one is looked at once more
        folder = below == "" or below.endswith("/")
        body = self.answer(f"{below}index.html" if folder else below)
        if body is None and not folder and self.answer(f"{below}/index.html") is not None:
            start("302 Found", [("Location", environ.get("SCRIPT_NAME", "") + path + "/")])
            return []
        if body is None:
            return ordinary(environ, start)  # type: ignore[no-any-return]
        if folder or below.endswith(".html"):
            body = server._inject_js_into_html(body, epoch)  # type: ignore[no-untyped-call]  # noqa: SLF001
        kind = "text/html" if folder else server._guess_type(below)  # type: ignore[no-untyped-call]  # noqa: SLF001
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

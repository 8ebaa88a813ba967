"""A real browser over real sites: one Chromium, the sample's site built once, every page watched."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.once import once

ROOT = Path(__file__).parents[2]
DAY = "2026-11-23"
NOW = f"{DAY}T08:00:00Z"
LANGUAGES = ("", "en/")
KINDS = (
    "", "follow-ups/", "events/", "events/2026-11-26-jornada-pymes-digitales/", "events/2026-10-22-congreso-web/",
    "events/2026-12-02-cafe-ana/", "calendar/", "calendar/2026-10/", "people/", "circles/", "tags/", "people/ana-ruiz/",
    "people/amparo-llorente/", "directory/", "directory/ilustracion/", "network/", "checklists/",
    "checklists/conference/", "week/", "week/2026-W47/", "over-time/", "give-and-take/", "rules/",
    "rules/missing-thanks/", "problems/", "guide/", "guide/gifts/", "guide/my-data/", "guide/commands/", "device/",
    "404.html",
)
"""One page of each kind, and two where the pages of a kind differ."""

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
]


def chromium() -> str | None:
    """The browser's program; None lets Playwright use its own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, CHROMIUMS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium's sandbox refuses to run as root
    with sync_playwright() as playwright:
        program = chromium()
        if program is None and not Path(playwright.chromium.executable_path).exists():
            pytest.exit("No browser: install Chromium, or name one with CHROMIUM=/path/to/chromium.", returncode=3)
        launched = playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS, *sandbox])
        yield launched
        launched.close()


def build(site: Path, **environment: str) -> Path:
    """Build the sample into a folder, as `make site` does, and return it."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TERTULIA_DAY": DAY, **environment}
    program = Path(sys.executable).with_name("mkdocs")
    done = subprocess.run(
        [program, "build", "--strict", "--quiet", "--site-dir", site],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return site


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has in the class below it
        """Say nothing."""

    def handle(self) -> None:
        """Answer, and do not mind a browser that has left before the end."""
        with contextlib.suppress(ConnectionError):
            super().handle()


class KeepingHandler(QuietHandler):
    """Serves as hosts do: over a connection that stays, and styles and scripts once for all pages."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        """Say what may be kept."""
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


@dataclass
class Served:
    """A built site on localhost."""

    folder: Path
    address: str

    def addresses(self) -> list[str]:
        """The address of every page, below the site's root."""
        pages = sorted(p.parent.relative_to(self.folder).as_posix() for p in self.folder.rglob("index.html"))
        return ["" if p == "." else f"{p}/" for p in pages]


def serve(folder: Path) -> Iterator[Served]:
    handler = functools.partial(KeepingHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True  # nobody waits for a connection that a browser keeps
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample's whole site, as its owner sees it; whoever changes it makes a copy."""
    made = once(tmp_path_factory, "sample", lambda folder: build(folder / "site", TERTULIA_AUDIENCE="private"))
    yield from serve(made / "site")


@dataclass
class Watched:
    """A page and what went wrong on it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def quiet(self) -> bool:
        """Whether nothing was logged as an error and nothing was asked of another host."""
        return not self.errors and not self.outside


def left(request: Request) -> bool:
    """Whether a request ended only because the page was left for another."""
    return "ERR_ABORTED" in (request.failure or "")


def said(message: ConsoleMessage) -> str:
    """What the console says, and of which address."""
    return f"{message.text} ({message.location['url']})"


def watch(page: Page) -> Watched:
    watched = Watched(page)
    # An answer of 400 or more, and one that does not come, are errors of the console too.
    page.on("console", lambda m: watched.errors.append(said(m)) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda e: watched.errors.append(str(e)))
    page.on("requestfailed", lambda r: None if left(r) else watched.errors.append(f"failed: {r.url}"))
    page.on(
        "request", lambda r: None if urlsplit(r.url).hostname in {"127.0.0.1", None} else watched.outside.append(r.url)
    )
    page.on("dialog", lambda d: watched.errors.append(f"dialog: {d.message}"))
    return watched


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="es-ES", timezone_id="Europe/Madrid")
    context.clock.install(time=NOW)  # from the sample's day on the clock runs as it does
    yield context
    context.close()


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Watched]:
    """A page that must stay quiet: the test fails if it did not."""
    watched = watch(context.new_page())
    yield watched
    assert watched.quiet(), [*watched.errors, *watched.outside]


def printed_pages(paper: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))

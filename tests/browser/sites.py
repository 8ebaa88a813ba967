"""Sites: built as `make site` builds them, and served on localhost as hosts do."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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

    def read(self, address: str) -> str:
        """What a page is, as it is sent."""
        path = self.folder / address
        return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")


def serve(folder: Path) -> Iterator[Served]:
    handler = functools.partial(KeepingHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True  # nobody waits for a connection that a browser keeps
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Served(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()

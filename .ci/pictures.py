"""Pictures: the tour of the README, taken of the sample in light and dark, always of the same day."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / ".github" / "pictures"
TOUR = {
    "today": "en/", "follow-ups": "en/follow-ups/", "prep-sheet": "en/events/2026-11-26-jornada-pymes-digitales/",
    "person": "en/people/ana-ruiz/", "checklist": "en/checklists/coffee/",
}
"""The pages of the tour, by the name of their picture."""

SIZE = {"width": 1180, "height": 760}
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-headless-shell")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name it has there
        """Say nothing."""


def take(browser: Browser, root: str, *, dark: bool) -> None:
    """One picture of each page."""
    context = browser.new_context(viewport=SIZE, color_scheme="dark" if dark else "light", reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-23T09:00:00")
    for name, address in TOUR.items():
        answer = page.goto(root + address)
        if answer is None or not answer.ok:
            sys.exit(f"{address} is not there: look at TOUR in .ci/pictures.py")
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=OUT / f"{name}{'-dark' if dark else ''}.png")
    context.close()


def main() -> None:
    """Build the private edition of the sample, and take all pictures."""
    environment = {
        **os.environ, "TERTULIA_DAY": "2026-11-23", "TERTULIA_AUDIENCE": "private", "NO_MKDOCS_2_WARNING": "1",
    }
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        subprocess.run(build, cwd=ROOT, env=environment, check=True)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for dark in (False, True):
                take(browser, f"http://127.0.0.1:{server.server_address[1]}/", dark=dark)
            browser.close()
        server.shutdown()
    print(f"{len(TOUR) * 2} pictures in {OUT.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()

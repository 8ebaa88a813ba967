"""Tab: a page of a browser that is watched, and made as good as new for the next test.

To open a tab costs a browser several times as much as to open a page in one, so the tests of a process share one.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from tests.browser.sites import NOW

DESK: ViewportSize = {"width": 1280, "height": 900}
STILL = "assets/tertulia.svg"
"""Something of a site that has its storage and runs none of its scripts."""

VIOLATIONS = "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"
"""Whatever the policy of a page stops is an error too."""

OFF = 30
"""By how many seconds a clock is off that a test has turned."""


@dataclass
class Watched:
    """A page and what went wrong on it."""

    page: Page
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)

    def quiet(self) -> bool:
        """Whether nothing was logged as an error and nothing was asked of another host."""
        return not self.errors and not self.outside

    def asked(self, address: str) -> None:
        """Note to which host a request goes."""
        parts = urlsplit(address)
        if parts.hostname not in {"127.0.0.1", None}:
            self.outside.append(address)
        elif parts.hostname:
            self.origins.add(f"{parts.scheme}://{parts.netloc}/")


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
    page.on("request", lambda r: watched.asked(r.url))
    page.on("dialog", lambda d: watched.errors.append(f"dialog: {d.message}"))
    return watched


class Tab:
    """The tab that tests share, one after the other."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport=DESK, locale="es-ES", timezone_id="Europe/Madrid")
        self.context.clock.install(time=NOW)  # from the sample's day on the clock runs as it does
        self.context.add_init_script(VIOLATIONS)
        self._began = time.monotonic()
        self.watched = watch(self.context.new_page())

    def renew(self) -> Watched:
        """The page as nobody has seen it yet: empty, on a desk, at the hour of the sample."""
        page = self.watched.page
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        if page.viewport_size != DESK:
            page.set_viewport_size(DESK)
        self._set_the_clock()
        for noted in (self.watched.errors, self.watched.outside, self.watched.origins):
            noted.clear()
        return self.watched

    def forget(self, *, stored: bool = True) -> None:
        """Nothing stays of what a test stored or was permitted; for what it stored its sites still have to answer."""
        page = self.watched.page
        page.unroute_all()
        self.context.clear_permissions()
        self.context.clear_cookies()
        for origin in sorted(self.watched.origins) if stored else ():
            page.goto(origin + STILL)
            page.evaluate("localStorage.clear(); sessionStorage.clear()")

    def _set_the_clock(self) -> None:
        """Only where it was turned: every page to come goes through all that was ever done to the clock."""
        meant = datetime.fromisoformat(NOW).timestamp() + time.monotonic() - self._began
        if abs(self.watched.page.evaluate("Date.now() / 1000") - meant) > OFF:
            self.context.clock.resume()
            self.context.clock.set_system_time(NOW)
            self._began = time.monotonic()

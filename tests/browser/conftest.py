"""A real browser over real sites: one Chromium and one tab, the sample's site built once, every page watched."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.sites import Served, build, serve
from tests.browser.tab import Tab, Watched
from tests.once import once

CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first has no window to draw, which takes half of the time."""

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


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample's whole site, as its owner sees it; whoever changes it makes a copy."""
    made = once(tmp_path_factory, "sample", lambda folder: build(folder / "site", TERTULIA_AUDIENCE="private"))
    yield from serve(made / "site")


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Tab:
    """The tab of this process; tests ask for `watched`."""
    return Tab(browser)


@pytest.fixture
def watched(tab: Tab) -> Iterator[Watched]:
    """A page as good as new that must stay quiet: the test fails if it did not."""
    watched = tab.renew()
    yield watched
    wrong = [*watched.errors, *watched.outside]
    tab.forget()
    assert wrong == []


def printed_pages(paper: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))

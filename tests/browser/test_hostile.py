"""A network full of texts that want to come to life, in a real browser: none does, on no kind of page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Served, Watched, build, serve, watch
from tests.torture.hostile import MARK, hostile_data

VIOLATIONS = "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"
EVERY_PAGE = bool(os.environ.get("TERTULIA_EVERY_PAGE"))
"""Whether to open all pages, and not one or two of each kind."""

ALIVE = "script, style, iframe, img, base, meta, link, object, [onload], [onerror], [onfocus]"

_ENOUGH = 2


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of a hostile network, as its owner sees it."""
    folder = tmp_path_factory.mktemp("hostile")
    data, count = hostile_data(folder / "data")
    assert count > 100
    yield from serve(build(folder / "site", TERTULIA_AUDIENCE="private", TERTULIA_DATA=str(data)))


@pytest.fixture
def suspicious(context: BrowserContext) -> Watched:
    """A page on which whatever the policy stops is an error too."""
    context.add_init_script(VIOLATIONS)
    return watch(context.new_page())


def some(addresses: list[str]) -> list[str]:
    """The addresses to open: of each folder the first ones, people and events all of them."""
    kinds: dict[str, list[str]] = {}
    for address in addresses:
        below = address.removeprefix("en/")
        kind = below if below.startswith(("people/", "events/")) else re.sub(r"[^/]+/$", "", below)
        kinds.setdefault(address[: len(address) - len(below)] + kind, []).append(address)
    return addresses if EVERY_PAGE else [a for found in kinds.values() for a in found[:_ENOUGH]]


def test_no_text_comes_to_life_on_any_kind_of_page(hostile: Served, suspicious: Watched) -> None:
    page, opened = suspicious.page, some(hostile.addresses())
    assert len(opened) > 40
    for address in opened:
        page.goto(hostile.address + address, wait_until="load")
        assert page.evaluate(f"window.{MARK}") is None, address
        assert page.locator("h1").count() == 1, address
        assert page.locator(f".md-content :is({ALIVE})").count() == 0, address
        assert suspicious.quiet(), (address, suspicious.errors, suspicious.outside)


def test_nor_by_walking_about_and_asking_for_it(hostile: Served, suspicious: Watched) -> None:
    page = suspicious.page
    for start in ("people/", "follow-ups/", "en/events/"):
        page.goto(hostile.address + start)
        for number in range(3):
            link = page.locator(".md-content a[href]:visible").nth(number)
            link.scroll_into_view_if_needed()
            link.hover()
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for field in page.locator(".md-content input:visible:is([type=search], [type=text])").all():
            field.fill('"><img src=x onerror=alert(1)>')
        page.evaluate("location.hash = '#\"><img src=x onerror=alert(1)>'")
    page.goto(hostile.address)
    for words in ("href", "onerror", "javascript"):
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type(words)
        expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=20_000)
        assert page.locator(f".md-search-result :is({ALIVE})").count() == 0, words
    assert page.evaluate(f"window.{MARK}") is None
    assert suspicious.quiet(), (suspicious.errors, suspicious.outside)


def test_every_copied_text_and_every_box_is_only_text(hostile: Served, suspicious: Watched, tmp_path: Path) -> None:
    page = suspicious.page
    page.goto(hostile.address + "people/ana-ruiz/")
    page.emulate_media(media="print")
    page.pdf(path=str(tmp_path / "page.pdf"))
    page.emulate_media(media="screen")
    for button in page.locator(".md-content button:visible").all()[:12]:
        button.click()
    assert page.evaluate(f"window.{MARK}") is None
    assert suspicious.quiet(), (suspicious.errors, suspicious.outside)

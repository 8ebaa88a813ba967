"""A network full of texts that want to come to life, in a real browser: none does, on no kind of page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.alike import Mark, marks, telling
from tests.browser.sites import Served, build, serve
from tests.browser.tab import Watched
from tests.torture.hostile import MARK, hostile_data

EVERY_PAGE = bool(os.environ.get("TERTULIA_EVERY_PAGE"))
"""Whether to open all pages, and not only those made of something that the others have not."""

TAGS = {"script", "style", "iframe", "img", "base", "meta", "link", "object"}
ALIVE = f"{', '.join(sorted(TAGS))}, [onload], [onerror], [onfocus]"
LOOK = """([mark, alive]) => ({mark: mark in window, titles: document.querySelectorAll("h1").length,
  alive: document.querySelectorAll(`.md-content :is(${alive})`).length})"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of a hostile network, as its owner sees it."""
    folder = tmp_path_factory.mktemp("hostile")
    data, count = hostile_data(folder / "data")
    assert count > 100
    yield from serve(build(folder / "site", TERTULIA_AUDIENCE="private", TERTULIA_DATA=str(data)))


def test_no_text_comes_to_life_on_any_kind_of_page(hostile: Served, watched: Watched) -> None:
    addresses = hostile.addresses()
    pages = {address: marks(hostile.read(address)) for address in addresses}
    assert {address: found for address in addresses if (found := alive(hostile.read(address)))} == {}
    page, opened = watched.page, addresses if EVERY_PAGE else telling(pages, ["", "en/"])
    assert len(opened) > 40
    for address in opened:
        page.goto(hostile.address + address, wait_until="load")
        looked = page.evaluate(LOOK, [MARK, ALIVE])
        assert looked == {"mark": False, "titles": 1, "alive": 0}, address
        assert watched.quiet(), (address, watched.errors, watched.outside)


def alive(html: str) -> list[Mark]:
    """What could run, load or lead away in the middle of a page, as it is sent."""
    middle = html[html.index('<div class="md-content"'):html.index("</main>")]
    themes_own = ("", "", "script")  # after the middle, and within nothing of it
    return [mark for mark in marks(middle)
            if mark != themes_own and (mark[2] in TAGS or any(said.startswith("on") for said in mark[3:]))]


def test_nor_by_walking_about_and_asking_for_it(hostile: Served, watched: Watched) -> None:
    page = watched.page
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
    assert watched.quiet(), (watched.errors, watched.outside)


def test_every_copied_text_and_every_box_is_only_text(hostile: Served, watched: Watched, tmp_path: Path) -> None:
    page = watched.page
    page.goto(hostile.address + "people/ana-ruiz/")
    page.emulate_media(media="print")
    page.pdf(path=str(tmp_path / "page.pdf"))
    page.emulate_media(media="screen")
    for button in page.locator(".md-content button:visible").all()[:12]:
        button.click()
    assert page.evaluate(f"window.{MARK}") is None
    assert watched.quiet(), (watched.errors, watched.outside)

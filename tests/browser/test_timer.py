"""The rehearsal of the pitch: by the clock, heard at few moments, and stopped when the page is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import Served
from tests.browser.tab import Watched

SHEET = "events/2026-11-26-jornada-pymes-digitales/"


@pytest.mark.parametrize(("language", "words"), [
    ("", ("Ensayar", "Quedan 15 segundos", "Se acabó el tiempo")),
    ("en/", ("Rehearse", "15 seconds left", "Time is up")),
])
def test_the_rehearsal_runs_by_the_clock_and_says_little(
    sample: Served, watched: Watched, language: str, words: tuple[str, str, str]
) -> None:
    start, said, over = words
    page = watched.page
    page.goto(sample.address + language + SHEET)
    page.clock.pause_at("2026-11-23T09:00:00Z")
    heard = record(page)
    button = page.locator("[data-go]")
    expect(button).to_have_text(start)
    button.click()
    for _ in range(31):
        page.clock.run_for(1000)
    assert [heard_now for heard_now in heard() if heard_now] == [said, said.replace("15", "10"), over]
    expect(page.locator(".tt-timer output")).to_have_text("0 s")
    expect(button).to_have_text(start)


def record(page: Page):  # type: ignore[no-untyped-def]  # a function that gives what was heard
    """What the live region has said."""
    page.evaluate("""() => {
        window.heard = [];
        const says = document.querySelector("[data-timer-says]");
        new MutationObserver(() => window.heard.push(says.textContent)).observe(says, {childList: true});
    }""")
    return lambda: page.evaluate("window.heard")


def test_a_page_that_slept_shows_the_time_that_is_really_left(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address + SHEET)
    page.clock.pause_at("2026-11-23T09:00:00Z")
    page.locator("[data-go]").click()
    page.clock.set_system_time("2026-11-23T09:00:21Z")  # no timer fires in a page that sleeps
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".tt-timer output")).to_have_text("9 s")


def test_a_page_that_was_left_has_stopped(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address + SHEET)
    page.locator("[data-go]").click()
    expect(page.locator("[data-go]")).to_have_text("Parar")
    page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    expect(page.locator("[data-go]")).to_have_text("Ensayar")


def test_the_thumb_bar_of_a_phone_leads_to_every_part(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(sample.address + SHEET)
    links = page.locator(".tt-jump a")
    assert links.count() == 5
    for n in range(5):
        box = links.nth(n).bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 44
        links.nth(n).click()
        part = page.locator(links.nth(n).get_attribute("href") or "")
        expect(part).to_be_in_viewport()

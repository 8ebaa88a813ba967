"""The sample's site in a real browser: what every reader meets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import KINDS, LANGUAGES, Served, Watched, printed_pages


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_opens_without_an_error_or_a_request_to_elsewhere(
    sample: Served, watched: Watched, language: str
) -> None:
    addresses = [a for a in sample.addresses() if a.startswith("en/") == (language == "en")]
    assert len(addresses) > 60
    for address in addresses:
        watched.page.goto(sample.address + address, wait_until="load")
        assert watched.page.locator("html").get_attribute("lang") == language, address
        assert watched.page.locator("h1").count() == 1, address
        assert watched.quiet(), (address, watched.errors, watched.outside)


@pytest.mark.parametrize("address", [kind for kind in KINDS if kind.endswith("/") or not kind])
def test_the_language_switch_stays_on_the_page(sample: Served, watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(sample.address + address)
    page.locator(".md-select__link[hreflang=en]").dispatch_event("click")
    page.wait_for_url(f"{sample.address}en/{address}")
    page.locator(".md-select__link[hreflang=es]").dispatch_event("click")
    page.wait_for_url(sample.address + address)


def test_a_tick_on_a_checklist_survives_a_reload(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address + "checklists/conference/")
    box = page.locator("input[data-tick]").nth(2)
    box.check()
    page.reload()
    expect(page.locator("input[data-tick]").nth(2)).to_be_checked()
    expect(page.locator("[data-progress-text]")).to_contain_text("1 de")
    page.locator("[data-reset]").click()
    page.reload()
    expect(page.locator("input[data-tick]").nth(2)).not_to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(sample: Served, watched: Watched, language: str) -> None:
    page = watched.page
    others = [a for a in sample.addresses() if a.startswith((f"{language}events/2", f"{language}people/"))]
    for address in dict.fromkeys([*(language + kind for kind in KINDS), *others]):
        page.goto(sample.address + address)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("document.getAnimations().forEach(animation => animation.finish())")  # the drawer's way back
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert overflow <= 0, (address, width, overflow)


def test_every_page_reads_without_javascript(sample: Served, browser) -> None:  # type: ignore[no-untyped-def]  # a fixture of conftest
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in KINDS:
        page.goto(sample.address + address)
        assert len(page.locator("main").inner_text()) > 100, address
        hidden = page.locator("main button:visible").count()
        assert hidden == 0, f"{address}: a button that can do nothing"
    context.close()


def test_the_page_says_for_which_day_it_was_made_and_how_old_it_is(sample: Served, watched: Watched) -> None:
    page = watched.page
    page.goto(sample.address)
    expect(page.locator("[data-edition]")).to_have_attribute("datetime", "2026-11-23")
    expect(page.locator(".tt-lead [data-age]")).to_be_hidden()
    page.context.clock.set_fixed_time("2026-11-26T08:00:00Z")
    page.reload()
    expect(page.locator(".tt-lead [data-age]")).to_contain_text("3 días")


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_prep_sheet_prints_on_one_page(sample: Served, watched: Watched, language: str) -> None:
    sheets = [a for a in sample.addresses() if a.startswith(f"{language}events/2")]
    assert len(sheets) == 8
    for address in sheets:
        watched.page.goto(sample.address + address)
        assert printed_pages(watched.page.pdf(prefer_css_page_size=True)) == 1, address

"""The sample's site in a real browser: what every reader meets."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import printed_pages
from tests.browser.sites import Served
from tests.browser.tab import Watched


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

"""What Today weighs on a phone's first visit, as a server sends it: compressed where that helps."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.browser.sites import NOW, Served
from tests.browser.tab import Watched

BUDGET = 150_000
"""Bytes of the first visit: three seconds on a slow mobile line (400 kbit/s). After it the browser has them stored."""

PACKED = {"font", "image"}
"""Kinds that a server does not compress again."""


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_load_of_today_is_light_and_asks_nobody_else(
    sample: Served, browser: Browser, language: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.clock.install(time=NOW)
    page, weights, outside = context.new_page(), {}, []
    answers = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright wants a function of Python
    page.goto(f"{sample.address}{language}", wait_until="networkidle")
    for answer in answers:
        if not answer.url.startswith(sample.address):
            outside.append(answer.url)
            continue
        body, kind = answer.body(), answer.request.resource_type
        weights[answer.url.removeprefix(sample.address)] = len(body if kind in PACKED else gzip.compress(body, 6))
    context.close()
    listed = sorted(weights.items(), key=lambda pair: -pair[1])
    assert outside == []
    assert len(weights) > 20, listed
    assert sum(weights.values()) < BUDGET, listed


def test_the_index_of_the_search_is_fetched_once_and_only_when_somebody_searches(
    sample: Served, watched: Watched
) -> None:
    page, asked = watched.page, []

    def note(request: Request) -> None:
        if "search_index" in request.url:
            asked.append(request.url)

    page.on("request", note)
    page.goto(sample.address, wait_until="networkidle")
    assert asked == []
    page.keyboard.press("f")
    page.locator("[data-md-component=search-query]").press_sequentially("inigo")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("Íñigo Etxeberria")
    page.remove_listener("request", note)
    assert asked == [f"{sample.address}search/search_index.json"]


def test_an_address_with_a_question_searches_at_once(sample: Served, watched: Watched) -> None:
    watched.page.goto(f"{sample.address}?q=inigo")
    expect(watched.page.locator(".md-search-result__item h1").first).to_have_text("Íñigo Etxeberria")

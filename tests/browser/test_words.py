"""Whatever the words of a page are: it reads without scripts, nothing is too wide, and no button does nothing.

The pages of a site differ in their middle and in nothing around it, so that one tab without scripts is given the middle
of each page in turn, as it was sent. That costs a tenth of opening the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import LANGUAGES, Served

READ = """middles => middles.map(html => {
  document.getAnimations().forEach(animation => animation.finish());  // the drawer's way back
  document.querySelector("main").outerHTML = html;
  const main = document.querySelector("main");
  const shown = one => one.getClientRects().length && getComputedStyle(one).visibility === "visible";
  const read = {text: main.innerText.length, buttons: [...main.querySelectorAll("button")].filter(shown).length};
  // What waits for a script is there for whoever has scripts, and has to fit in as well.
  main.querySelectorAll("[hidden]").forEach(one => { one.hidden = false; });
  return {...read, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth};
})"""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def middle(html: str) -> str:
    found = re.search("<main.*</main>", html, re.DOTALL)
    assert found
    return found.group()


def around(html: str) -> list[str]:
    """What the looks of a page depend on around its middle: the first element, the styles and the body."""
    return [re.sub(r'href="[^"]*/', 'href="', tag)
            for tag in re.findall(r"<html[^>]*>|<body[^>]*>|<link rel=.stylesheet[^>]*>", html)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_reads_without_javascript_and_none_scrolls_sideways(
    sample: Served, bare: Page, language: str
) -> None:
    pages = {address: sample.read(address) for address in [*sample.addresses(), f"{language}404.html"]
             if address.startswith("en/") == bool(language)}
    assert len(pages) > 150
    assert len({tuple(around(html)) for html in pages.values()}) == 1
    middles = [middle(html) for html in pages.values()]
    bare.goto(sample.address + language)
    for width in (1280, 390, 320):
        bare.set_viewport_size({"width": width, "height": 900})
        found: list[dict[str, Any]] = bare.evaluate(READ, middles)
        read = dict(zip(pages, found, strict=True))
        assert [address for address, one in read.items() if one["text"] <= 100] == []
        assert [address for address, one in read.items() if one["buttons"]] == [], "buttons that can do nothing"
        assert {address: one["overflow"] for address, one in read.items() if one["overflow"] > 0} == {}, width


def test_without_scripts_nothing_offers_to_keep_the_site(sample: Served, bare: Page) -> None:
    bare.goto(sample.address + "device/")
    expect(bare.locator("[data-keep]")).to_be_hidden()
    expect(bare.locator("[data-forget]")).to_be_hidden()
    assert bare.locator("[data-keep], [data-forget]").count() == 2

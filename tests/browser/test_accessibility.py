"""Every kind of page passes axe (WCAG 2.2 A and AA) in both languages, light and dark, on a phone and on a desk.

Axe is the slow part, and it is not asked less: what is saved is everything around it. A page is loaded once and then
looked at four times, its width and its colours changed in place; axe comes with the tab, and sends back what it found
wrong and of the rest only the names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KINDS, LANGUAGES, NOW, Served

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: Mapping[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
"""What the reader prefers, and what the theme calls it."""

LOOK = """async ([tags, part]) => {
  document.getAnimations().forEach(animation => animation.finish());
  const found = await axe.run(part ? document.querySelector(part) : document,
    {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return {passes: found.passes.length,
          violations: found.violations.map(({id, nodes: [one]}) => [id, one.html.slice(0, 200), one.failureSummary])};
}"""
OPEN_ALL = """() => {
    document.querySelectorAll('details').forEach(d => { d.open = true; });
    // What is far off the screen is not laid out until one gets there, and axe would measure what is not there yet.
    document.querySelectorAll('.tt-task').forEach(task => { task.style.contentVisibility = 'visible'; });
}"""
DIALOGS = ("dialog[data-keys]", "dialog[data-put-off]")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab with axe in it, past the site's own policy."""
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    context.clock.install(time=NOW)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_stands_in_anybodys_way(sample: Served, tab: Page, language: str) -> None:
    found, looked = [], 0
    for address in KINDS:
        tab.goto(f"{sample.address}{language}{address}")
        tab.evaluate(OPEN_ALL)
        for how, answer in looks(tab, TAGS):
            looked += answer["passes"]
            found += [(language + address, *how, *one) for one in answer["violations"]]
    assert looked > 1000, "axe looked at the pages"
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dialog_stands_in_anybodys_way(sample: Served, tab: Page, language: str) -> None:
    tab.goto(f"{sample.address}{language}follow-ups/")
    for dialog in DIALOGS:
        tab.locator(dialog).evaluate("dialog => dialog.showModal()")
        for how, answer in looks(tab, TAGS[:-1], dialog):
            assert answer["passes"] > 5, "axe looked at the dialog"
            assert answer["violations"] == [], (dialog, *how)
        tab.locator(dialog).evaluate("dialog => dialog.close()")


def looks(tab: Page, tags: list[str], part: str = "") -> Iterator[tuple[tuple[str, int], Any]]:
    """What axe says of the page, or of a part of it, in both colours and both widths."""
    for scheme, width in product(SCHEMES, (390, 1280)):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        tab.wait_for_timeout(80)  # the theme sizes its sidebars a frame or two after the window
        yield (scheme, width), tab.evaluate(LOOK, [tags, part])

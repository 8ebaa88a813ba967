"""Every page of the sample's site: whatever can be seen in passing is seen on the same visit, and nothing twice.

Opening a page costs a browser far more than looking at it. So one walk through both languages opens whatever is made of
something that has not been open yet (`alike.py`), writes down what it saw, and each test reads one column of it. What
follows from the words of a page, and not from what it is made of, is asked of each page without opening it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.alike import marks, telling
from tests.browser.axe import TAGS, Axe
from tests.browser.sites import KINDS, LANGUAGES, Served
from tests.browser.tab import Tab

WIDTHS = (1280, 390, 320)
SAYS = """() => ({language: document.documentElement.lang, headings: document.querySelectorAll("h1").length,
  foreign: [...document.querySelectorAll("main [lang]")].map(one => one.lang)})"""
OVERFLOW = """() => {
  document.getAnimations().forEach(animation => animation.finish());  // the drawer's way back
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""
MOVING = """() => [...document.querySelectorAll("main *, .tt-foot *")].filter(element => {
  const style = getComputedStyle(element);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return times.some(time => parseFloat(time) > 0.01);
}).map(element => element.outerHTML.slice(0, 120))"""
SCROLLING = "getComputedStyle(document.documentElement).scrollBehavior"
CONTROLS = "main button, main .tt-btn, main input, main .tt-chip > span"
EDGES = """controls => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  return [...document.querySelectorAll(controls)].filter(element => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return box.width && element.type !== "radio" && style.appearance === "none"
      && !(parseFloat(style.borderTopWidth) > 0) && !style.textDecorationLine.includes("underline");
  }).map(element => element.outerHTML.slice(0, 160));
}"""


@dataclass
class Visit:
    """What one page showed."""

    address: str
    says: dict[str, Any]
    overflow: dict[int, int]
    moving: list[str]
    scrolling: str
    edgeless: list[str]
    wrong: list[str] = field(default_factory=list)
    violations: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass
class Walk:
    """What was seen on the way."""

    visits: list[Visit] = field(default_factory=list)
    switched: list[tuple[str, str]] = field(default_factory=list)
    axe: dict[str, Axe] = field(default_factory=lambda: {language: Axe() for language in LANGUAGES})


@pytest.fixture(scope="module")
def walk(sample: Served, tab: Tab) -> Walk:
    """One of all pages that are alike, in one language and by its own switch in the other, and back."""
    pages = {address: marks(sample.read(address)) | marks(sample.read(f"en/{address}"))
             for address in [*sample.addresses(), "404.html"] if not address.startswith("en/")}
    watched, seen = tab.renew(), Walk()
    for address in telling(pages, KINDS):
        watched.page.goto(sample.address + address)
        for language in LANGUAGES:
            if language and address.endswith(".html"):  # stands at any address, so that nothing says which is meant
                watched.page.goto(f"{sample.address}{language}{address}")
            elif language:
                switch(watched.page, "en", sample, seen)
            visit = look(watched.page, language + address)
            if address in KINDS:
                visit.violations = list(seen.axe[language].looks(watched.page, TAGS))
            calm(watched.page)
            visit.wrong = [*watched.errors, *watched.outside]
            watched.errors.clear()
            watched.outside.clear()
            seen.visits.append(visit)
        if not address.endswith(".html"):
            switch(watched.page, "es", sample, seen)
    tab.forget()
    return seen


def look(page: Page, address: str) -> Visit:
    """How much too wide a page is at each width; what moves, and what has no edge, where that is not wanted."""
    says, overflow = page.evaluate(SAYS), {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        overflow[width] = page.evaluate(OVERFLOW)
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    moving, scrolling, edgeless = page.evaluate(MOVING), page.evaluate(SCROLLING), page.evaluate(EDGES, CONTROLS)
    page.emulate_media(reduced_motion="reduce", forced_colors="none")
    return Visit(address, says, overflow, moving, scrolling, edgeless)


def calm(page: Page) -> None:
    """Back on a desk in the light."""
    page.emulate_media(reduced_motion="no-preference", color_scheme="light")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def switch(page: Page, language: str, sample: Served, seen: Walk) -> None:
    """By the switch of the page to the same page in another language."""
    below = page.url.removeprefix(sample.address).removeprefix("en/")
    meant = sample.address + ("en/" if language == "en" else "") + below
    with page.expect_navigation(wait_until="load" if language == "en" else "commit"):
        page.locator(f".md-select__link[hreflang={language}]").dispatch_event("click")
    seen.switched.append((meant, page.url))
    if page.url != meant:
        page.goto(meant)


def test_every_page_opens_without_an_error_or_a_request_to_elsewhere(walk: Walk) -> None:
    assert len(walk.visits) > 3 * len(KINDS)
    assert {visit.address: visit.wrong for visit in walk.visits if visit.wrong} == {}


def test_the_language_switch_stays_on_the_page(walk: Walk) -> None:
    assert len(walk.switched) > 3 * len(KINDS)
    assert [pair for pair in walk.switched if pair[0] != pair[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_that_of_foreign_words(walk: Walk, language: str) -> None:
    here, visits = language.strip("/") or "es", of(walk, language)
    assert [visit.address for visit in visits if visit.says["language"] != here] == []
    foreign = {language for visit in visits for language in visit.says["foreign"]}
    assert foreign - {here}, "drafts are in the language of whom they go to"


def of(walk: Walk, language: str) -> list[Visit]:
    """The visits in one language."""
    return [visit for visit in walk.visits if visit.address.startswith("en/") == bool(language)]


def test_every_page_has_one_title(walk: Walk) -> None:
    assert [visit.address for visit in walk.visits if visit.says["headings"] != 1] == []


def test_no_page_scrolls_sideways(walk: Walk) -> None:
    too_wide = [(visit.address, *at) for visit in walk.visits for at in visit.overflow.items() if at[1] > 0]
    assert too_wide == []


def test_nothing_moves_for_whoever_wants_no_movement(walk: Walk) -> None:
    assert {visit.address: visit.moving for visit in walk.visits if visit.moving} == {}
    assert {visit.address for visit in walk.visits if visit.scrolling != "auto"} == set()


def test_with_colours_of_the_readers_own_every_control_keeps_an_edge(walk: Walk) -> None:
    assert {visit.address: visit.edgeless for visit in walk.visits if visit.edgeless} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_stands_in_anybodys_way(walk: Walk, language: str) -> None:
    axe = walk.axe[language]
    assert axe.passes > 1000, "axe looked at the pages"
    assert len(axe.known) > 100, "and at every appearance of a text"
    assert [(visit.address, *one) for visit in of(walk, language) for one in visit.violations] == []

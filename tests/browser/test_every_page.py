"""Every page of the sample's site, opened once: whatever can be seen in passing is seen on the same visit.

Opening a page costs a browser far more than looking at it. So one walk through each language writes down what it saw,
and each test reads one column of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS, LANGUAGES, NOW, Served, watch

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


@dataclass(frozen=True)
class Visit:
    """What one page showed; of pages that are one of many alike only what it `says` and what went wrong."""

    address: str
    says: dict[str, Any]
    wrong: list[str]
    overflow: dict[int, int]
    moving: list[str]
    scrolling: str
    edgeless: list[str]


@pytest.fixture(scope="module", params=["es", "en"])
def visits(request: pytest.FixtureRequest, sample: Served, browser: Browser) -> Iterator[list[Visit]]:
    """Every page of one language: on all of them what they say, on each kind and each person and event the rest."""
    start = {"es": "", "en": "en/"}[request.param]
    assert set(LANGUAGES) == {"", "en/"}
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 800}, locale="es-ES",
                                  timezone_id="Europe/Madrid")
    context.clock.install(time=NOW)
    watched = watch(context.new_page())
    seen = []
    for address in dict.fromkeys([*(start + kind for kind in KINDS), *sample.addresses()]):
        if address.startswith("en/") != bool(start):
            continue
        below = address.removeprefix(start)
        watched.page.goto(sample.address + address, wait_until="load")
        says = watched.page.evaluate(SAYS)
        wide = below in KINDS or below.startswith(("events/2", "people/"))
        looked = look(watched.page) if wide else ({}, [], "auto", [])
        seen.append(Visit(address, says, [*watched.errors, *watched.outside], *looked))
        watched.errors.clear()
        watched.outside.clear()
    yield seen
    context.close()


def look(page: Page) -> tuple[dict[int, int], list[str], str, list[str]]:
    """How much too wide a page is at each width; what moves, and what has no edge, where that is not wanted."""
    overflow = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        overflow[width] = page.evaluate(OVERFLOW)
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    moving, scrolling, edgeless = page.evaluate(MOVING), page.evaluate(SCROLLING), page.evaluate(EDGES, CONTROLS)
    page.emulate_media(reduced_motion="no-preference", forced_colors="none")
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    return overflow, moving, scrolling, edgeless


def thorough(visits: list[Visit]) -> list[Visit]:
    """The pages that were looked at from all sides."""
    found = [visit for visit in visits if visit.overflow]
    assert len(found) > len(KINDS)
    return found


def test_every_page_opens_without_an_error_or_a_request_to_elsewhere(visits: list[Visit]) -> None:
    assert len(visits) > 60
    assert {visit.address: visit.wrong for visit in visits if visit.wrong} == {}


def test_every_page_says_its_language_and_that_of_foreign_words(visits: list[Visit]) -> None:
    here = "en" if visits[0].address.startswith("en/") else "es"
    assert [visit.address for visit in visits if visit.says["language"] != here] == []
    foreign = {language for visit in visits for language in visit.says["foreign"]}
    assert foreign - {here}, "drafts are in the language of whom they go to"


def test_every_page_has_one_title(visits: list[Visit]) -> None:
    assert [visit.address for visit in visits if visit.says["headings"] != 1] == []


def test_no_page_scrolls_sideways(visits: list[Visit]) -> None:
    too_wide = [(visit.address, *at) for visit in thorough(visits) for at in visit.overflow.items() if at[1] > 0]
    assert too_wide == []


def test_nothing_moves_for_whoever_wants_no_movement(visits: list[Visit]) -> None:
    assert {visit.address: visit.moving for visit in thorough(visits) if visit.moving} == {}
    assert {visit.address for visit in thorough(visits) if visit.scrolling != "auto"} == set()


def test_with_colours_of_the_readers_own_every_control_keeps_an_edge(visits: list[Visit]) -> None:
    assert {visit.address: visit.edgeless for visit in thorough(visits) if visit.edgeless} == {}

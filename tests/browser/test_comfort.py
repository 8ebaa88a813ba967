"""Who moves by keyboard, wants no movement or sets their own colours: what axe does not look at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KINDS, LANGUAGES, NOW, Served

MOVING = """[...document.querySelectorAll("main *, .tt-foot *")].filter(element => {
  const style = getComputedStyle(element);
  const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return times.some(time => parseFloat(time) > 0.01);
}).map(element => element.outerHTML.slice(0, 120))"""

FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The field of the search has a caret, and opens its dialog.
  if (element.name === "query") return {html: "", shown: true, seen: true};
  // A hidden radio shows itself in its label; the theme's palette in the label that follows.
  const face = element.matches(".md-option") ? element.nextElementSibling : element.labels?.[0];
  const marked = one => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  };
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]];
  const seen = one => {
    const box = one.getBoundingClientRect();
    return points.some(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top && (one.contains(top) || top.contains(one) && top !== document.body);
    });
  };
  const faces = [element, ...(face ? [face, ...face.children] : [])];
  return {html: element.outerHTML.slice(0, 160), shown: faces.some(marked), seen: faces.some(seen)};
}"""

CONTROLS = "main button, main .tt-btn, main input, main .tt-chip > span"
EDGES = """controls => [...document.querySelectorAll(controls)].filter(element => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return box.width && element.type !== "radio" && style.appearance === "none" && !(parseFloat(style.borderTopWidth) > 0)
    && !style.textDecorationLine.includes("underline");
}).map(element => element.outerHTML.slice(0, 160))"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone whose owner wants no movement."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    context.clock.install(time=NOW)
    yield context.new_page()
    context.close()


def test_nothing_moves_for_whoever_wants_no_movement(sample: Served, phone: Page) -> None:
    for address in KINDS:
        phone.goto(sample.address + address)
        assert phone.evaluate(MOVING) == [], address
        assert phone.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto", address


@pytest.mark.parametrize("address", ["", "follow-ups/", "events/2026-11-26-jornada-pymes-digitales/",
                                     "people/ana-ruiz/", "checklists/conference/", "guide/gifts/"])
def test_what_has_the_focus_is_marked_and_nothing_lies_over_it(sample: Served, phone: Page, address: str) -> None:
    phone.goto(sample.address + address)
    looked = 0
    for _ in range(60):
        phone.keyboard.press("Tab")
        focus = phone.evaluate(FOCUS)
        if focus is None:
            break
        looked += 1
        assert focus["seen"], focus
        assert focus["shown"], focus
    assert looked > 15


def test_with_colours_of_the_readers_own_every_control_keeps_an_edge(sample: Served, phone: Page) -> None:
    phone.emulate_media(forced_colors="active")
    for address in KINDS:
        phone.goto(sample.address + address)
        phone.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert phone.evaluate(EDGES, CONTROLS) == [], address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_that_of_foreign_words(sample: Served, phone: Page, language: str) -> None:
    here = "en" if language else "es"
    foreign = set()
    for address in KINDS:
        phone.goto(sample.address + language + address)
        assert phone.locator("html").get_attribute("lang") == here
        found = phone.locator("main [lang]").evaluate_all("all => all.map(one => one.lang)")
        foreign |= set(found)
    assert foreign - {here}, "drafts are in the language of whom they go to"

"""Who moves by keyboard: what has the focus shows it. What axe does not see either is in test_every_page.py."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.sites import Served
from tests.browser.tab import Watched

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


@pytest.fixture
def phone(watched: Watched) -> Page:
    """A phone whose owner wants no movement."""
    watched.page.set_viewport_size({"width": 390, "height": 844})
    watched.page.emulate_media(reduced_motion="reduce")
    return watched.page


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

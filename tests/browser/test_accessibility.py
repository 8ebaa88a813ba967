"""Every kind of page passes axe (WCAG 2.2 A and AA) in both languages, light and dark, on a phone and on a desk.

A page is loaded once, and its width and its colours are changed in place. Everything but contrast is asked on a phone
in the light and on a desk in the dark, so that both widths and both schemes (which differ by one button of the theme's)
have been seen. Contrast, which is four fifths of what axe costs, is asked in all four looks, but of one element of each
appearance and not again of each of its likes: it follows from what `APPEARANCES` puts down and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KINDS, LANGUAGES, NOW, Served

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
SCHEMES: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}
"""What the reader prefers, and what the theme calls it."""

LOOKS: tuple[tuple[Scheme, int, bool], ...] = (
    ("light", 390, True), ("light", 1280, False), ("dark", 1280, True), ("dark", 390, False),
)
"""In which colours and how wide a page is looked at, and whether everything is asked or contrast only."""

APPEARANCES = """
// All that the contrast of a text follows from: its colour, size and weight, what lies behind it, and what axe leaves
// out (what is disabled, clipped or not shown). What is under a text by its place shows in the positions.
const behind = (element, kept) => {
  if (!element) return "";
  if (!kept.has(element)) {
    const s = getComputedStyle(element), own = [];
    if (s.backgroundColor !== "rgba(0, 0, 0, 0)") own.push(s.backgroundColor);
    if (s.backgroundImage !== "none") own.push(s.backgroundImage);
    if (s.opacity !== "1") own.push(s.opacity);
    if (s.position !== "static") own.push(s.position, s.zIndex);
    if (s.clip !== "auto" || s.clipPath !== "none") own.push(s.clip, s.clipPath);
    if (s.filter !== "none" || s.mixBlendMode !== "normal") own.push(s.filter, s.mixBlendMode);
    if (element.matches(":disabled, [aria-disabled=true], [inert]")) own.push("disabled");
    if (element.localName === "label" && element.control?.disabled) own.push("of a disabled one");
    for (const part of ["::before", "::after"]) {
      const p = getComputedStyle(element, part);
      if (p.content !== "none") own.push(part, p.backgroundColor, p.backgroundImage, p.position, p.color, p.content);
    }
    kept.set(element, behind(element.parentElement, kept) + (own.length ? "/" + own.join() : ""));
  }
  return kept.get(element);
};
const hasText = e => e.value && e.matches("input, textarea, select")
  || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
window.appearances = root => {
  const found = new Map(), kept = new Map();
  for (const element of root.querySelectorAll("*")) {
    if (!hasText(element) || !element.checkVisibility({visibilityProperty: true})) continue;
    const s = getComputedStyle(element);
    const key = [s.color, s.fontSize, s.fontWeight, s.textShadow, s.webkitTextFillColor, s.webkitTextStrokeWidth,
                 behind(element, kept)].join("|");
    found.set(key, [...found.get(key) ?? [], element]);
  }
  return found;
};"""
LOOK = """async ([tags, part, whole, known]) => {
  document.getAnimations().forEach(animation => animation.finish());
  const root = part ? document.querySelector(part) : document;
  const told = ({id, nodes: [one]}) => [id, one.html.slice(0, 200), one.failureSummary];
  let violations = [], passes = 0;
  if (whole) {
    const found = await axe.run(root, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
                                       rules: {"color-contrast": {enabled: false}}, preload: false});
    violations = found.violations.map(told);
    passes = found.passes.length;
  }
  const seen = new Set(known);
  const fresh = [...appearances(root)].filter(([key]) => !seen.has(key));
  let good = [];
  if (fresh.length) {
    const include = fresh.flatMap(([, elements]) => elements.slice(0, 3));
    const found = await axe.run({include}, {runOnly: {type: "rule", values: ["color-contrast"]}, preload: false,
                                            elementRef: true});
    violations = violations.concat(found.violations.map(told));
    const passed = new Set(found.passes.flatMap(rule => rule.nodes.map(node => node.element)));
    good = fresh.filter(([, elements]) => elements.some(one => passed.has(one))).map(([key]) => key);
  }
  return {passes, violations, good};
}"""
OPEN_ALL = """() => {
    document.querySelectorAll('details').forEach(d => { d.open = true; });
    // What is far off the screen is not laid out until one gets there, and axe would measure what is not there yet.
    document.querySelectorAll('.tt-task').forEach(task => { task.style.contentVisibility = 'visible'; });
}"""
LESS = "document.querySelectorAll('.tt-task ~ .tt-task').forEach(task => task.remove())"
"""Most of what lies unreachable under a dialog goes: axe would read all of it at every look."""

DIALOGS = ("dialog[data-keys]", "dialog[data-put-off]")


@dataclass
class Eyes:
    """A tab with axe in it, past the site's own policy, and the appearances that were found readable so far."""

    tab: Page
    known: set[str] = field(default_factory=set)

    def looks(self, tags: list[str], part: str = "") -> Iterator[tuple[tuple[str, int], Any]]:
        """What axe says of the page, or of a part of it, in both colours and both widths."""
        for scheme, width, whole in LOOKS:
            self.tab.set_viewport_size({"width": width, "height": 900})
            self.tab.emulate_media(color_scheme=scheme)
            expect(self.tab.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
            self.tab.wait_for_timeout(80)  # the theme sizes its sidebars a frame or two after the window
            answer = self.tab.evaluate(LOOK, [tags, part, whole, sorted(self.known)])
            self.known |= set(answer["good"])
            yield (scheme, width), answer


@pytest.fixture
def eyes(browser: Browser) -> Iterator[Eyes]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    context.add_init_script(APPEARANCES)
    context.clock.install(time=NOW)
    yield Eyes(context.new_page())
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_stands_in_anybodys_way(sample: Served, eyes: Eyes, language: str) -> None:
    found, looked = [], 0
    for address in KINDS:
        eyes.tab.goto(f"{sample.address}{language}{address}")
        eyes.tab.evaluate(OPEN_ALL)
        for how, answer in eyes.looks(TAGS):
            looked += answer["passes"]
            found += [(language + address, *how, *one) for one in answer["violations"]]
    assert looked > 1000, "axe looked at the pages"
    assert len(eyes.known) > 100, "and at every appearance of a text"
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dialog_stands_in_anybodys_way(sample: Served, eyes: Eyes, language: str) -> None:
    eyes.tab.goto(f"{sample.address}{language}follow-ups/")
    eyes.tab.evaluate(LESS)
    for dialog in DIALOGS:
        eyes.tab.locator(dialog).evaluate("dialog => dialog.showModal()")
        looked = 0
        for how, answer in eyes.looks(TAGS[:-1], dialog):
            looked += answer["passes"] + len(answer["good"])
            assert answer["violations"] == [], (dialog, *how)
        assert looked > 20, "axe looked at the dialog"
        eyes.tab.locator(dialog).evaluate("dialog => dialog.close()")

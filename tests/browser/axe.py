"""Axe: what stands in anybody's way on a page (WCAG 2.2 A and AA), in both colours and at both widths.

Everything but contrast is asked on a phone in the light and on a desk in the dark, so that both widths and both schemes
(which differ by one button of the theme's) have been seen. Contrast, which is four fifths of what axe costs, is asked
in all four looks, but of one element of each appearance and not again of each of its likes: it follows from what
`axe.js` puts down of an element and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]
SCHEMES: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}
"""What the reader prefers, and what the theme calls it."""

LOOKS: tuple[tuple[Scheme, int, bool], ...] = (
    ("light", 390, True), ("dark", 390, False), ("dark", 1280, True), ("light", 1280, False),
)
"""In which colours and how wide a page is looked at, and whether everything is asked or contrast only."""


@cache
def _script() -> str:
    axe = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    return axe + Path(__file__).with_name("axe.js").read_text(encoding="utf-8")


@dataclass
class Axe:
    """The appearances that were found readable so far, and what stood around the pages, on whatever page."""

    known: set[str] = field(default_factory=set)
    passes: int = 0

    def looks(self, page: Page, tags: list[str], part: str = "") -> Iterator[tuple[Any, ...]]:
        """Every violation on the page, or on a part of it: in which colours, how wide, which rule, where and why."""
        page.evaluate(_script())  # past the site's own policy
        page.evaluate("window.looking.prepare()")
        for scheme, width, whole in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            answer = page.evaluate("how => window.looking.look(...how)",
                                   [tags, part, whole, SCHEMES[scheme], sorted(self.known)])
            self.known |= set(answer["good"])
            self.passes += answer["passes"] + len(answer["good"])
            yield from ((scheme, width, *one) for one in answer["violations"])

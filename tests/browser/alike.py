"""Alike: which pages show whatever there is to see of a site, so that a browser need not open all the others.

Two pages are alike to a browser as far as they are made of the same elements: same tags, classes and attributes, in the
same places, with values of the same form where a script or a style reads them. The words between them are not looked
at here; what follows from words is asked of every page by other means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())
READ = {"class", "type", "role", "lang", "rel", "name", "scope", "style", "http-equiv"}
"""Attributes that are compared by their whole value; of all others (`data-…`, `href`, `id`) the form is enough."""

Mark = tuple[str, ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.marks: set[Mark] = set()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        around = self._open[-1] if self._open else ("", "")
        said = sorted(f"{key}={_of(tag, key, value)}" for key, value in values.items())
        self.marks.add((*around, tag, *said))
        if tag not in VOID:
            self._open.append((tag, values.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        while any(name == tag for name, _ in self._open) and self._open.pop()[0] != tag:
            pass


def _of(tag: str, key: str, value: str) -> str:
    if tag == "script" and key == "src":
        return value.rsplit("/", 1)[-1]
    return value if key in READ else form(value)


def form(value: str) -> str:
    """Of which kinds of characters it is: letters are one kind, digits another, each sign is its own."""
    return "".join(sorted(set(re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", value)))))


def marks(html: str) -> set[Mark]:
    """What a page is made of."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.marks


def telling(pages: Mapping[str, set[Mark]], first: Iterable[str]) -> list[str]:
    """The pages to open: the first ones, and as few others as have all that there is on any page."""
    chosen = list(first)
    left = set().union(*pages.values()).difference(*(pages[name] for name in chosen))
    while left:
        best = max(pages, key=lambda name: len(pages[name] & left))
        chosen.append(best)
        left -= pages[best]
    return chosen

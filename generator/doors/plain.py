"""Plain: a page of the site as lines for a terminal, what it shows on paper and nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "article aside blockquote dd details div dl dt figure footer h1 h2 h3 h4 header li ol p pre section summary table "
    "td th tr ul".split()
)
_SILENT = frozenset({"script", "style", "svg", "template", "button", "form", "select", "noscript", "nav"})
_UNSEEN = frozenset({"tt-noprint", "tt-met", "tt-av", "tt-notes", "tt-print-stamp"})
"""Classes of what stands on the screen only, of the empty table and lines for a pen, and of what paper alone needs."""

_KEPT = frozenset({"jottings"})
"""Sections that paper has no room for and a terminal has."""

_MARKS = {"h1": "#", "h2": "#", "li": "-"}
_EMPTY = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
NARROW = 20


def lines_of(html: str, width: int) -> Iterator[str]:
    """A page's words: headings by themselves with a line before, items with a dash, nothing wider than `width`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    first = True
    for mark, words in reader.blocks:
        if mark == "#" and not first:
            yield ""
        first = False
        lead = {"#": "", "": "", "-": "- ", "=": "  "}[mark]
        yield from textwrap.wrap(
            words, max(width, NARROW), initial_indent=lead, subsequent_indent=" " * len(lead),
            break_long_words=False, break_on_hyphens=False,
        )


class _Reader(HTMLParser):
    """Cuts a page into blocks: `#` for a heading, `-` for an item of a list, `=` for what follows inside one."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []
        self.mark = ""

    @property
    def silent(self) -> bool:
        """Whether what is read now is not shown."""
        return any(hidden for _, hidden in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins what is on a line of its own; what has no end tag is no more than a space."""
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        unseen = bool(classes & _UNSEEN) and given.get("id") not in _KEPT
        hidden = tag in _SILENT or unseen or "hidden" in given or given.get("aria-hidden") == "true"
        if tag in _BLOCKS:
            if tag == "dd":  # on the line of what it is
                self.words.append(" ")
            else:
                self.end()
            if tag in _MARKS:
                self.mark = _MARKS[tag]
        elif tag == "span" and self.open and self.open[-1][0] == "dd" and self.words and not hidden:
            self.words.append(" · ")
        if "tt-over__r" in classes and self.words:
            self.words.append(" · ")
        if "tt-count" in classes:
            self.words.append("– ")
        if tag not in _EMPTY:
            self.open.append((tag, hidden))
        elif tag == "br":
            self.end()

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its line."""
        if tag == "dt" and self.words:
            self.words.append("" if self.words[-1].rstrip().endswith("?") else ":")
        elif tag in _BLOCKS:
            self.end()
        while self.open:
            name, _ = self.open.pop()
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Words, unless they stand where nothing is shown."""
        if not self.silent:
            self.words.append(data)

    def end(self) -> None:
        """Finish a line; inside an item what comes later stands under it."""
        words = " ".join("".join(self.words).split())
        self.words = []
        if words:
            self.blocks.append((self.mark, words))
            in_item = any(tag == "li" for tag, _ in self.open)
            self.mark = "=" if in_item else ""
        elif self.mark == "=" and not any(tag == "li" for tag, _ in self.open):
            self.mark = ""

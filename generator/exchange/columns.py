"""Columns: the table of how the columns of a CSV file may be called, made from what the readers know.

The readers take their columns from the same lists, so that the guide cannot promise one that is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exchange import google, linkedin
from generator.words.catalogue import N_
from generator.words.speech import Speech

BEGIN, END = "<!-- columns -->", "<!-- /columns -->"
"""Between these two lines of a page the table is written anew by a test."""

HELD = {
    "given": N_("first name"), "middle": N_("middle name"), "surname": N_("surname"),
    "full": N_("the name in one piece"), "preferred": N_("what they like to be called"), "honorific": N_("title"),
    "org": "`org`", "role": "`role`", "email": "`email`", "phone": "`phone`", "web": "`web`", "url": "`linkedin`",
    "date": "`met: {date: …}`", "birthday": "`birthday`", "language": "`language`", "tags": "`tags`",
    "notes": "`notes`",
}
"""What each column holds: a key of ours, or in words what the name is made of."""


def columns_table(speech: Speech) -> str:
    """The whole table, as Markdown."""
    return "\n".join(_lines(speech)) + "\n"


def _lines(speech: Speech) -> Iterator[str]:
    yield from ("", f"| {speech.text(N_('what it holds'))} | Google | LinkedIn |", "|---|---|---|")
    for key, held in HELD.items():
        told = held if held.startswith("`") else speech.text(held)
        yield f"| {told} | {_named(google.COLUMNS.get(key, ()))} | {_named(linkedin.COLUMNS.get(key, ()))} |"


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)

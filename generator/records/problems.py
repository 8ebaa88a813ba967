"""Problems: what is wrong in the data, where it stands, and what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.records.content_messages import CONTENT
from generator.records.messages import DID_YOU_MEAN, MESSAGES
from generator.records.near import near_miss
from generator.records.places import Place

__all__ = ["BIDI", "Problem", "near_miss", "shown"]

_MOST_SHOWN = 80
"""Most characters of the user's own words that a message repeats."""

_WHOLE = frozenset({"known", "words"})
"""Facts that are lists, which are of use only as a whole."""

BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Characters that turn the direction of what is shown."""

_REFERENCES = frozenset(
    (
        "unknown-contact", "unknown-event", "unknown-organisation", "unknown-pitch", "unknown-rule", "unknown-number",
        "unknown-checklist", "lone-synonym", "wordless-synonym", "asked-stranger", "introduced-to-self",
        "inbox-nothing-open",
    )
)
"""Codes whose place may be that of a key while the culprit is the value after it."""

_LINE_BREAKS = {"Zl", "Zp", "Cc", "Cs"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one file.

    `code` picks the message, `facts` fill it. `width` is how many characters the caret underlines, `excerpt`
    the file's lines, keyed by line number: the culprit and what is around it. Nothing in it can hide, turn
    or break a line: such characters are replaced.
    """

    place: Place
    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    width: int = 1
    excerpt: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make everything fit to be shown, whatever the file holds."""
        clean = {k: shown(v).replace("\t", " ") for k, v in self.facts.items()}
        facts = {k: v if k in _WHOLE else _cut(v) for k, v in clean.items()}
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "place", self.place._replace(file=shown(self.place.file).replace("\t", " ")))

    @property
    def message(self) -> tuple[str, str]:
        """What is wrong and how to mend it, as English messages with placeholders for `facts`.

        With a near miss among the facts (`near`), the hint asks whether that was meant.
        """
        what, hint = MESSAGES.get(self.code) or CONTENT[self.code]
        return what, (DID_YOU_MEAN if self.facts.get("near") else hint)

    def within(self, lines: list[str]) -> Problem:
        """The same problem with the lines of its file around it; a reference moves from its key to its value."""
        place = self._value_place(lines) if self.code in _REFERENCES else self.place
        first, last = max(1, place.line - 2), min(len(lines), place.line + 1)
        last -= last == len(lines) > place.line and not lines[-1]
        return replace(self, place=place, excerpt={n: _line(lines[n - 1]) for n in range(first, last + 1)})

    def moved(self, columns: int) -> Problem:
        """The same problem so many columns to the right, at one character."""
        return replace(self, place=self.place._replace(column=self.place.column + columns), width=1)

    def _value_place(self, lines: list[str]) -> Place:
        value = self.facts.get("value", "")
        column = self.place.column - 1
        for number in range(max(self.place.line, 1), len(lines) + 1 if value else 0):
            found = _word_at(lines[number - 1], value, column)
            if found >= 0:
                return self.place._replace(line=number, column=found + 1)
            column = 0
        return self.place


def _word_at(line: str, word: str, start: int) -> int:
    """Where a word stands in a line and is no part of a longer one, or -1; a pattern for each word costs more."""
    at = line.find(word, start)
    while at >= 0 and (_goes_on(line[at - 1 : at]) or _goes_on(line[at + len(word) :][:1])):
        at = line.find(word, at + 1)
    return at


def _goes_on(char: str) -> bool:
    return char.isalnum() or (char != "" and char in "_-")


def shown(text: str) -> str:
    """The text with a visible sign for every character that would hide, turn or break what is shown."""
    return text if text.isascii() and text.isprintable() else "".join(map(_sign, text))


@lru_cache(maxsize=64)
def _line(text: str) -> str:
    """A line as it is shown, worked out once: thousands of problems may stand in one that is very long."""
    return shown(text)


def _sign(char: str) -> str:
    hidden = unicodedata.category(char) in _LINE_BREAKS or unicodedata.bidirectional(char) in _TURNING or char in _MARKS
    return "\ufffd" if hidden and char != "\t" else char


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS = "\u200b\u200e\u200f\u061c\u2060\ufeff\ufffe\uffff"


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"

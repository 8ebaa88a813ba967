"""Misread: everything that is wrong with how a line of the inbox begins, part by part: the day, the people, the kind.

A line with two slips gets two answers, each at its own word. The word that was to say what it was is found first,
since the people stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from generator.records.loose import KINDS, LONGEST_NAME, begins_with_name, day_named, kind_meant
from generator.records.messages import WORDS
from generator.records.moments import PartialDate
from generator.records.problems import Problem
from generator.records.row import Row

FORMAL = 2
"""Words between the day and the colon of a line as the guide writes it: who, and what it was."""

MOST_WORDS = 6
"""Words among which one that is nearly the kind is looked for."""


class _Word(NamedTuple):
    """A word before the note, and where it begins and ends in the line."""

    text: str
    at: int
    end: int


class _Words(NamedTuple):
    """The row, the words between its day and its note, and whether a colon ends them."""

    row: Row
    all: list[_Word]
    colon: bool

    def is_kind(self, n: int) -> bool:
        """Whether a word says what it was; Spanish is understood where the day is known."""
        word = self.all[n].text
        return word in KINDS or (self.row.around.day is not None and bool(kind_meant(word)))

    def near(self, n: int) -> str:
        """The kind that a word is nearly."""
        return self.row.around.kinds.near(self.all[n].text, KINDS)

    def between(self, first: int, end: int) -> str:
        """The text from one word on, up to another one."""
        return self.row.body[self.all[first].at : self.all[end - 1].end]


def explained(row: Row) -> Iterator[Problem]:
    """What is wrong with a line that cannot be understood."""
    start, problem = _after_day(row)
    if problem:
        yield problem
        if not any(char.isdigit() for char in row.body[:start]):
            return  # a day in words, and nobody can tell how many of them
    words = _words(row, start)
    if not words.all:
        yield from () if problem else [_no_kind(row, len(row.body))]
        return
    kind = _kind_at(words)
    named = kind if kind is not None else len(words.all) if words.colon else 1
    if kind is not None or not _is_swapped(words):
        yield from (p for p in row.people(words.all[0].at, words.between(0, named)) if isinstance(p, Problem))
    yield from [_no_kind(row, words.all[named - 1].end)] if kind is None else _about_kind(words, kind)


def _after_day(row: Row) -> tuple[int, Problem | None]:
    """Where the day ends, and what is wrong with it."""
    first, around = (row.body.split(maxsplit=1) or [""])[0], row.around
    if around.day and (named := day_named(row.body, around.day)):
        return list(re.finditer(r"\S+", row.body[:LONGEST_NAME]))[named.words - 1].end(), None
    try:
        PartialDate.parse(first)
    except PydanticCustomError as error:
        if around.day and begins_with_name(first, around.people):
            return 0, None
        facts = {k: str(v) for k, v in (error.context or {}).items()}
        code = "inbox-no-date" if error.type == "bad-date" else error.type
        return len(first), row.wrong(0, code, len(first), **facts)
    return len(first), None


def _words(row: Row, start: int) -> _Words:
    """The words between the day and the note, as far as anybody would look for names."""
    colon = row.body.find(":", start, start + LONGEST_NAME)
    until = colon if colon >= 0 else start + LONGEST_NAME
    found = re.compile(r"[^\s,]+").finditer(row.body, start, until)
    return _Words(row, [_Word(word.group(), *word.span()) for word in found], colon >= 0)


def _kind_at(words: _Words) -> int | None:
    """Which word was to say what it was: one after somebody's name, or before the colon, or else the likeliest."""
    after, last = _after_known(words), len(words.all) - 1
    for places in ([after] if after else [], [last] if words.colon and last else []):
        if found := _first(words, places):
            return found
    if found := _first(words, range(1, min(len(words.all), MOST_WORDS))):
        return found
    if after or _is_swapped(words):
        return after
    return last if words.colon and len(words.all) == FORMAL else None


def _first(words: _Words, places: Iterable[int]) -> int | None:
    """The first of these words that is a kind, or else the first that is nearly one."""
    places = list(places)
    return next((n for n in places if words.is_kind(n)), None) or next((n for n in places if words.near(n)), None)


def _after_known(words: _Words) -> int | None:
    """The word after the name of somebody who is known, as long as that name may be."""
    begin, found = 0, None
    for n in range(1, min(len(words.all), MOST_WORDS)):
        if "," in words.row.body[words.all[n - 1].end : words.all[n].at]:
            begin, found = n, None
        elif words.row.around.meant(words.between(begin, n)):
            found = n
        elif found:
            break
    return found


def _is_swapped(words: _Words) -> bool:
    """Whether what it was stands before the people."""
    if len(words.all) == 1 or not words.row.around.meant(words.between(1, len(words.all))):
        return False
    return words.is_kind(0) or bool(words.near(0))


def _about_kind(words: _Words, kind: int) -> Iterator[Problem]:
    word, rest = words.all[kind], words.row.body[words.all[kind].end :].strip()
    if not words.is_kind(kind):
        facts = {"value": word.text, "words": WORDS["kinds"], "near": words.near(kind)}
        yield words.row.wrong(word.at, "inbox-bad-kind", len(word.text), **facts)
    elif rest and not rest.startswith(":"):
        yield words.row.wrong(word.end, "inbox-no-colon")


def _no_kind(row: Row, column: int) -> Problem:
    return row.wrong(column, "inbox-no-kind", words=WORDS["kinds"])

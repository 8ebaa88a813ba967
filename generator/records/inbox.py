"""Inbox: one line a thing that happened, written down in ten seconds and understood at once.

    - 2026-11-20 ana-ruiz coffee: she reviewed my offer (favour 2)

A date, one or more people, a kind of log entry, a note, and in the last brackets marks that say what
else the line means. The lines are read as they stand and not as YAML, so that colons and `#` do no harm.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from pydantic_core import PydanticCustomError

from generator.records import guard
from generator.records.contact import LogKind, Purpose
from generator.records.moments import PartialDate
from generator.records.near import Guesses, near_miss
from generator.records.places import NOWHERE, Origin, Place
from generator.records.problems import Problem
from generator.records.scalars import slug

KINDS: tuple[str, ...] = get_args(LogKind)
PURPOSES: tuple[str, ...] = get_args(Purpose)
MARKS = (
    "thanks", "favour 3", "gave 2", "promise: … by 2026-12-01", "promised me: …", "done: …", "received: …",
    "reported", "reply", "no reply", "by them", *PURPOSES,
)

_LINE = re.compile(
    r"(?P<date>\S+)\s+(?P<who>[^\s,:]+(?:\s*,\s*[^\s,:]+)*)\s*(?P<kind>[^\s:,]+)?\s*(?P<colon>:)?(?P<note>.*)\Z"
)
_NAMED = re.compile(rf"\S+\s+(?P<who>[^:]*?\S)\s+(?:{'|'.join(KINDS)})\s*(?::|\Z)")
"""A line whose person is named in more than one word."""

_BRACKETS = re.compile(r"\(([^()]*)\)\s*\Z")
_DUE = r"(?:\s+by\s+(?P<{}>\S*\d\S*))?"
_MARK = re.compile(
    rf"""(?P<thanks>thanks?|gracias)(?:\s+(?P<of>\S*\d\S*))?
    | fav(?:ou?r)\s+(?P<favour>[1-5]) | gave\s+(?P<gave>[1-5])
    | promise:\s*(?P<promise>.+?){_DUE.format("due")} | promised\ me:\s*(?P<theirs>.+?){_DUE.format("their_due")}
    | done:\s*(?P<done>.+) | received:\s*(?P<received>.+) | (?P<reported>reported) | (?P<reply>no\ reply|reply)
    | by\ (?P<by>me|them|both)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = ("thanks", "favour", "gave", "promise", "promised me", "done", "received", "reported", "reply", *PURPOSES)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a line: its name, what it says, a date if it has one, and its place."""

    name: str
    text: str = ""
    date: PartialDate | None = None
    place: Place = NOWHERE.place


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One line understood: who, when, what kind, the note and the marks."""

    origin: Origin
    date: PartialDate
    who: tuple[str, ...]
    kind: str
    note: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Inbox:
    """All lines of the inbox that could be read, and what was wrong with the others."""

    lines: tuple[InboxLine, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_inbox(file: str, raw: bytes, known: Mapping[str, object]) -> Inbox:
    """Read the inbox; `known` are the ids of contacts that a line may name."""
    rows, problems = guard.decode_lines(file, raw)
    lines: list[InboxLine] = []
    guesses = Guesses()
    for number, row in enumerate(rows, 1):
        if not row.strip() or row.lstrip().startswith("#") or row.strip() in {"---", "[]"}:
            continue
        for found in _line(_Row(file, number, row, 0, guesses), known):
            if isinstance(found, InboxLine):
                lines.append(found)
            else:
                problems.append(found.within(rows))
    return Inbox(tuple(lines), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the inbox: where its words begin, and the words."""

    file: str
    number: int
    body: str
    at: int
    guesses: Guesses

    def wrong(self, column: int, code: str, width: int = 1, /, **facts: str) -> Problem:
        """A problem that many columns after the start of the words."""
        return Problem(Place(self.file, self.number, self.at + column + 1), code, facts, max(width, 1))


def _line(row: _Row, known: Mapping[str, object]) -> Iterator[InboxLine | Problem]:
    start = len(row.body) - len(row.body.lstrip())
    if not row.body[start:].startswith("- "):
        yield row.wrong(start, "inbox-no-dash", len(row.body.strip()))
        return
    body, at = _unquoted(row.body[start + 2 :].rstrip(), start + 2)
    words = replace(row, body=body, at=at)
    found = _LINE.match(words.body)
    problems = list(_date_problems(words)) or list(_kind_problems(words, found, known))
    if problems or not found:
        yield from problems
        return
    who = tuple(name.strip() for name in found["who"].split(","))
    strangers = [name for name in who if name not in known]
    for name in strangers:
        column, near = found.start("who") + found["who"].index(name), words.guesses.near(name, known)
        yield words.wrong(column, "unknown-contact", len(name), value=name, near=near)
    if strangers:
        return
    note, brackets, marks = found["note"], _BRACKETS.search(found["note"]), []
    if brackets:
        for mark in _marks(words, found.start("note") + brackets.start(1), brackets[1]):
            if isinstance(mark, Problem):
                yield mark
                return
            marks += [mark] if mark else []
    note = note[: brackets.start()] if brackets and marks else note
    origin, date = Origin(row.file, row.number, start + 1), PartialDate.parse(found["date"])
    note = unicodedata.normalize("NFC", note.strip())
    yield InboxLine(origin, date, who, found["kind"], note, tuple(marks))


def _date_problems(words: _Row) -> Iterator[Problem]:
    first = words.body.split(maxsplit=1)[0] if words.body else ""
    try:
        PartialDate.parse(first)
    except PydanticCustomError as error:
        facts = {k: str(v) for k, v in (error.context or {}).items()}
        yield words.wrong(0, "inbox-no-date" if error.type == "bad-date" else error.type, len(first), **facts)


def _kind_problems(words: _Row, found: re.Match[str] | None, known: Mapping[str, object]) -> Iterator[Problem]:
    kinds = ", ".join(KINDS)
    if not found or not found["kind"]:
        yield words.wrong(found.end("who") if found else len(words.body), "inbox-no-kind", known=kinds)
        return
    kind = found["kind"]
    named = _NAMED.match(words.body) if kind not in KINDS else None
    if named:  # a name of several words: its second one is no kind
        name = named["who"]
        near = words.guesses.near(slug(name), known) or (slug(name) if slug(name) in known else "")
        yield words.wrong(named.start("who"), "bad-id", len(name), value=name, near=near or slug(name))
    elif kind not in KINDS:
        near = words.guesses.near(kind, KINDS)
        yield words.wrong(found.start("kind"), "inbox-bad-kind", len(kind), value=kind, known=kinds, near=near)
    elif not found["colon"] and found["note"].strip():
        yield words.wrong(found.end("kind"), "inbox-no-colon")


def _unquoted(body: str, at: int) -> tuple[str, int]:
    if len(body) > 1 and body[0] == body[-1] and body[0] in "\"'":
        return body[1:-1], at + 1
    blanks = len(body) - len(body.lstrip())
    return body[blanks:], at + blanks


def _marks(words: _Row, offset: int, text: str) -> Iterator[Mark | Problem | None]:
    """The marks in the brackets; None for words that are no marks at all but part of the note."""
    start = 0
    for part in text.split(";"):
        word = part.strip()
        place = Place(words.file, words.number, words.at + offset + start + len(part) - len(part.lstrip()) + 1)
        start += len(part) + 1
        found = _MARK.fullmatch(word)
        if word.lower().replace(" ", "_") in PURPOSES:
            yield Mark("purpose", word.lower().replace(" ", "_"), place=place)
        elif found:
            yield _mark(found, place)
        elif near_miss(re.split(r"[:\d]", word)[0], _WORDS) or ";" in text:
            yield Problem(place, "inbox-bad-mark", {"value": word, "known": ", ".join(MARKS)}, max(len(word), 1))
        else:
            yield None


def _mark(found: re.Match[str], place: Place) -> Mark | Problem:
    typed = found["of"] or found["due"] or found["their_due"]
    try:
        date = PartialDate.parse(typed) if typed else None
    except PydanticCustomError as error:
        facts = {k: str(v) for k, v in (error.context or {}).items()}
        return Problem(place._replace(column=place.column + found.string.rindex(typed)), error.type, facts, len(typed))
    if found["thanks"]:
        return Mark("thanks", date=date, place=place)
    if found["promise"]:
        return Mark("promise", found["promise"], date, place)
    if found["theirs"]:
        return Mark("promised", found["theirs"], date, place)
    name = next(n for n in ("favour", "gave", "done", "received", "reported", "reply", "by") if found[n])
    return Mark(name, found[name].strip().lower() if name in {"reply", "by"} else found[name].strip(), place=place)

"""Inbox: one line a thing that happened, written down in ten seconds and understood at once.

    - 2026-11-20 ana-ruiz coffee: she reviewed my offer (favour 2)

A date, one or more people, a kind of log entry, a note, and in the last brackets marks that say what
else the line means. The lines are read as they stand and not as YAML, so that colons and `#` do no harm. Where the
day and the names are known, a line may be as loose as on the command line: `- ayer ana café: leyó mi oferta`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator.records import guard
from generator.records.loose import KINDS, LONGEST_NAME, Beginning, Names, beginning, without_options
from generator.records.marks import BRACKETS, Mark, marks_in
from generator.records.messages import WORDS
from generator.records.moments import PartialDate
from generator.records.near import Guesses
from generator.records.places import Origin, Place
from generator.records.problems import Problem
from generator.records.roll import Entry
from generator.records.scalars import slug

_LINE = re.compile(
    r"(?P<date>\S+)\s+(?P<who>[^\s,:]+(?:\s*,\s*[^\s,:]+)*)\s*(?P<kind>[^\s:,]+)?\s*(?P<colon>:)?(?P<note>.*)\Z"
)
_NAMED = re.compile(rf"\S+\s+(?=\S)(?P<who>[^:]*?\S)\s+(?:{'|'.join(KINDS)})\s*(?::|\Z)")
"""A line whose person is named in more than one word."""

MOST_WORDS = 4
"""Words after the first one of a name among which one for what it was is looked for."""

_WHOLE_QUOTE = re.compile(r"""\A(["'])((?:(?!\1).)*)\1(\s*(?:\(.*)?)\Z""")
PASSING, PASSING_DAYLESS = "inbox-passing-day", "inbox-without-day"
"""What is no problem, only good to know: a day that will mean another one, or none, which is today."""


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
    """All lines of the inbox that could be read, what was wrong with the others, and what will not stay as it is.

    `passing` names the days that will mean another one before long.
    """

    lines: tuple[InboxLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    passing: tuple[Problem, ...] = ()


def read_inbox(
    file: str, raw: bytes, known: Mapping[str, object], *, roll: Sequence[Entry] = (), day: date | None = None
) -> Inbox:
    """Read the inbox; `known` are the ids of contacts that a line may name.

    With a `roll` people may be named by any part of their name, with a `day` days as one speaks of them.
    """
    rows, problems = guard.decode_lines(file, raw)
    lines: list[InboxLine] = []
    around = _Around(known, Names(roll), day)
    for number, row in enumerate(rows, 1):
        if not row.strip() or row.lstrip().startswith("#") or row.strip() in {"---", "[]"}:
            continue
        for found in _line(_Row(file, number, row, 0, around)):
            if isinstance(found, InboxLine):
                lines.append(found)
            else:
                (around.passing if found.code in {PASSING, PASSING_DAYLESS} else problems).append(found.within(rows))
    return Inbox(tuple(lines), tuple(problems), tuple(around.passing))


@dataclass(frozen=True, slots=True)
class _Around:
    """What a line is read with: who there is, by id and by name, the day if it is known, and what was guessed."""

    known: Mapping[str, object]
    people: Names
    day: date | None
    guesses: Guesses = field(default_factory=Guesses)
    passing: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the inbox: where its words begin, and the words."""

    file: str
    number: int
    body: str
    at: int
    around: _Around

    def place(self, column: int) -> Place:
        """The place that many columns after the start of the words."""
        return Place(self.file, self.number, self.at + column + 1)

    def wrong(self, column: int, code: str, width: int = 1, /, **facts: str) -> Problem:
        """A problem that many columns after the start of the words."""
        return Problem(self.place(column), code, facts, max(width, 1))


@dataclass(frozen=True, slots=True)
class _Head:
    """The beginning of a line understood: when, with whom and of what kind, and where the note begins."""

    date: PartialDate
    who: tuple[str, ...]
    kind: str
    note: str
    note_at: int


def _line(row: _Row) -> Iterator[InboxLine | Problem]:
    start = len(row.body) - len(row.body.lstrip())
    if not row.body[start:].startswith("- "):
        yield row.wrong(start, "inbox-no-dash", len(row.body.strip()))
        return
    body, at = _unquoted(row.body[start + 2 :].rstrip(), start + 2)
    words = replace(row, body=body, at=at)
    head = None
    for found in _head(words):
        if isinstance(found, Problem):
            yield found
        else:
            head = found
    if head is None:
        return
    note, brackets, marks = head.note, BRACKETS.search(head.note), []
    if brackets:
        for mark in marks_in(brackets[1], words.place(head.note_at + brackets.start(1)), head.date):
            if isinstance(mark, Problem):
                yield mark
                return
            marks += [mark] if mark else []
    note = note[: brackets.start()] if brackets and marks else note
    origin, note = Origin(row.file, row.number, start + 1), unicodedata.normalize("NFC", note.strip())
    yield InboxLine(origin, head.date, head.who, head.kind, note, tuple(marks))


def _head(words: _Row) -> Iterator[_Head | Problem]:
    """How a line begins, read strictly if it is written so, else as it was probably meant."""
    found = _LINE.match(words.body)
    dates = list(_date_problems(words))
    problems = dates or list(_kind_problems(words, found))
    if found and not problems:
        who = tuple(name.strip() for name in found["who"].split(","))
        yield from _with_people(words, found.start("who"), who, (PartialDate.parse(found["date"]), found["kind"],
                                                                 found["note"], found.start("note")))
        return
    around = words.around
    loose = beginning(words.body, around.day, around.people) if around.day else None
    if loose is None or not (dates or loose.kind):
        yield from problems
        return
    yield from _loosely(words, loose, [] if dates or _explains(words, loose, problems) else problems)


def _explains(words: _Row, loose: Beginning, problems: list[Problem]) -> bool:
    """Whether what a strict reading takes for a wrong kind is one in another language, or the end of a name before it.

    Then the kind is not what is wrong with the line.
    """
    ends = words.body[loose.rest :].lstrip().startswith(":")
    at = words.place(loose.kind_at)
    return all(p.code == "inbox-bad-kind" and (p.place == at or (ends and not p.facts["near"])) for p in problems)


def _loosely(words: _Row, loose: Beginning, instead: list[Problem]) -> Iterator[_Head | Problem]:
    """A line that begins loosely; `instead` is what to say where it cannot be understood so either."""
    rest, at = words.body[loose.rest :], loose.rest
    if not loose.kind:
        yield _no_kind(words, loose)
        return
    on = PartialDate.parse(loose.day.date)
    noted = without_options(rest, on.end)
    if noted == rest and rest.strip() and rest.strip()[0] not in ":\"'":
        yield from instead or [words.wrong(at, "inbox-no-colon")]
        return
    at += len(noted) - len(noted.lstrip(" :"))
    noted = _WHOLE_QUOTE.sub(r"\2\3", noted.lstrip(" :"))
    names = tuple(name.strip() for name in loose.names[1].split(",") if name.strip())
    heads = list(_with_people(words, loose.names[0], names, (on, loose.kind, noted, at)))
    if instead and any(isinstance(head, Problem) for head in heads):
        heads = [*instead]
    yield from heads
    if loose.day.passing and any(isinstance(head, _Head) for head in heads):
        named = words.body[: loose.names[0]].strip()
        code = PASSING if named else PASSING_DAYLESS
        yield words.wrong(0, code, len(named or loose.names[1]), value=named, date=loose.day.date)


def _no_kind(words: _Row, loose: Beginning) -> Problem:
    """Where a word after somebody's name is nearly one for what it was, that one; else there is none."""
    start, named = loose.names
    around = words.around
    for word in list(re.finditer(r"\S+", named[:LONGEST_NAME]))[1 : 1 + MOST_WORDS]:
        near = around.guesses.near(word.group(), KINDS)
        before = named[: word.start()].rstrip(" ,").rpartition(",")[2].strip()
        if near and (before in around.known or around.people.meant(before)):
            return words.wrong(start + word.start(), "inbox-bad-kind", len(word.group()), value=word.group(),
                               words=WORDS["kinds"], near=near)
    return words.wrong(loose.kind_at, "inbox-no-kind", words=WORDS["kinds"])


def _with_people(
    words: _Row, start: int, names: tuple[str, ...], rest: tuple[PartialDate, str, str, int]
) -> Iterator[_Head | Problem]:
    """The head with the ids of those it names; whoever is nobody, or may be several, is a problem."""
    who, all_known, column = [], True, start
    for name in names:
        column = words.body.index(name, column)
        fits = [name] if name in words.around.known else words.around.people.meant(name)
        who += fits[:1]
        if len(fits) != 1:
            all_known = False
            yield _nobody(words, column, name, fits)
        column += len(name)
    if all_known:
        yield _Head(rest[0], tuple(dict.fromkeys(who)), *rest[1:])


def _nobody(words: _Row, column: int, name: str, fits: list[str]) -> Problem:
    if fits:
        return words.wrong(column, "inbox-several", len(name), value=name, known=", ".join(fits[:8]))
    near = words.around.guesses.near(name, words.around.known)
    return words.wrong(column, "inbox-nobody", len(name), value=name, near=near)


def _date_problems(words: _Row) -> Iterator[Problem]:
    first = words.body.split(maxsplit=1)[0] if words.body else ""
    try:
        PartialDate.parse(first)
    except PydanticCustomError as error:
        facts = {k: str(v) for k, v in (error.context or {}).items()}
        yield words.wrong(0, "inbox-no-date" if error.type == "bad-date" else error.type, len(first), **facts)


def _kind_problems(words: _Row, found: re.Match[str] | None) -> Iterator[Problem]:
    known, guesses = words.around.known, words.around.guesses
    kinds = WORDS["kinds"]
    if not found or not found["kind"]:
        yield words.wrong(found.end("who") if found else len(words.body), "inbox-no-kind", words=kinds)
        return
    kind = found["kind"]
    named = _NAMED.match(words.body) if kind not in KINDS else None
    if named:  # a name of several words: its second one is no kind
        name = named["who"]
        near = guesses.near(slug(name), known) or (slug(name) if slug(name) in known else "")
        yield words.wrong(named.start("who"), "bad-id", len(name), value=name, near=near or slug(name))
    elif kind not in KINDS:
        near = guesses.near(kind, KINDS)
        yield words.wrong(found.start("kind"), "inbox-bad-kind", len(kind), value=kind, words=kinds, near=near)
    elif not found["colon"] and found["note"].strip():
        yield words.wrong(found.end("kind"), "inbox-no-colon")


def _unquoted(body: str, at: int) -> tuple[str, int]:
    if len(body) > 1 and body[0] == body[-1] and body[0] in "\"'":
        return body[1:-1], at + 1
    blanks = len(body) - len(body.lstrip())
    return body[blanks:], at + blanks

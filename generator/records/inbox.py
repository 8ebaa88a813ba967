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
from dataclasses import dataclass, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator.records import guard
from generator.records.loose import KINDS, Beginning, Names, beginning, without_options
from generator.records.marks import BRACKETS, Mark, marks_in
from generator.records.messages import WORDS
from generator.records.misread import explained
from generator.records.moments import PartialDate
from generator.records.places import Origin
from generator.records.problems import Problem
from generator.records.roll import Entry
from generator.records.row import Around, Row

_LINE = re.compile(
    r"(?P<date>\S+)\s+(?P<who>[^\s,:]+(?:\s*,\s*[^\s,:]+)*)\s*(?P<kind>[^\s:,]+)?\s*(?P<colon>:)?(?P<note>.*)\Z"
)
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
    around = Around(known, Names(roll), day)
    for number, row in enumerate(rows, 1):
        if not row.strip() or row.lstrip().startswith("#") or row.strip() in {"---", "[]"}:
            continue
        for found in _line(Row(file, number, row, 0, around)):
            if isinstance(found, InboxLine):
                lines.append(found)
            else:
                (around.passing if found.code in {PASSING, PASSING_DAYLESS} else problems).append(found.within(rows))
    return Inbox(tuple(lines), tuple(problems), tuple(around.passing))


@dataclass(frozen=True, slots=True)
class _Head:
    """The beginning of a line understood: when, with whom and of what kind, and where the note begins."""

    date: PartialDate
    who: tuple[str, ...]
    kind: str
    note: str
    note_at: int


def _line(row: Row) -> Iterator[InboxLine | Problem]:
    start = len(row.body) - len(row.body.lstrip())
    if not row.body[start:].startswith("- "):
        yield row.wrong(start, "inbox-no-dash", len(row.body.strip()))
        return
    body, at = _unquoted(row.body[start + 2 :].rstrip(), start + 2)
    words = replace(row, body=body, at=at)
    read = list(_head(words))
    yield from (found for found in read if isinstance(found, Problem))
    head = next((found for found in read if isinstance(found, _Head)), None)
    if head is None:
        return
    note, found = _marked(words, head)
    if wrong := [mark for mark in found if isinstance(mark, Problem)]:
        yield from wrong
        return
    origin, marks = Origin(row.file, row.number, start + 1), tuple(mark for mark in found if isinstance(mark, Mark))
    yield InboxLine(origin, head.date, head.who, head.kind, unicodedata.normalize("NFC", note.strip()), marks)


def _marked(words: Row, head: _Head) -> tuple[str, list[Mark | Problem]]:
    """The note without the brackets that hold marks, and the marks, or what is wrong with them."""
    brackets = BRACKETS.search(head.note)
    if not brackets:
        return head.note, []
    place = words.place(head.note_at + brackets.start(1))
    marks = [mark for mark in marks_in(brackets[1], place, head.date) if mark]
    return head.note[: brackets.start()] if marks else head.note, marks


def _head(words: Row) -> Iterator[_Head | Problem]:
    """How a line begins: read as it is written, or as it was probably meant, or else what is wrong with it."""
    found = _strictly(words) or _loosely(words)
    if found:
        yield from found
    else:
        yield from list(explained(words)) or [words.wrong(len(words.body), "inbox-no-kind", words=WORDS["kinds"])]


def _strictly(words: Row) -> list[_Head | Problem]:
    """The beginning of a line as the guide has it; nothing if it is none."""
    found = _LINE.match(words.body)
    if not found or found["kind"] not in KINDS or (found["note"].strip() and not found["colon"]):
        return []
    try:
        on = PartialDate.parse(found["date"])
    except PydanticCustomError:
        return []
    who = _all_known(words, found.start("who"), found["who"])
    return [_Head(on, who, found["kind"], found["note"], found.start("note"))] if who else []


def _loosely(words: Row) -> list[_Head | Problem]:
    """The beginning of a line as people type it, and that its day will mean another one; nothing if it is none."""
    loose = beginning(words.body, words.around.day, words.around.people) if words.around.day else None
    if loose is None or not loose.kind:
        return []
    on, rest, at = PartialDate.parse(loose.day.date), words.body[loose.rest :], loose.rest
    noted = without_options(rest, on.end)
    if noted == rest and rest.strip() and rest.strip()[0] not in ":\"'":
        return []
    who = _all_known(words, *loose.names)
    if not who:
        return []
    at += len(noted) - len(noted.lstrip(" :"))
    head = _Head(on, who, loose.kind, _WHOLE_QUOTE.sub(r"\2\3", noted.lstrip(" :")), at)
    return [head, *([_passing(words, loose)] if loose.day.passing else [])]


def _passing(words: Row, loose: Beginning) -> Problem:
    named = words.body[: loose.names[0]].strip()
    code = PASSING if named else PASSING_DAYLESS
    return words.wrong(0, code, len(named or loose.names[1]), value=named, date=loose.day.date)


def _all_known(words: Row, start: int, names: str) -> tuple[str, ...]:
    """The ids of those who are named, once each; nobody if one of them is nobody, or may be several."""
    found = list(words.people(start, names))
    return () if any(isinstance(one, Problem) for one in found) else tuple(dict.fromkeys(map(str, found)))


def _unquoted(body: str, at: int) -> tuple[str, int]:
    if len(body) > 1 and body[0] == body[-1] and body[0] in "\"'":
        return body[1:-1], at + 1
    blanks = len(body) - len(body.lstrip())
    return body[blanks:], at + blanks

"""Loose: the beginning of an inbox line as people type it: `ayer ana café`, `last friday Ana Ruiz, Pedro call`.

What it means depends on the day and on who there is. A line that is written strictly is never read here.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

from generator.records.contact import LogKind
from generator.records.days import day_meant
from generator.records.near import meant_by
from generator.records.roll import Entry, fitting

KINDS: tuple[str, ...] = get_args(LogKind)
LONGEST_DAY = 6
"""Words of the longest way to name a day: `el 20 de noviembre de 2026`."""
LONGEST_NAME, MOST_NAMES = 200, 500
"""Characters of one loosely written name, and different ones in one inbox."""

_FLAGS: Mapping[str, str] = {
    "favour": "favour {}", "gave": "gave {}", "promise": "promise: {}", "promised": "promised me: {}",
    "done": "done: {}", "received": "received: {}", "from": "by {}", "purpose": "{}",
}
_DUE = re.compile(r"(?<!\s)\s+(?:by|para)\s+")
_BARE = {"thanks": "thanks", "reported": "reported", "reply": "reply", "no-reply": "no reply"}


@dataclass
class Names:
    """Whom names mean: each looked for once and not too many, since every one takes a walk through the roll."""

    roll: Sequence[Entry]
    found: dict[str, list[str]] = field(default_factory=dict)

    def meant(self, name: str) -> list[str]:
        """The ids of those whom a name may mean; of one too many, or longer than any name, nobody."""
        if name not in self.found and len(name) <= LONGEST_NAME and len(self.found) < MOST_NAMES:
            self.found[name] = [entry.id for entry in fitting(name, self.roll)]
        return self.found.get(name, [])


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was named: the date, how many words named it, and whether in a week it would mean another one."""

    date: str
    words: int
    passing: bool


@dataclass(frozen=True, slots=True)
class Beginning:
    """The beginning of a line: the day, the names and where they begin, the kind if there is one, and where it ends."""

    day: Day
    names: tuple[int, str]
    kind: str
    rest: int


def beginning(body: str, day: date, people: Names) -> Beginning | None:
    """How a line begins, as far as it can be told; None where it begins with no day at all."""
    words = list(re.finditer(r"\S+", body))
    named = day_named(body, day)
    if named is None and words and begins_with_name(words[0].group(), people):
        named = Day(day.isoformat(), 0, passing=True)
    if named is None or named.words >= len(words):
        return None
    start = words[named.words].start()
    for word in words[named.words + 1 :]:
        kind = kind_meant(word.group().split(":")[0])
        if kind and ":" not in body[start : word.start()]:
            names = body[start : word.start()].strip().rstrip(",")
            return Beginning(named, (start, names), kind, word.start() + len(word.group().split(":")[0]))
    end = body.find(":", start)
    names = body[start : end if end >= 0 else len(body)].strip()
    return Beginning(named, (start, names), "", start + len(names))


def day_named(body: str, day: date) -> Day | None:
    """The day that a line begins with, in as many words as it takes."""
    words = body.split(maxsplit=LONGEST_DAY)[:LONGEST_DAY]
    for count in range(len(words), 0, -1):
        named = " ".join(words[:count]).rstrip(",")
        found = day_meant(named, day)
        if found:
            return Day(found, count, found != day_meant(named, day + timedelta(weeks=1)))
    return None


def kind_meant(word: str) -> str:
    """The kind of log entry that a word stands for, in either language; empty for none."""
    low = word.strip().lower()
    return low if low in KINDS else next((kind for kind in meant_by(low) if kind in KINDS), "")


def due_named(text: str, day: date) -> tuple[str, str]:
    """A promise and the day it is for: `the list by friday`, `la lista para el viernes`; the day may be empty."""
    for found in reversed(list(_DUE.finditer(text))):
        named = text[found.end() :]
        if len(named.split(maxsplit=LONGEST_DAY)) > LONGEST_DAY:
            break
        due = day_meant(named, day, ahead=True)
        if due:
            return text[: found.start()].strip(), due
    return text, ""


def without_options(rest: str, day: date) -> str:
    """What follows the kind, with options as `tertulia log` has them told as marks in brackets."""
    note, found, options = (f" {rest}").partition(" --")
    if not found:
        return rest
    try:
        marks = list(_marks(shlex.split(f"--{options}"), day))
    except ValueError:  # a quote that is not closed, or an option that is none
        return rest
    return f" {note.strip().lstrip(':').strip()} ({'; '.join(marks)})"


def _marks(words: list[str], day: date) -> Iterator[str]:
    given = iter(words)
    pending = ""
    for word in given:
        name, _, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or name not in {*_FLAGS, *_BARE, "due", "for"}:
            raise ValueError(word)
        if name in _BARE:
            yield from filter(None, [pending])
            pending = _BARE[name]
            continue
        value = value or next(given, "")
        if name in {"due", "for"}:
            on = day_meant(value, day, ahead=name == "due") or value
            pending = f"{pending} by {on}" if name == "due" else f"{pending or 'thanks'} {on}"
            continue
        yield from filter(None, [pending])
        pending = _FLAGS[name].format(value)
    yield from filter(None, [pending])


def begins_with_name(first: str, people: Names) -> bool:
    """Whether a line with this first word begins with somebody, and not with a day that is misspelt."""
    return not any(char.isdigit() for char in first) and bool(people.meant(first.strip(",").split(",")[0]))

"""Pauses: when you and somebody were in touch, how long it was quiet in between, and the rhythm you have in mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.coach.settings import Settings
from generator.records.contact import Contact

SHORT, LONG = 12, 24
"""How many months are looked back on: the short span where everything on record is within it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A quiet time: the day you were in touch before it, and the day it ended, which may be today."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How long it was."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Pauses:
    """A span of months up to a day: the days you were in touch, the pauses, the rhythm in days, None without one.

    A pause that began before the span is there in full. Days of which only the month is known count as its last.
    """

    months: int
    start: date
    day: date
    touches: tuple[date, ...]
    pauses: tuple[Pause, ...]
    rhythm: int | None

    @property
    def longest(self) -> int:
        """The days of the longest pause, 0 if there is none."""
        return max((pause.days for pause in self.pauses), default=0)


def pauses_of(contact: Contact, day: date, settings: Settings) -> Pauses | None:
    """Two years with somebody, or one where there is no more; None where nothing that counts is on record."""
    past = sorted({min(e.date.end, day) for e in contact.log if e.counts and e.date.start <= day})
    if not past:
        return None
    months = SHORT if past[0] > back(day, SHORT) else LONG
    start = back(day, months)
    pauses = [Pause(one, other) for one, other in zip(past, [*past[1:], day], strict=True) if other > start]
    return Pauses(months, start, day, tuple(t for t in past if t > start), tuple(p for p in pauses if p.days),
                  settings.rhythm(contact))


def back(day: date, months: int) -> date:
    """The same day so many months before, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))

"""Calendar months: the months that have events, laid out in weeks as the owner's region begins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.coach.weeks import WEEK
from generator.pages.occasion import last_day
from generator.pages.rendering import Desk
from generator.pages.week_ahead import LONGEST
from generator.records.event import Event
from generator.words.weekdays import first_weekday

Month = tuple[int, int]
"""A year and a month."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One event on one of its days: whether it begins or ends on it, and whether its title is written there."""

    event: Event
    begins: bool
    ends: bool
    titled: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a month and what is on it; `day` is None before the first and after the last of the month."""

    day: date | None
    pieces: tuple[Piece, ...] = ()
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """One month: the days the week has here, by name, and its weeks."""

    weekdays: tuple[date, ...]
    weeks: tuple[tuple[Cell, ...], ...]


def months_of(events: Sequence[Event]) -> dict[Month, list[Event]]:
    """By month, the events that touch it; of a year alone nobody can say in which month it is."""
    found: dict[Month, list[Event]] = {}
    for event in events:
        if event.date.date.month is not None:
            for month in dict.fromkeys((day.year, day.month) for day in _days(event)):
                found.setdefault(month, []).append(event)
    return dict(sorted(found.items()))


def grid(desk: Desk, month: Month, events: Sequence[Event]) -> MonthGrid:
    """A month with the events that have a day in it."""
    sources = desk.sources
    start = date(*month, 1)
    begins = first_weekday(sources.network.me.region, sources.speech)
    first = start - timedelta(days=(start.weekday() - begins) % 7)
    on: dict[date, list[Piece]] = {}
    for event in events:
        if event.date.date.is_exact:
            for piece, day in _pieces(event, start, begins):
                on.setdefault(day, []).append(piece)
    weeks = []
    while first < start or first.month == start.month:
        weeks.append(tuple(_cell(first + timedelta(days=n), start, on, sources.day) for n in range(WEEK.days)))
        first += WEEK
    return MonthGrid(tuple(_week(begins)), tuple(weeks))


def _week(begins: int) -> Iterator[date]:
    monday = date(2026, 1, 5)
    yield from (monday + timedelta(days=begins + n) for n in range(WEEK.days))


def _cell(day: date, start: date, on: dict[date, list[Piece]], today: date) -> Cell:
    if (day.year, day.month) != (start.year, start.month):
        return Cell(None)
    return Cell(day, tuple(on.get(day, ())), day == today)


def _pieces(event: Event, start: date, begins: int) -> Iterator[tuple[Piece, date]]:
    """An event day by day; its title stands on the first of them, and again where a week or the month begins."""
    first, last = event.date.day, last_day(event)
    for day in _days(event):
        titled = day in (first, start) or day.weekday() == begins
        yield Piece(event, day == first, day == last, titled), day


def _days(event: Event) -> Iterator[date]:
    """The days of an event; one that would go on for months is told by its first ones."""
    known = event.date.date
    last = min(last_day(event), known.start + LONGEST) if known.is_exact else known.start
    yield from (known.start + timedelta(days=n) for n in range(max((last - known.start).days, 0) + 1))

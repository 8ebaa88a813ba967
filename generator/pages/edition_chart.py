"""Edition chart: for each of the last Mondays, how much was on the list, how much came and how much was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.pages.chart import short_day
from generator.pages.rendering import Desk
from generator.pages.since import ADDRESS
from generator.words.catalogue import N_

LOWEST = 15
"""The least height of a bar that is not nothing, of 100."""


@dataclass(frozen=True, slots=True)
class Count:
    """One bar: its number and its height, of 100."""

    count: int
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of bars."""

    name: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One Monday: its label, its address, and whether it is the one the page is about."""

    label: str
    address: str
    now: bool


@dataclass(frozen=True, slots=True)
class EditionChart:
    """Three rows of bars over the same Mondays; one measure for all, so that rows can be compared."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str
    description: str


def address_of(monday: date) -> str:
    """Where the edition of a Monday stands: follow-ups/2026-W47/."""
    year, week, _ = monday.isocalendar()
    return f"{ADDRESS}{year}-W{week:02}/"


def edition_chart(desk: Desk, monday: date | None = None) -> EditionChart:
    """The chart of all earlier editions, of which there is one at least; `monday` is the one spoken of."""
    speech, weeks = desk.sources.speech, desk.sources.past.weeks
    numbers = {
        N_("On the list"): [len(w.outcomes) for w in weeks], N_("New ones"): [len(w.changes.new) for w in weeks],
        N_("Done"): [len(w.changes.done) for w in weeks],
    }
    top = max([1, *(n for row in numbers.values() for n in row)])
    rows = tuple(
        Row(speech.text(name), tuple(Count(n, max(100 * n / top, LOWEST) if n else 0) for n in row))
        for name, row in numbers.items()
    )
    days = [w.snapshot.day for w in weeks]
    columns = tuple(Column(short_day(speech, d), address_of(d), d == monday) for d in days)
    said = []
    for row in rows:
        counts = speech.list([speech.number(c.count) for c in row.counts])
        said.append(speech.text("{name}: {counts}.", name=row.name, counts=counts))
    first, last = columns[0].label, columns[-1].label
    title = speech.text("Follow-ups by week, from {start} to {end}", start=first, end=last)
    return EditionChart(columns, rows, title, " ".join(said))

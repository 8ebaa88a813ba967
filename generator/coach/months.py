"""Months: how many new people each month brought, and whom you saw of those you wanted to see at an event."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.coach.weeks import met_on
from generator.records.event import Event
from generator.records.network import Network


@dataclass(frozen=True, slots=True)
class Planned:
    """One event that is over: whom you wanted to see, whom of them you met, and how many others; ids or names."""

    event: Event
    wanted: tuple[str, ...]
    met: tuple[str, ...]
    others: int


def months_to(day: date, count: int) -> tuple[date, ...]:
    """The first days of the last so many months, the oldest first; the last month is that of the day."""
    this = day.year * 12 + day.month - 1
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(this - count + 1, this + 1))


def new_by_month(network: Network, day: date, count: int) -> tuple[tuple[date, int], ...]:
    """How many people were new in each of the last months; whose month is not known counts in none."""
    found: Counter[date] = Counter()
    for contact in network.contacts.values():
        met = met_on(network, contact)
        if met and met.month is not None and met.start <= day:
            found[met.start.replace(day=1)] += 1
    return tuple((month, found[month]) for month in months_to(day, count))


def planned_and_met(network: Network, day: date, count: int) -> tuple[Planned, ...]:
    """The last events at which you wanted to see somebody and noted whom you met, the oldest first."""
    found: list[Planned] = []
    for event in reversed(network.events_by_date):
        wanted = tuple(dict.fromkeys(meeting.who for meeting in event.meet))
        there = network.met_at[event.id]
        noted = there or (event.review is not None and event.review.met is not None)
        over = event.date.date.end < day and event.status not in ("skipped", "cancelled")
        if wanted and noted and over and len(found) < count:
            met = tuple(who for who in wanted if who in there)
            found.append(Planned(event, wanted, met, len(there) - len(met)))
    return tuple(reversed(found))

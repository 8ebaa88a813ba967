"""Weeks: when you met people, and how many new ones each week brought."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from generator.coach.one_by_one import of_each
from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.records.network import Network

WEEK = timedelta(weeks=1)

TALKS = frozenset({"coffee", "call", "email", "message", "meeting", "meal", "event"})
"""Kinds of log entry that are a conversation; a card or a present goes one way."""

Week = tuple[date, tuple[Contact, ...]]
"""The Monday of an ISO week, and who was new in it."""


def met_on(network: Network, contact: Contact) -> PartialDate | None:
    """When you met somebody: the date written, or else that of the event where you met."""
    if contact.met is None:
        return None
    event = network.events.get(contact.met.event or "")
    return contact.met.date or (event.date.date if event else None)


def monday_of(day: date) -> date:
    """The first day of the ISO week a day belongs to."""
    return day - timedelta(days=day.weekday())


def meetings(network: Network, day: date) -> Iterator[tuple[date, Contact]]:
    """Whom you met on which day, up to `day`; without those of whom only the month or the year is known."""
    for who, met in of_each(network, met_on).items():
        if met and met.is_exact and met.end <= day:
            yield met.end, network.contacts[who]


def new_people(network: Network, day: date, count: int) -> tuple[Week, ...]:
    """Who was new in each of the last `count` ISO weeks, the oldest first; the last one is that of `day`."""
    this = monday_of(day)
    weeks: dict[date, list[Contact]] = {this - WEEK * n: [] for n in reversed(range(count))}
    first = min(weeks, default=date.max)
    for met, contact in meetings(network, day):
        if met >= first:
            weeks[monday_of(met)].append(contact)
    return tuple((monday, tuple(people)) for monday, people in weeks.items())


def talks(network: Network, mondays: Collection[date]) -> Mapping[date, tuple[Contact, ...]]:
    """With whom you talked in each of some ISO weeks, once each, in the order of the days."""
    found: dict[date, list[tuple[date, str, Contact]]] = {monday: [] for monday in mondays}
    first = min(mondays, default=date.max)
    for contact in network.contacts.values():
        for entry in contact.log:
            if entry.date.end >= first and entry.counts and entry.kind in TALKS and entry.date.is_exact:
                monday = monday_of(entry.date.end)
                if monday in found:
                    found[monday].append((entry.date.end, contact.id, contact))
    return {
        monday: tuple({i: c for _, i, c in sorted(said, key=lambda talk: talk[:2])}.values())
        for monday, said in found.items()
    }

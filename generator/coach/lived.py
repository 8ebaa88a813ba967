"""Lived: what each past ISO week brought, from what is on record of its days.

It is told from the week itself: nothing in it is still to come. A date without its day belongs to no week.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.coach.weeks import TALKS, WEEK, meetings, monday_of
from generator.records.contact import Contact, Favour, LogEntry, Promise
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network


@dataclass(slots=True)
class Lived:
    """One week, from its Monday: who was new, the talks, what you promised and kept, who helped, where you were."""

    monday: date
    new: list[Contact] = field(default_factory=list)
    talks: list[tuple[Contact, LogEntry]] = field(default_factory=list)
    made: list[tuple[Contact, Promise]] = field(default_factory=list)
    kept: list[tuple[Contact, Promise]] = field(default_factory=list)
    favours: list[tuple[Contact, Favour]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell of it."""
        return not (self.new or self.talks or self.made or self.kept or self.favours or self.events)


def lived(network: Network, day: date, most: int) -> tuple[Lived, ...]:
    """Those of the last `most` whole weeks before `day` that brought anything, the earliest first.

    Everything is looked at once, however many weeks there are.
    """
    this = monday_of(day)
    weeks = {monday: Lived(monday) for monday in (this - WEEK * n for n in range(max(most, 0), 0, -1))}
    for met, contact in meetings(network, day):
        if week := weeks.get(monday_of(met)):
            week.new.append(contact)
    for contact in network.contacts.values():
        _note(weeks, contact)
    for event in network.events_by_date:
        if was_there(event) and (week := weeks.get(monday_of(event.date.day))):
            week.events.append(event)
    return tuple(week for week in weeks.values() if not week.is_quiet)


def was_there(event: Event) -> bool:
    """Whether it may be told as something that happened, once its day is past: not declined, not cancelled."""
    planned = event.status == "planned" and not (event.rsvp and event.rsvp.state == "no")
    return event.date.date.is_exact and (planned or event.status == "attended")


def _note(weeks: dict[date, Lived], contact: Contact) -> None:
    """Put what passed between you and somebody into its weeks."""

    def week_of(when: PartialDate | None) -> Lived | None:
        return weeks.get(monday_of(when.end)) if when and when.is_exact else None

    for entry in contact.log:
        if entry.kind in TALKS and entry.counts and (week := week_of(entry.date)):
            week.talks.append((contact, entry))
    for promise in contact.promises:
        if promise.by == "me" and (week := week_of(promise.made)):
            week.made.append((contact, promise))
        if promise.by == "me" and (week := week_of(promise.done)):
            week.kept.append((contact, promise))
    for favour in contact.favours:
        if week := week_of(favour.date):
            week.favours.append((contact, favour))

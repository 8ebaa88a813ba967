"""Network: everything the user wrote, typed, cross-checked and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.records.contact import Contact, Introduction, LogEntry
from generator.records.event import Event
from generator.records.owner import CoachFile, Me, Organisation, Post


@dataclass(frozen=True)
class Network:
    """The whole of one data folder, keyed by id and in the order of ids."""

    me: Me
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    coach: CoachFile = field(default_factory=CoachFile)

    @cached_property
    def known(self) -> dict[tuple[Any, ...], dict[str, tuple[Contact, Any]]]:
        """What was found out about people one by one, by what was asked; see `coach/one_by_one.py`."""
        return {}

    def person(self, who: str) -> Contact | None:
        """The contact of that id, if the text is one."""
        return self.contacts.get(who)

    def name_of(self, who: str) -> str:
        """What to call somebody named by a contact's id or in plain words."""
        contact = self.contacts.get(who)
        return contact.name.familiar if contact else who

    def org_name(self, contact: Contact) -> str | None:
        """The name of the organisation somebody works for."""
        organisation = self.organisations.get(contact.org or "")
        return organisation.name if organisation else contact.org

    @cached_property
    def events_by_date(self) -> tuple[Event, ...]:
        """All events, the earliest first."""
        return tuple(sorted(self.events.values(), key=lambda e: (e.date.day, str(e.date), e.id)))

    @cached_property
    def events_of(self) -> Mapping[str, tuple[Event, ...]]:
        """By contact id: the events at which they are expected, to be met or were met, earliest first."""
        found: dict[str, list[Event]] = {}
        for event in self.events_by_date:
            for who in people_at(event):
                if who in self.contacts:
                    found.setdefault(who, []).append(event)
        return {who: tuple(events) for who, events in found.items()}

    @cached_property
    def introductions_of(self) -> Mapping[str, tuple[tuple[Contact, Introduction], ...]]:
        """By contact id: every introduction of theirs, in whoever's file it is noted, with whose file that is."""
        found: dict[str, list[tuple[Contact, Introduction]]] = {}
        for contact in self.contacts.values():
            for step in contact.introductions:
                for who in dict.fromkeys((contact.id, step.to)):
                    found.setdefault(who, []).append((contact, step))
        return {who: tuple(steps) for who, steps in found.items()}

    @cached_property
    def met_at(self) -> Mapping[str, tuple[str, ...]]:
        """By event id: who was met there, as its review, the people themselves and their logs say; ids or names."""
        found: dict[str, dict[str, None]] = {}
        for event in self.events.values():
            met = event.review.met or () if event.review else ()
            found[event.id] = dict.fromkeys(who for who in met if who != "none")
        for contact in self.contacts.values():
            named = [entry.event for entry in contact.log] + [contact.met.event if contact.met else None]
            for at in filter(None, named):
                found.setdefault(at, {})[contact.id] = None
        return {at: tuple(people) for at, people in found.items()}


def people_at(event: Event) -> tuple[str, ...]:
    """The ids or names of all people an event's file speaks of, once each, in its order."""
    named = [m.who for m in event.meet] + [e.contact or e.name or "" for e in event.expected]
    if event.review and event.review.met:
        named += event.review.met
    return tuple(dict.fromkeys(filter(None, named)))


def last_contact(contact: Contact, day: date) -> LogEntry | None:
    """The latest log entry up to `day` that counts as keeping in touch."""
    latest: LogEntry | None = None
    last = date.min
    for entry in contact.log:
        if entry.counts and entry.date.start <= day and (end := min(entry.date.end, day)) > last:
            latest, last = entry, end
    return latest

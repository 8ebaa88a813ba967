"""Continuity: an earlier network told in today's names: who is called otherwise now, and who is no longer here.

What was forgotten stays forgotten: a person or an event without a file today leaves earlier networks, too,
with every reference to them. A file that was only renamed is the same person or event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.records.contact import Contact, Met
from generator.records.event import Event
from generator.records.network import Network
from generator.records.record import Record

FEWEST = 3
"""The shortest name that is looked for in free text: `Al` would be found in half of all words."""


@dataclass(frozen=True, slots=True)
class Heirs:
    """For every id of an earlier network the id it has today; one that is missing is no longer there."""

    people: Mapping[str, str]
    events: Mapping[str, str]


def heirs(then: Network, now: Network) -> Heirs:
    """Who is who: the same id, or else whoever came with the same name or channel; an event by title and date."""
    return Heirs(
        _heirs(then.contacts, now.contacts, _marks_of_person), _heirs(then.events, now.events, _marks_of_event)
    )


def are_still_here(then: Network, now: Network) -> bool:
    """Whether everybody and everything of an earlier network is here under the same id, the people with their names.

    Then it is told today as it was: nobody is gone, no name is laid down, and nobody who came since is anybody's heir.
    """
    return then.events.keys() <= now.events.keys() and all(
        (today := now.contacts.get(i)) is contact or (today is not None and today.name == contact.name)
        for i, contact in then.contacts.items()
    )


def _heirs(then: Mapping[str, Any], now: Mapping[str, Any], marks: Any) -> dict[str, str]:
    found = {i: i for i in then if i in now}
    known: dict[object, str] = {}
    for i, record in now.items():
        if i not in then:
            known |= dict.fromkeys(marks(record), i)
    for i, record in then.items():
        heir = next((known[mark] for mark in marks(record) if mark in known), None) if i not in now and known else None
        if heir is not None:
            found[i] = heir
    return found


def _marks_of_person(contact: Contact) -> Iterator[object]:
    yield contact.name.display.casefold()
    yield from channels_of(contact)


def channels_of(contact: Contact) -> Iterator[tuple[str, str]]:
    """Every way to reach somebody, with its address or number, small."""
    for name, channel in contact.channels:
        if isinstance(channel, Record):
            yield name, str(channel.value).casefold()  # type: ignore[attr-defined]  # every channel has one


def _marks_of_event(event: Event) -> Iterator[object]:
    yield event.title.casefold(), str(event.date)


def told_today(then: Network, now: Network, who: Heirs) -> Network:
    """The earlier network with today's ids and names, without anybody and anything that is no longer there."""
    people = [(c, who.people[i]) for i, c in then.contacts.items() if i in who.people]
    events = [(e, who.events[i]) for i, e in then.events.items() if i in who.events]
    return replace(
        then,
        contacts={heir: _person(contact, now.contacts[heir], who) for contact, heir in people},
        events={heir: _event(event, now.events[heir], who, then) for event, heir in events},
        posts=tuple(p.model_copy(update={"mentions": tuple(_named(p.mentions, who, then))}) for p in then.posts),
    )


def unspoken(then: Network, now: Network, who: Heirs) -> frozenset[str]:
    """Ids and names, small, that free text must not bring back: of people who are gone, and names laid down since."""
    gone = [c for i, c in then.contacts.items() if i not in who.people]
    still = {n.casefold() for c in now.contacts.values() for n in (c.name.short, c.name.familiar, c.name.display)}
    names = {n.casefold() for c in gone for n in (c.id, c.name.display, c.name.familiar, c.name.short)}
    for i, heir in who.people.items():
        names |= {then.contacts[i].name.display.casefold(), then.contacts[i].name.familiar.casefold()}
        names |= {i} if i != heir else set()
    return frozenset(n for n in names - still if len(n) >= FEWEST)


def _person(contact: Contact, today: Contact, who: Heirs) -> Contact:
    changes: dict[str, Any] = {}
    if contact.id != today.id:
        changes["id"] = today.id
    if contact.name is not today.name:
        changes["name"] = today.name
    if any(who.people.get(i) != i for made in contact.introductions for i in (made.to, *made.asked)):
        kept = [i for i in contact.introductions if i.to in who.people and all(a in who.people for a in i.asked)]
        changes["introductions"] = tuple(
            i.model_copy(update={"to": who.people[i.to], "asked": {who.people[a]: said for a, said in i.asked.items()}})
            for i in kept
        )
    if contact.met and (met := _met(contact.met, who)) is not contact.met:
        changes["met"] = met
    return contact.model_copy(update=changes) if changes else contact


def _met(met: Met, who: Heirs) -> Met:
    through = who.people.get(met.through or "", None if _is_id(met.through) else met.through)
    event = who.events.get(met.event or "")
    same = through == met.through and event == met.event
    return met if same else met.model_copy(update={"through": through, "event": event})


def _event(event: Event, today: Event, who: Heirs, then: Network) -> Event:
    changes: dict[str, Any] = {"id": today.id, "title": today.title}
    if event.host:
        changes["host"] = next(_named([event.host], who, then), None)
    changes["expected"] = tuple(
        e.model_copy(update={"contact": who.people[e.contact]}) if e.contact else e
        for e in event.expected if not e.contact or e.contact in who.people
    )
    changes["meet"] = tuple(
        m.model_copy(update={"who": name}) for m in event.meet for name in _named([m.who], who, then)
    )
    if event.review and event.review.met:
        met = tuple(_named(event.review.met, who, then))
        changes["review"] = event.review.model_copy(update={"met": met})
    return event.model_copy(update=changes)


def _named(names: Iterable[str], who: Heirs, then: Network) -> Iterator[str]:
    """Ids as they are today; names of strangers stay, and somebody who had a file and has none goes."""
    gone = {c.name.display.casefold() for i, c in then.contacts.items() if i not in who.people}
    for name in names:
        if name in who.people:
            yield who.people[name]
        elif name not in then.contacts and not _is_id(name) and name.casefold() not in gone:
            yield name


def _is_id(text: str | None) -> bool:
    """Whether a text reads like an id: strangers are written as people write names."""
    return bool(text) and text == (text or "").lower() and " " not in (text or "")

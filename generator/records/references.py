"""References: whether everything that is named by its id is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.records.contact import Contact, LogEntry, Met
from generator.records.event import Event
from generator.records.near import Guesses
from generator.records.network import Network
from generator.records.owner import Me
from generator.records.places import Place
from generator.records.problems import Problem

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")


def reference_problems(network: Network, files: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Every id that leads nowhere; `files` holds the ids of all files by folder, unreadable ones too."""
    pitches = tuple(sorted(p.id for p in network.me.pitches)) if network.me.origin.file else None
    known = _Known(files["contacts"], files["events"], files["organisations"], pitches)
    yield from _twice(network.me)
    for contact in network.contacts.values():
        yield from known.problems_of_contact(contact)
    for event in network.events.values():
        yield from known.problems_of_event(event)


def _twice(me: Me) -> Iterator[Problem]:
    """Pitches of one id: an event could mean either."""
    seen: dict[str, Place] = {}
    for pitch in me.pitches:
        place = pitch.origin.at("id")
        if pitch.id in seen:
            facts = {"id": pitch.id, "line": str(seen[pitch.id].line)}
            yield Problem(place, "duplicate-pitch", facts, len("id"))
        seen.setdefault(pitch.id, place)


@dataclass(frozen=True)
class _Known:
    """What there is to be named; `pitches` is None while there is no `me.yml` that could be read."""

    people: frozenset[str]
    events: frozenset[str]
    organisations: frozenset[str]
    pitches: tuple[str, ...] | None
    guesses: Guesses = field(default_factory=Guesses)
    employers: Guesses = field(default_factory=lambda: Guesses(1000))

    def problems_of_contact(self, contact: Contact) -> Iterator[Problem]:
        """The ids in a person's file that lead nowhere; an employer may be a name, so only a near miss counts."""
        org = contact.org or ""
        near = self.employers.near(org, self.organisations) if _leads_nowhere(org, self.organisations) else ""
        if near:
            facts = {"value": org, "near": near}
            yield Problem(contact.origin.at("org"), "unknown-organisation", facts, len(org))
        if contact.met and contact.met.through and _leads_nowhere(contact.met.through, self.people):
            yield self._nobody(contact.met.origin.at("through"), contact.met.through)
        records: list[Met | LogEntry] = [*([contact.met] if contact.met else []), *contact.log]
        for record in records:
            if record.event and record.event not in self.events:
                yield self._unknown("unknown-event", record.origin.at("event"), record.event, self.events)
        yield from self._of_introductions(contact)

    def _of_introductions(self, contact: Contact) -> Iterator[Problem]:
        for introduction in contact.introductions:
            to = introduction.origin.at("to")
            if introduction.to == contact.id:
                yield Problem(to, "introduced-to-self", {"value": introduction.to}, len(introduction.to))
            elif introduction.to not in self.people:
                yield self._nobody(to, introduction.to)
                continue  # who was asked cannot be told while one of the two is unknown
            pair = contact.id, introduction.to
            for who in introduction.asked:
                if who not in pair:
                    yield self._unknown("asked-stranger", introduction.origin.at("asked"), who, pair)

    def problems_of_event(self, event: Event) -> Iterator[Problem]:
        """The ids in an event's file that lead nowhere, and an end before its beginning."""
        for expected in event.expected:
            if expected.contact and expected.contact not in self.people:
                yield self._nobody(expected.origin.at("contact"), expected.contact)
        for meeting in event.meet:
            if _leads_nowhere(meeting.who, self.people):
                yield self._nobody(meeting.origin.at("who"), meeting.who)
        for who in (event.review.met if event.review else None) or ():
            if event.review and who != "none" and _leads_nowhere(who, self.people):
                yield self._nobody(event.review.origin.at("met"), who)
        if event.pitch and self.pitches is not None and event.pitch not in self.pitches:
            facts = {"known": ", ".join(self.pitches) or "—"}
            yield self._unknown("unknown-pitch", event.origin.at("pitch"), event.pitch, self.pitches, **facts)
        if _ends_before_it_begins(event):
            yield Problem(event.origin.at("end"), "end-before-start", width=len("end"))

    def _nobody(self, place: Place, who: str) -> Problem:
        return self._unknown("unknown-contact", place, who, self.people)

    def _unknown(self, code: str, place: Place, value: str, names: Iterable[str], **facts: str) -> Problem:
        return Problem(place, code, {"value": value, "near": self.guesses.near(value, names), **facts}, len(value))


def _ends_before_it_begins(event: Event) -> bool:
    """A time alone is one of the same day."""
    if not event.end or not event.date.date.is_exact:
        return False
    day = event.end.date.end if event.end.date else event.date.day
    if day != event.date.day or event.end.time is None or event.date.time is None:
        return day < event.date.day
    return event.end.time < event.date.time


def _leads_nowhere(text: str, known: frozenset[str]) -> bool:
    """Somebody outside the network is written as people write names; small letters alone mean an id."""
    return text not in known and bool(_ID.match(text))

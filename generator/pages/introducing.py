"""Introducing: who could meet through you at an event, and what they have said to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.introductions import matches
from generator.coach.prep import contacts_at, may_be_named
from generator.pages.rendering import Desk
from generator.records.contact import Asked, Contact, Introduction
from generator.records.event import Event
from generator.records.network import people_at
from generator.words.catalogue import N_

INTRODUCTIONS = 3
"""Most introductions on one sheet: more than that nobody makes on one day."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who could meet through you, and what they have said to it."""

    one: Contact
    other: Contact
    why: Markup
    consent: str
    agreed: bool


def pairs(desk: Desk, event: Event) -> tuple[Pair, ...]:
    """Whom you could bring together: noted ones who both come, those whose needs and offers meet, then the rest."""
    noted = list(_noted(desk, event))
    first = [pair for pair, both in noted if both]
    return (*first, *_possible(desk, event), *(pair for pair, both in noted if not both))[:INTRODUCTIONS]


def _possible(desk: Desk, event: Event) -> Iterator[Pair]:
    """Those who come and of whom one looks for what the other offers."""
    sources = desk.sources
    people = [c for c in contacts_at(event, sources.network) if may_be_named(c, sources.day)]
    message = sources.speech.text(N_("{seeker} is looking for this, and {helper} offers it: {need}."))
    for match in matches(sources.network, people):
        facts = {"seeker": match.seeker.name.short, "helper": match.helper.name.short, "need": match.need.rstrip(" .")}
        why = desk.telling.sentence(message, facts)
        yield Pair(match.seeker, match.helper, why, sources.speech.text("Ask them both first."), agreed=False)


def _noted(desk: Desk, event: Event) -> Iterator[tuple[Pair, bool]]:
    here = set(people_at(event))
    for one, step, other in under_way(desk):
        if {one.id, other.id} & here:
            why, both = Markup.escape(step.why or ""), {one.id, other.id} <= here
            yield Pair(one, other, why, *consent(desk, step, one, other)), both


def under_way(desk: Desk) -> Iterator[tuple[Contact, Introduction, Contact]]:
    """Every introduction noted and not yet made: who, the note of it, whom to; none that somebody declined."""
    network, day = desk.sources.network, desk.sources.day
    for contact in network.contacts.values():
        for step in contact.introductions:
            other = network.contacts.get(step.to)
            refused = any(asked.answer is False for asked in step.asked.values())
            if other is None or other.id == contact.id or step.sent or refused:
                continue
            if may_be_named(contact, day) and may_be_named(other, day):
                yield contact, step, other


def consent(desk: Desk, step: Introduction, one: Contact, other: Contact) -> tuple[str, bool]:
    """What the two have said to it, in a sentence, and whether one of them has said yes."""
    speech = desk.sources.speech
    asked = step.asked
    first, second = sorted((one, other), key=lambda c: _stage(asked.get(c.id)), reverse=True)
    facts = {"one": first.name.short, "other": second.name.short}
    match _stage(asked.get(first.id)), _stage(asked.get(second.id)):
        case 2, 2:
            return speech.text("Both have said yes."), True
        case 2, 1:
            when = asked[second.id].date
            if not when.is_exact:
                return speech.text("{one} has said yes. You have asked {other}.", **facts), True
            since = desk.date(when, "short")
            return speech.text("{one} has said yes. You asked {other} on {date}.", date=since, **facts), True
        case 2, 0:
            return speech.text("{one} has said yes. Ask {other} too.", **facts), True
        case 1, 1:
            return speech.text("You have asked them both. Wait for their answers."), False
        case 1, 0:
            return speech.text("You have asked {one}. Ask {other} too.", **facts), False
    return speech.text("Ask them both first."), False


def _stage(asked: Asked | None) -> int:
    """0 not asked, 1 asked, 2 said yes."""
    return 0 if asked is None else 2 if asked.answer else 1

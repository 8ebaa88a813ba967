"""Declining: when a word is owed that you do not come, to whom it goes, and what situation it is written from.

What is accepted is kept, and if it cannot be, the host hears of it at once; an invitation may also be answered with
a no. Where the host is not in your network the letter leaves the name to you.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.coach.finding import Finding
from generator.coach.prep import FEW, contacts_at
from generator.coach.settings import HOUSE, Number, numbers_of
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.names import NameParts
from generator.records.network import Network

DRAFT = "declining-late"
SHORT_NOTICE = Number("short_notice", 3, "days", HOUSE, "H", note="how near an event is when a no comes late")
"""The rule unanswered-invitation declares it."""

STRANGER = ""
"""The id of a host who is in nobody's file."""


def declines(event: Event, network: Network, day: date) -> Finding | None:
    """The matter of not coming to an event; None where there is nobody to tell, or it was told, or it has begun."""
    told = event.rsvp is not None and event.rsvp.state == "no"
    open_still = event.status in ("planned", "skipped") and event.date.day >= day
    somebody = event.rsvp or event.host or host_of(event, network).id != STRANGER
    if told or not open_still or event.kind == "hosted" or not somebody:
        return None
    return Finding(event, event.origin.at("rsvp" if event.rsvp else "status"), "prepare", draft=DRAFT)


def host_of(event: Event, network: Network) -> Contact:
    """Who is to be told: the host or, where just the two of you meet, the other one; else somebody without a name."""
    people = contacts_at(event, network)
    known = network.person(event.host or "")
    if known is None and not event.host and event.kind in FEW and len(people) == 1:
        known = people[0]
    return known or Contact(name=NameParts(full="…"), language=event.language)


def situation(event: Event, network: Network, day: date) -> Mapping[str, str | None]:
    """What a letter about not coming depends on: `invited` and not accepted, `soon`, and `alone` with one person."""
    numbers = numbers_of(network, "unanswered-invitation", (SHORT_NOTICE,))
    near = event.date.date.is_exact and (event.date.day - day).days <= numbers[SHORT_NOTICE.name]
    invited = event.rsvp is not None and event.rsvp.state in ("open", "maybe")
    return {
        "invited": "invited" if invited else None,
        "soon": "soon" if near else None,
        "alone": "alone" if event.kind in FEW and event.kind is not None else None,
    }

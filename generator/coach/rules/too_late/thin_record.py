"""Finds people of whom it is not written how you met.

After a year nobody remembers when, where or through whom, and that is what a first line and an
introduction hang on. There is a week to write it down, from the day the person was added or, without
it, from the earliest date in the record; where there is no date at all, there is nothing to wait for.
Dormant people, such as those brought in from an address book, are left in peace.
No source gives a number: it is our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "H"
EACH = True
NUMBERS = (Number("grace", 7, "days", HOUSE, "H"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact without when, where, event or through whom."""
    grace = settings.days("grace")
    for contact in network.contacts.values():
        met = contact.met
        if contact.closeness == "dormant" or (met and (met.date or met.where or met.event or met.through)):
            continue
        since = _written(contact, day)
        due = since + timedelta(days=grace) if since else None
        place = contact.origin.at("met")
        yield Finding(
            subject=contact, place=place, action="record", due=due,
            over=(day - due).days / max(grace, 1) if due else 0.0,
            facts={"who": contact, "file": place.file}, planned=due is not None and day < due,
        )


def _written(contact: Contact, day: date) -> date | None:
    if contact.added:
        return contact.added.end
    dates = [
        contact.verified,
        *(e.date for e in contact.log),
        *(f.date for f in contact.favours),
        *(p.made for p in contact.promises),
        *(i.sent for i in contact.introductions),
    ]
    return min((d.end for d in dates if d and d.start <= day), default=None)

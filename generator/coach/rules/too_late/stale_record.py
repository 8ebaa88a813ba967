"""Finds people whose details you last checked more than a year ago.

It counts from `verified` or, where that was never written, from `added`: on that day the record was true.
Without either there is nothing to count from. It asks only where something can have changed (an
organisation, a role, a way to reach them), and leaves dormant people to a day when you want to write to
them. The year is our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "H"
EACH = True
NUMBERS = (Number("good_for", 365, "days", HOUSE, "H"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each record that can have changed, planned until its year is over."""
    good = settings.days("good_for")
    for contact in network.contacts.values():
        since = contact.verified or contact.added
        if since is None or contact.closeness == "dormant" or not _can_change(contact):
            continue
        due = since.end + timedelta(days=good)
        place = contact.origin.at("verified" if contact.verified else "added")
        yield Finding(
            subject=contact, place=place, action="record", due=due, over=(day - due).days / max(good, 1),
            variant="default" if contact.verified else "never",
            facts={"who": contact, "date": since, "file": place.file, "today": str(day)}, planned=day <= due,
        )


def _can_change(contact: Contact) -> bool:
    return bool(contact.org or contact.role or any(getattr(way, "value", None) for _, way in contact.channels))

"""Finds birthdays of the coming days, of people who told you theirs.

A hello is worth more to whoever gets it than to whoever sends it (Liu et al. 2023, about hellos in general).
It shows from a week before until the day itself, and is silent once a line with the purpose `congratulate`
is noted. Born on 29 February, one is congratulated on the 28th where the year has no 29th. An age is never
mentioned, even where the year is known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "opportunity"
GRADE = "H"
EACH = True
NUMBERS = (Number("ahead", 7, "days", HOUSE, "H"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each birthday to come, planned until it is near."""
    ahead = settings.days("ahead")
    for contact in network.contacts.values():
        if not contact.birthday:
            continue
        when = _next(contact.birthday, day)
        if _congratulated(contact, when - timedelta(days=ahead), day):
            continue
        yield Finding(
            subject=contact, place=contact.origin.at("birthday"), action="keep", due=when,
            over=(day - when).days / max(ahead, 1), variant="today" if when == day else "default",
            facts={"who": contact, "date": when}, key=str(when.year), planned=(when - day).days > ahead,
            settle=LogLine(contact.id, "message", "congratulate"), draft="congratulation",
        )


def _next(birthday: str, day: date) -> date:
    """The next time it comes round, today included."""
    month, number = int(birthday[-5:-3]), int(birthday[-2:])
    this, following = (date(y, month, min(number, monthrange(y, month)[1])) for y in (day.year, day.year + 1))
    return this if this >= day else following


def _congratulated(contact: Contact, first: date, day: date) -> bool:
    return any(
        e.purpose == "congratulate" and e.initiator != "them" and e.date.end >= first and e.date.start <= day
        for e in contact.log
    )

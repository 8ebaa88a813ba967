"""Finds people of whom your last three entries were all requests.

Give first, and often little (Grant). Yours is what you sent and what you did together; what they wrote in
between does not break the row, a favour of yours does. Mail to many does not count. On one and the same
day the request is taken to come first. A row that ended long ago is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact, LogEntry
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
EACH = True
NUMBERS = (
    Number("in_a_row", 3, "messages", HOUSE, "H"),
    Number("window", 365, "days", HOUSE, "H", note="older ones are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact, at the latest of the requests."""
    count = max(settings.days("in_a_row"), 1)
    for contact in network.contacts.values():
        row = _mine(contact, day)[-count:]
        if len(row) < count or any(e.purpose != "ask" for e in row) or _gave_since(contact, row[0], day):
            continue
        if (day - row[-1].date.end).days > settings.days("window"):
            continue
        yield Finding(
            subject=contact, place=row[-1].place, action="keep",
            facts={"who": contact, "date": row[-1].date, "count": count},
            settle=LogLine(contact.id, "message", "catch_up"), draft="checking-in",
        )


def _mine(contact: Contact, day: date) -> list[LogEntry]:
    past = [e for e in contact.log if e.counts and e.initiator != "them" and e.date.start <= day]
    return sorted(past, key=lambda e: (min(e.date.end, day), e.purpose != "ask"))


def _gave_since(contact: Contact, first: LogEntry, day: date) -> bool:
    return any(f.by == "me" and f.date.end >= first.date.start and f.date.start <= day for f in contact.favours)

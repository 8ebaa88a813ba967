"""Finds people who have not answered the last three things you sent, and proposes a rest.

Three messages in all, then leave it for a while (climbtheladder.com, staceylane.net, letsligo.com). Only
`reply: false` counts: where it is not written whether they answered, nothing is guessed. A sign of theirs,
something you did together or a favour of theirs ends the row. While the rest lasts it is their turn; when
it is over the rule is silent, and your rhythm speaks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.settings import Number, Settings
from generator.records.contact import Contact, LogEntry
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
_SOURCE = "climbtheladder.com, staceylane.net, letsligo.com: three in all, then a rest"
NUMBERS = (Number("tries", 3, "messages", _SOURCE, "B"), Number("rest", 90, "days", _SOURCE, "B"))


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact while the rest lasts, due on the day it ends."""
    tries, rest = max(settings.days("tries"), 1), settings.days("rest")
    for contact in network.contacts.values():
        row = _unanswered(contact, day)[:tries]
        if len(row) < tries or any(e.reply is not False for e in row) or _helped_since(contact, row[-1], day):
            continue
        end = min(row[0].date.end, day) + timedelta(days=rest)
        if day >= end:
            continue
        yield Finding(
            subject=contact, place=row[0].place, action="keep", due=end, over=(day - end).days / max(rest, 1),
            facts={"who": contact, "date": end, "last": row[0].date, "count": tries}, waiting=True,
            settle=LogLine(contact.id, "message", "by them"),
        )


def _unanswered(contact: Contact, day: date) -> list[LogEntry]:
    """What you sent since their last sign, the latest first; on one day, theirs is taken to come last."""
    past = [e for e in contact.log if e.counts and e.date.start <= day]
    past.sort(key=lambda e: (min(e.date.end, day), e.initiator != "me"), reverse=True)
    return list(takewhile(lambda e: e.initiator == "me", past))


def _helped_since(contact: Contact, first: LogEntry, day: date) -> bool:
    return any(f.by == "them" and f.date.end >= first.date.start and f.date.start <= day for f in contact.favours)

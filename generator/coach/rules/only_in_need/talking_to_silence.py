"""Finds people who have not answered the last three things you sent, and proposes a rest.

Three messages in all, then leave it for a while (climbtheladder.com, staceylane.net, letsligo.com). Only
`reply: false` counts: where it is not written whether they answered, nothing is guessed. A sign of theirs,
something you did together or a favour of theirs ends the row. While the rest lasts it is their turn, and
what other rules would have you write to keep in touch stays silent; when it is over the rule is silent, and
your rhythm speaks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach import rest
from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.settings import Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
EACH = True
NUMBERS = rest.NUMBERS


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact while the rest lasts, due on the day it ends."""
    tries, days = settings.days("tries"), settings.days("rest")
    for contact in network.contacts.values():
        found = rest.rest_of(contact, day, tries, days)
        if found:
            yield Finding(
                subject=contact, place=found.last.place, action="keep", due=found.end,
                over=(day - found.end).days / max(days, 1), waiting=True, rests=True,
                facts={"who": contact, "date": found.end, "last": found.last.date, "count": max(tries, 1)},
                settle=LogLine(contact.id, "message", "by them"),
            )

"""Finds people you met and have not written to since.

A first message goes out within 24 to 48 hours and never after more than a week
(climbtheladder.com, hithaonthego.com); we count business days, so that nobody writes on a holiday.
A meeting of which only the month or the year is known stands at the end of it, but not after today.
After two months it is no longer a first message: then the rhythm of gone-quiet takes over.
Dormant people are left in peace: whoever brings in an address book owes nobody in it a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.limits import FIRST, limits
from generator.coach.settings import Settings
from generator.coach.weeks import met_on
from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "C"
EACH = True
USES = ("business_day_limit", "calendar_day_limit")
NUMBERS = (FIRST,)

SENT = frozenset({"email", "message", "card", "gift"})
"""What is sent on the day you met is a follow-up already; a coffee or an event is the meeting itself."""


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact with a day of meeting and nothing of yours after it."""
    for contact in network.contacts.values():
        met = met_on(network, contact)
        if met is None or contact.closeness == "dormant" or met.start > day or _followed_up(contact, met, day):
            continue
        start = min(met.end, day)
        if (day - start).days > settings.days("too_late"):
            continue
        soft, hard = limits(
            start, settings.workdays, settings.days("business_day_limit"), settings.days("calendar_day_limit")
        )
        event = network.events.get(contact.met.event or "") if contact.met else None
        facts: dict[str, Fact] = {"who": contact, "date": met}
        if event:
            facts["event"] = event
        yield Finding(
            subject=contact, place=contact.origin.at("met"), action="first", due=soft,
            over=(day - soft).days / max((soft - start).days, 1),
            variant="late" if day > hard else "about" if not met.is_exact else "event" if event else "default",
            facts=facts, severity="error" if day > hard else None, planned=day < soft,
            settle=LogLine(contact.id, "message", "follow_up"), draft="first-message",
        )


def _followed_up(contact: Contact, met: PartialDate, day: date) -> bool:
    mine = [
        e for e in contact.log
        if e.counts and e.initiator != "them" and e.date.start <= day and e.date.end >= met.start
    ]
    if any(e.kind in SENT or e.purpose == "follow_up" for e in mine):
        return True
    # Where the day is not known, the first thing you did together in that time is taken for the meeting.
    opening = met.end if met.is_exact else min([met.end, *(e.date.end for e in mine)])
    return any(e.date.end > opening for e in mine)

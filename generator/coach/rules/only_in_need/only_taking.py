"""Finds people who did you two favours or more in a year in which you noted none of yours.

A favour calls for another (Regan 1971), and five minutes are enough for one (Grant, who also says: keep no
score in sight). So the words name the last favour and never a balance. Introductions you sent and entries
with the purpose `give` are something of yours too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.one_by_one import of_each
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact, Favour
from generator.records.moments import PartialDate
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "A"
NUMBERS = (
    Number("window", 365, "days", HOUSE, "H"),
    Number("fewest", 2, "favours", HOUSE, "H"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact who gave and to whom you did not, within the window."""
    window = settings.days("window")
    introduced = {
        who for c in network.contacts.values() for i in c.introductions if i.sent and _recent(i.sent, day, window)
        for who in (c.id, i.to)
    }
    for who, received in of_each(network, _only_received, day, window).items():
        if len(received) < max(settings.days("fewest"), 1) or who in introduced:
            continue
        contact, latest = network.contacts[who], max(received, key=lambda f: min(f.date.end, day))
        facts: dict[str, Fact] = {"who": contact, "what": latest.what, "date": latest.date}
        yield Finding(
            subject=contact, place=contact.origin.at("favours"), action="keep",
            variant="needs" if contact.needs else "default",
            facts=facts | {"needs": contact.needs} if contact.needs else facts,
            settle=LogLine(contact.id, "message", "gave 1"),
        )


def _only_received(_network: Network, contact: Contact, day: date, window: int) -> list[Favour]:
    """The favours of somebody to whom you gave nothing yourself."""
    received = [f for f in contact.favours if f.by == "them" and _recent(f.date, day, window)]
    return [] if received and _gave(contact, day, window) else received


def _recent(when: PartialDate, day: date, window: int) -> bool:
    return when.start <= day and (day - when.end).days <= window


def _gave(contact: Contact, day: date, window: int) -> bool:
    favours = (f.date for f in contact.favours if f.by == "me")
    entries = (e.date for e in contact.log if e.purpose == "give" and e.initiator != "them" and e.counts)
    return any(_recent(when, day, window) for when in (*favours, *entries))

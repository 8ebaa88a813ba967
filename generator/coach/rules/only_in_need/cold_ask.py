"""Finds requests you plan to make of somebody after a long time without a warm word.

Warm is any entry of the log that counts and is no request. It must be no older, on the day of the request,
than your rhythm with that person or half a year, whichever is longer. Nobody likes to be asked by somebody
they have just met (infoempleo.com), so having met is not enough. It speaks up two weeks before the day,
while there is time for a line that asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.settings import HOUSE, RHYTHMS, Number, Settings
from generator.records.contact import Contact, NextStep
from generator.records.moments import PartialDate
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
EACH = True
USES = RHYTHMS
NUMBERS = (
    Number("warm_days", 180, "days", HOUSE, "H", note="or the person's own rhythm, if that is longer"),
    Number("warning_days", 14, "days", HOUSE, "H", note="how long before the planned day it speaks up"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each planned request without a warm word in time."""
    ahead = settings.days("warning_days")
    for contact in network.contacts.values():
        plan = contact.next
        if plan is None or plan.purpose != "ask" or _has_asked(contact, plan, day):
            continue
        due = plan.date.end if plan.date else None
        warm = _last_warm(contact, day)
        limit = max(settings.rhythm(contact) or 0, settings.days("warm_days"))
        if warm and (max(due or day, day) - min(warm.end, day)).days <= limit:
            continue
        facts: dict[str, Fact] = {"who": contact}
        yield Finding(
            subject=contact, place=plan.origin.at("purpose"), action="keep", due=due,
            over=(day - due).days / max(ahead, 1) if due else 0.0,
            variant="default" if warm else "never", facts=facts | {"date": warm} if warm else facts,
            planned=due is not None and (due - day).days > ahead,
            settle=LogLine(contact.id, "message", "catch_up"), draft="checking-in",
        )


def _last_warm(contact: Contact, day: date) -> PartialDate | None:
    warm = [e.date for e in contact.log if e.counts and e.purpose != "ask" and e.date.start <= day]
    return max(warm, key=lambda when: min(when.end, day), default=None)


def _has_asked(contact: Contact, plan: NextStep, day: date) -> bool:
    """Whether the request was made since its day: the plan stands there still, but it is done."""
    return plan.date is not None and any(
        e.purpose == "ask" and e.initiator != "them" and plan.date.start <= e.date.end and e.date.start <= day
        for e in contact.log
    )

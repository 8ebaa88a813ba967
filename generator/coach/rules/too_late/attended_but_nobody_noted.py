"""Finds events you went to after which nobody you met was written down.

After two business days the faces are still there; after two months they are not, and the rule is silent.
`met: none` in the review is an answer as good as any. A contact who says they met you there, or whose log
names the event, counts as noted. A coffee, a call, a meal, a meeting or an interview with somebody who is in
your network already needs no new name. No source gives a number for noting people; the days are those of
the first message.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.one_by_one import of_each
from generator.coach.prep import FEW
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.network import Network, people_at

SEVERITY: Severity = "warning"
GRADE = "H"
USES = ("business_day_limit",)
NUMBERS = (Number("too_late", 60, "days", HOUSE, "H", note="after that nobody remembers the faces"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event attended of the last weeks, planned for the first two business days."""
    noted = _noted(network)
    for event in network.events.values():
        attended = event.status == "attended" or (event.status == "planned" and event.review is not None)
        if not attended or event.date.date.start > day or event.id in noted or _knew_them(event, network):
            continue
        ended = min(max(event.date.day, _last_day(event)), day)
        if (event.review and event.review.met) or (day - ended).days > settings.days("too_late"):
            continue
        due = settings.workdays.after(ended, settings.days("business_day_limit"))
        yield Finding(
            subject=event, place=event.review.place if event.review else event.origin.at("status"), action="review",
            due=due, over=(day - due) / max(due - ended, timedelta(days=1)), planned=day < due,
            facts={"event": event, "date": event.date.date, "file": event.place.file},
        )


def _noted(network: Network) -> set[str]:
    """The events that some contact's record names."""
    return set().union(*of_each(network, _events_named).values())


def _events_named(_network: Network, contact: Contact) -> set[str]:
    met = {contact.met.event} if contact.met and contact.met.event else set()
    return met | {e.event for e in contact.log if e.event}


def _knew_them(event: Event, network: Network) -> bool:
    """Whether it was a small occasion with somebody who is in the network; its kind must say so."""
    named = (*people_at(event), event.host or "")
    return event.kind is not None and event.kind in FEW and any(who in network.contacts for who in named)


def _last_day(event: Event) -> date:
    return event.end.date.end if event.end and event.end.date else event.date.day

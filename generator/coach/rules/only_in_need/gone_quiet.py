"""Finds people you have not talked to for longer than their rhythm.

The clock starts at the last contact that counts or at the day you met, whichever is later, so that
people never written to are not forgotten. It informs at the rhythm and warns at a multiple of it. Who has a
later day in `next` waits until then: you have thought of them already. While a first message is owed to
somebody you have just met, no-first-follow-up alone speaks.
Who has no rhythm (no closeness, dormant, no `every`) and who was never met or dated is left in peace.
Receivers value a check-in more than senders expect (Liu et al. 2023).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.limits import FIRST, Gap, gap
from generator.coach.settings import HOUSE, RHYTHMS, Number, Settings, numbers_of
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.network import Network
from generator.records.owner import RuleSettings

SEVERITY: Severity = "information"
GRADE = "A"
EACH = True
USES = RHYTHMS
NUMBERS = (
    Number("warning_factor", 1.5, "rhythms", HOUSE, "H"),
    Number("event_ahead", 14, "days", HOUSE, "H", note="how near an event must be to be named"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each contact with a rhythm and a day to count from."""
    first = _first_days(network)
    for contact in network.contacts.values():
        silence = gap(network, contact, day, settings)
        if silence is None or (day >= silence.due and _is_first(silence, day, first)):
            continue
        due, rhythm, variant = silence.due, silence.rhythm, "since-met" if silence.met else "default"
        long = day >= due and (day - silence.since.end).days >= rhythm * settings["warning_factor"]
        facts: dict[str, Fact] = {"who": contact, "date": silence.since, "count": rhythm}
        event = _next_event(network, contact, day, settings.days("event_ahead"))
        if event:
            variant = "will-meet"
            facts |= {"event": event, "on": event.date.date}
        yield Finding(
            subject=contact, place=contact.origin.at("every" if contact.every else "closeness"), action="keep",
            due=due, over=(day - due).days / rhythm, variant=variant, facts=facts,
            severity="warning" if long else None, planned=day < due,
            settle=LogLine(contact.id, "message", "catch_up"), draft="checking-in",
        )


def _first_days(network: Network) -> float | None:
    """How long a first message is owed; None where the rule that speaks of it is off."""
    changed = network.coach.rules.get("no-first-follow-up", RuleSettings())
    return None if changed.off else numbers_of(network, "no-first-follow-up", (FIRST,))[FIRST.name]


def _is_first(silence: Gap, day: date, first: float | None) -> bool:
    """Whether it is the first message that is owed: then no-first-follow-up speaks, and one of the two is enough."""
    return silence.met and first is not None and (day - min(silence.since.end, day)).days <= first


def _next_event(network: Network, contact: Contact, day: date, ahead: int) -> Event | None:
    last = day + timedelta(days=ahead)
    for event in network.events_of.get(contact.id, ()):
        coming = event.status == "planned" and not (event.rsvp and event.rsvp.state == "no")
        if coming and event.date.date.is_exact and day <= event.date.day <= last:
            return event
    return None

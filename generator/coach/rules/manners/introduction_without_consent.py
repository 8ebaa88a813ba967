"""Finds introductions that went out before both sides had said yes, and questions still waiting for a yes.

Ask each side on its own first (Wilson, css-tricks; howardgray.net; adamdraper.vc disagrees, so it is
disputed). One already sent can be mended with a line to whoever was not asked. An answer that has not
come after a week (climbtheladder.com, staceylane.net) invites a kind reminder; a message of yours counts
as one and the week begins anew. After a month it lets both rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Asked, Contact, Introduction
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (
    Number("patience", 7, "days", "climbtheladder.com, staceylane.net: about a week between tries", "B"),
    Number("window", 30, "days", HOUSE, "H", note="older ones are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """For each introduction: one finding if it was sent too soon, or one for each side whose answer is awaited."""
    for contact in network.contacts.values():
        for introduction in contact.introductions:
            other = network.person(introduction.to)
            if other is None or other is contact or not (may_be_named(other, day) and may_be_named(contact, day)):
                continue
            if introduction.sent is None or introduction.sent.start > day:
                yield from _awaited(contact, other, introduction, day, settings)
            elif (day - introduction.sent.end).days <= settings.days("window"):
                yield from _sent(contact, other, introduction)


def _sent(contact: Contact, other: Contact, introduction: Introduction) -> Iterator[Finding]:
    answers = {c.id: introduction.asked[c.id].answer if c.id in introduction.asked else None for c in (contact, other)}
    refused = tuple(c for c in (contact, other) if answers[c.id] is False)
    people = refused or tuple(c for c in (contact, other) if not answers[c.id])
    if people and introduction.sent:
        yield Finding(
            subject=contact, place=introduction.place, action="introduce", variant="refused" if refused else "sent",
            facts={
                "who": contact, "to": other, "both": (contact, other), "people": people, "date": introduction.sent,
                "count": len(people),
            },
            severity="error", key=f"{introduction.to}-{introduction.sent}",
        )


def _awaited(
    contact: Contact, other: Contact, introduction: Introduction, day: date, settings: Settings
) -> Iterator[Finding]:
    asked = introduction.asked
    if any(asked[c.id].answer is False for c in (contact, other) if c.id in asked):
        return  # a no is an answer: there is nothing left to ask
    patience = settings.days("patience")
    for who, whom in ((contact, other), (other, contact)):
        if who.id not in asked or asked[who.id].answer or asked[who.id].date.start > day:
            continue
        ask = _ask(who, asked[who.id], day, patience)
        if (day - min(asked[who.id].date.end, day)).days > settings.days("window"):
            continue
        waiting = day < ask
        yield Finding(
            subject=who, place=introduction.place, action="introduce", due=ask,
            over=(day - ask).days / max(patience, 1), variant="waiting" if waiting else "default",
            facts={"who": who, "to": whom, "date": asked[who.id].date, "ask": ask}, planned=waiting, waiting=waiting,
            key=f"{contact.id}-{other.id}", settle=LogLine(who.id, "message", "follow_up"),
        )


def _ask(who: Contact, asked: Asked, day: date, patience: int) -> date:
    """The day on which a reminder is welcome: a week after the question, or after your last reminder."""
    ask = min(asked.date.end, day) + timedelta(days=patience)
    reminded = [
        min(e.date.end, day) for e in who.log if e.counts and e.initiator != "them" and ask <= e.date.start <= day
    ]
    return max(reminded) + timedelta(days=patience) if reminded else ask

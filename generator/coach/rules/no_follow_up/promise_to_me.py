"""Finds promises of others that have been waiting for long enough to ask, kindly.

Wait about a week between tries (climbtheladder.com, staceylane.net): a week over the date, or after
the day it was promised, a short reminder is welcome. Until then it is only kept in view. A message of
yours from that day on counts as the reminder, and the week begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.settings import Number, Settings
from generator.records.contact import Contact, Promise
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "B"
EACH = True
NUMBERS = (Number("patience", 7, "days", "climbtheladder.com, staceylane.net: about a week between tries", "B"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each open promise of theirs: waiting, and from the day to ask on a reminder."""
    patience = settings.days("patience")
    for contact in network.contacts.values():
        for promise in contact.promises:
            if promise.by != "them" or promise.done:
                continue
            since = promise.due or promise.made
            ask = _ask(contact, since.end, day, patience) if since else None
            ask = settings.workdays.on_or_after(ask) if ask else None
            waiting = ask is None or day < ask
            # Any part of the text names the promise; brackets and semicolons would end the mark.
            words = max(re.split(r"[();]", promise.what), key=len).strip()
            facts: dict[str, Fact] = {"who": contact, "what": promise.what}
            if since and ask:
                facts |= {"date": since, "ask": ask}
            yield Finding(
                subject=contact, place=promise.place, action="promise", due=ask,
                over=(day - ask).days / max(patience, 1) if ask else 0.0,
                variant=_variant(promise, waiting=waiting), facts=facts, planned=waiting, waiting=waiting,
                key=f"{promise.made or ''}-{promise.what}",
                settle=LogLine(contact.id, "email", f"received: {words}"), draft="reminder",
            )


def _ask(contact: Contact, since: date, day: date, patience: int) -> date:
    ask = since + timedelta(days=patience)
    asked = [
        min(e.date.end, day) for e in contact.log
        if e.counts and e.initiator != "them" and ask <= e.date.start <= day
    ]
    return max(asked) + timedelta(days=patience) if asked else ask


def _variant(promise: Promise, *, waiting: bool) -> str:
    if not (promise.due or promise.made):
        return "no-date"
    if waiting:
        return "waiting"
    return "default" if promise.due else "undated"

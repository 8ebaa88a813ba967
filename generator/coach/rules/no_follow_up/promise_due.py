"""Finds promises of yours that are due.

Promises come first, and only what you will keep is worth promising (civilityexperts.com; forbes.es).
It warns shortly before the date and becomes an error after it. A promise without a date counts from
the day it was made, with as many business days as a first message has; with no day at all it speaks
up at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Promise
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
EACH = True
USES = ("business_day_limit", "calendar_day_limit")
NUMBERS = (Number("warning_days", 2, "days", HOUSE, "H", note="how long before the date it speaks up"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each open promise of yours, from the day it is written down."""
    for contact in network.contacts.values():
        for promise in contact.promises:
            if promise.by != "me" or promise.done:
                continue
            due = _due(promise, settings)
            # Any part of the text names the promise; brackets and semicolons would end the mark.
            words = max(re.split(r"[();]", promise.what), key=len).strip()
            facts: dict[str, Fact] = {"who": contact, "what": promise.what}
            if due:
                facts["due"] = promise.due or due
            if promise.made:
                facts["made"] = promise.made
            yield Finding(
                subject=contact, place=promise.place, action="promise", due=due,
                over=(day - due).days / _allowed(promise, due, settings) if due else 0.0,
                variant=_variant(promise, due, day), facts=facts,
                severity="error" if due and day > due else None,
                planned=due is not None and (due - day).days > settings.days("warning_days"),
                key=f"{promise.made or ''}-{promise.what}",
                settle=LogLine(contact.id, "email", f"done: {words}"), draft="promise-kept",
            )


def _due(promise: Promise, settings: Settings) -> date | None:
    if promise.due:
        return promise.due.end
    return settings.workdays.after(promise.made.end, settings.days("business_day_limit")) if promise.made else None


def _allowed(promise: Promise, due: date, settings: Settings) -> int:
    """Days there were for it; where nobody knows, a week."""
    return max((due - promise.made.end).days, 1) if promise.made else max(settings.days("calendar_day_limit"), 1)


def _variant(promise: Promise, due: date | None, day: date) -> str:
    if due is None:
        return "no-date"
    if promise.due:
        return "late" if day > due else "default"
    return "undated-late" if day > due else "undated"

"""Limits: by when something should be done, and since when a silence is counted.

Rules, the week's load and the pages read them here, so that no two of them disagree about a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.weeks import met_on
from generator.coach.workdays import Workdays
from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.records.network import Network, last_contact

FIRST = Number("too_late", 60, "days", HOUSE, "H", note="after that it is left to gone-quiet")
"""How long after meeting somebody a first message is due; the rule no-first-follow-up declares it."""


class Limits(NamedTuple):
    """The day by which something had better be done, and the last one by which it should be."""

    soft: date
    hard: date


def limits(start: date, workdays: Workdays, business_days: int, days: int) -> Limits:
    """The soft limit in business days and the hard one in days, both from `start`; the soft one is never the later."""
    hard = start + timedelta(days=days)
    return Limits(min(workdays.after(start, business_days), hard), hard)


@dataclass(frozen=True, slots=True)
class Gap:
    """How long somebody has not heard from you, against your rhythm: since when, its days, and the day it is over.

    `met` tells that the clock started on the day you met, nothing having been noted since. `planned` tells that
    you have set a later day yourself (`next: {date: …}`), which then is the day.
    """

    since: PartialDate
    rhythm: int
    due: date
    met: bool
    planned: bool = False


def gap(network: Network, contact: Contact, day: date, settings: Settings) -> Gap | None:
    """The gap with somebody, from the last contact that counts or the day you met, whichever is later.

    None where there is no rhythm or no day to count from. A plan whose day has passed moves nothing.
    """
    rhythm = settings.rhythm(contact)
    entry, met = last_contact(contact, day), met_on(network, contact)
    by_entry = met is None or met.start > day or (entry is not None and entry.date.end >= met.end)
    since = (entry.date if entry else None) if by_entry else met
    if rhythm is None or since is None:
        return None
    due = settings.workdays.on_or_after(since.end + timedelta(days=rhythm))
    plan = contact.next.date.end if contact.next and contact.next.date else None
    later = plan is not None and plan >= day and plan > due
    return Gap(since, rhythm, plan if plan and later else due, met=not by_entry, planned=later)

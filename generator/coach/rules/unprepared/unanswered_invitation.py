"""Finds invitations you have not answered yet.

An answer within two days is good manners, five are the most (westmichiganwoman.com, berkshireeagle); a no
in time is as welcome as a yes. A day by which they want to know comes first, if it is sooner. Where the
day of the invitation is not known, it speaks up some days before that date or, without one, before
the event. An invitation dated in the future is taken for one without a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.declining import DRAFT, SHORT_NOTICE
from generator.coach.finding import Fact, Finding, Severity
from generator.coach.settings import Number, Settings
from generator.records.event import Event, Rsvp
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (
    Number("soft_limit", 2, "days", "westmichiganwoman.com, berkshireeagle", "B"),
    Number("hard_limit", 5, "days", "westmichiganwoman.com, berkshireeagle", "B"),
    SHORT_NOTICE,
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each open invitation to an event that is not over."""
    for event in network.events_by_date:
        rsvp = event.rsvp
        if rsvp is None or rsvp.state != "open" or rsvp.replied or event.status != "planned" or event.date.day < day:
            continue
        since, soft, hard = _limits(event, rsvp, day, settings)
        facts: dict[str, Fact] = {"event": event, "date": event.date.date}
        variant = "late" if day > hard else "by" if rsvp.by else "default" if since else "undated"
        if rsvp.by:
            facts["by"] = rsvp.by
        if since and rsvp.invited:
            facts["invited"] = rsvp.invited
        yield Finding(
            subject=event, place=event.origin.at("rsvp"), action="prepare", due=soft,
            over=(day - soft).days / max((soft - (since or soft)).days, 1), variant=variant, facts=facts,
            severity="error" if day > hard else None, planned=day < soft, draft=DRAFT,
        )


def _limits(event: Event, rsvp: Rsvp, day: date, settings: Settings) -> tuple[date | None, date, date]:
    """Since when it waits, as far as known; the day to answer by; the day after which it is an error."""
    two, five = (timedelta(days=settings.days(name)) for name in ("soft_limit", "hard_limit"))
    last = rsvp.by.end if rsvp.by else event.date.day
    if rsvp.invited is None or rsvp.invited.start > day:
        return None, last - (five - two), last
    since = min(rsvp.invited.end, day)
    hard = min(since + five, rsvp.by.end) if rsvp.by else since + five
    return since, min(since + two, hard, event.date.day), hard

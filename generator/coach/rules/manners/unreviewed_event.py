"""Finds events that are over and of which you have not written down how they went.

Two lines for yourself (on time? how much of the talking was yours? how many questions?) are what the
rules about conduct read. It speaks up after three days and stops after two weeks, when memory has faded:
a review is an offer, not a duty. Anything written in `review` settles it. An event that is over and still
says `planned` is asked about, too: perhaps you did not go. The days are our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "H"
NUMBERS = (
    Number("wait", 3, "days", HOUSE, "H"),
    Number("window", 14, "days", HOUSE, "H", note="older ones are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each recent event without a review, planned until it is time."""
    wait = settings.days("wait")
    for event in network.events_by_date:
        last = _last_day(event)
        if not _took_place(event) or _is_reviewed(event) or not 0 < (day - last).days <= settings.days("window"):
            continue
        due = last + timedelta(days=wait)
        yield Finding(
            subject=event, place=event.origin.at("review"), action="review", due=due,
            over=(day - due).days / max(wait, 1), variant="default" if event.status == "attended" else "unmarked",
            facts={"event": event, "date": event.date.date}, planned=day < due,
        )


def _last_day(event: Event) -> date:
    """The day it ended; the last one of its month or year where no more is known."""
    return max(event.date.day, event.end.date.end) if event.end and event.end.date else event.date.day


def _took_place(event: Event) -> bool:
    """Whether you were there, or may have been: what you declined, skipped or was cancelled has no review."""
    declined = event.rsvp is not None and event.rsvp.state == "no"
    return event.status == "attended" or (event.status == "planned" and not declined)


def _is_reviewed(event: Event) -> bool:
    review = event.review
    if review is None:
        return False
    return any(v is not None for v in (review.arrived, review.met, review.questions, review.talk_share, review.lesson))

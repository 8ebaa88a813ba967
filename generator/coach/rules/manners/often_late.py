"""Finds out whether you came after the start to several of your latest events.

Late is after it began: a review counts minutes from the time you meant to be there, which may well be
before the start, and that head start is taken off. A few minutes are let pass. Only your own
reviews are read, and only recent ones; once your last arrival was in time, it says so. Ringing even for
five minutes is taught by mannersmentor and mannerscoach; how often is too often is our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.arrival import minutes_early
from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (
    Number("grace", 3, "minutes", HOUSE, "H"),
    Number("times", 2, "events", HOUSE, "H"),
    Number("counted", 5, "events", HOUSE, "H", note="the latest ones with a review"),
    Number("window", 180, "days", HOUSE, "H", note="older ones are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own arrivals; it stands at the latest late one."""
    arrivals = [(e, _late(e)) for e in network.events_by_date if _recent(e, day, settings.days("window"))]
    told = [(event, late) for event, late in arrivals if late is not None][-max(settings.days("counted"), 1):]
    after = [event for event, late in told if late > settings["grace"]]
    if not after or len(after) < settings.days("times"):
        return
    event = after[-1]
    review = event.review
    yield Finding(
        subject=None, place=review.origin.at("arrived") if review else event.place, action="review",
        variant="default" if event is told[-1][0] else "better",
        facts={"event": event, "date": event.date.date, "count": len(after), "of": len(told)},
    )


def _recent(event: Event, day: date, window: int) -> bool:
    return event.date.date.start <= day and (day - event.date.day).days <= window


def _late(event: Event) -> int | None:
    """Minutes after the start, or after the hour you had set yourself if that was later."""
    if event.review is None or event.review.arrived is None or event.status in ("skipped", "cancelled"):
        return None
    return event.review.arrived - max(minutes_early(event) or 0, 0)

"""Arrival: when to be at an event, and when to leave the house for it."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from generator.coach.settings import Settings
from generator.records.event import Event

LATE = 20  # an arrival from this hour on belongs to the evening before an event that begins at night
NIGHT = 4  # an event that begins before this hour begins at night


def goes_there(event: Event) -> bool:
    """Whether you leave the house for it; a hybrid event counts when its venue is written."""
    return event.kind not in ("call", "webinar") and (event.mode == "in_person" or _hybrid_there(event))


def _hybrid_there(event: Event) -> bool:
    return event.mode == "hybrid" and event.venue is not None


def arrival(event: Event) -> datetime | None:
    """The day and hour at which you want to be there; before midnight for an event just after it."""
    if event.arrive is None or not event.date.date.is_exact:
        return None
    eve = _just_after_midnight(event.date.time) and event.arrive.hour >= LATE
    return datetime.combine(event.date.day - timedelta(days=eve), event.arrive)


def minutes_early(event: Event) -> int | None:
    """Minutes between the arrival you planned and the start, below 0 when it is after; None while one is unknown."""
    at = arrival(event)
    if at is None or event.date.time is None:
        return None
    return int((datetime.combine(event.date.day, event.date.time) - at).total_seconds() // 60)


def leave_home(event: Event, settings: Settings) -> datetime | None:
    """When to leave the house: the arrival less the way and a margin; None while one of them is unknown."""
    at = arrival(event)
    if at is None or event.travel is None:
        return None
    return at - timedelta(minutes=event.travel + settings["travel_margin"])


def _just_after_midnight(start: time | None) -> bool:
    return start is not None and start.hour < NIGHT

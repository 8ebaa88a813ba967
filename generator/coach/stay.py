"""Stay: for whom people tire, a break in the middle of an event and an hour from which they may go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from generator.coach.prep import POINTS, few_people
from generator.coach.settings import Settings
from generator.records.event import Event
from generator.records.owner import Me

SHORT = timedelta(minutes=75)
"""Below this length no break is planned."""

STEP = 5
"""Hours are proposed in steps of so many minutes."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A break and an hour to leave, as far as they are known; `own` when you wrote the hour yourself."""

    pause: time | None
    leave: time | None
    own: bool


def planned_stay(event: Event, me: Me, settings: Settings) -> Stay | None:
    """How long to stay at an event full of people; None for others, and for whom people do not tire.

    The hour to leave is yours, else the limit of its kind where that is before the end; a host stays to the end.
    A webinar tires nobody by its people.
    """
    if not few_people(event, me) or "people" not in POINTS[event.kind] or event.kind == "webinar":
        return None
    start = datetime.combine(event.date.day, event.date.time) if event.date.time else None
    if start is None:
        return Stay(None, event.leave, own=True) if event.leave else None
    limit = start + timedelta(minutes=settings["stay_conference" if event.kind == "conference" else "stay"])
    end = _end(event, start)
    proposed = end if event.kind == "hosted" else limit if end is None or limit < end else None
    leave = _after(start, event.leave) if event.leave else proposed
    until = leave or end or limit
    pause = _rounded(start + (until - start) / 2) if until - start >= SHORT else None
    return Stay(pause, leave.time() if leave else None, own=event.leave is not None) if pause or leave else None


def _end(event: Event, start: datetime) -> datetime | None:
    """The hour it ends that day; unknown for an event of several days, whose hour is the last day's."""
    if event.end is None or event.end.time is None:
        return None
    several = event.end.date is not None and event.end.date.end > event.date.day
    return None if several else _after(start, event.end.time)


def _after(start: datetime, at: time) -> datetime:
    """The first moment of that hour after the start: an evening may end after midnight."""
    same = datetime.combine(start.date(), at)
    return same if same > start else same + timedelta(days=1)


def _rounded(at: datetime) -> time:
    return (at - timedelta(minutes=at.minute % STEP)).time()

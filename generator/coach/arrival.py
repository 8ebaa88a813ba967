"""Arrival: when to be at an event and when to leave the house for it, and what suits it while nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from generator.coach.settings import HOUSE, Number, Settings, numbers_of
from generator.records.event import Event, EventKind
from generator.records.network import Network

ARRIVAL_NUMBERS = (
    Number("office_usual", 5, "minutes", "mannersmentor: five minutes early", "B", note="what the prep sheet proposes"),
    Number("office_most", 10, "minutes", "mannersmentor: five minutes early; ten is also taught", "B",
           note="disputed: the source that says five means five at most"),
    Number("gathering_least", 10, "minutes", HOUSE, "H",
           note="that one comes early is taught (disc-ourse, B), how early is not; disputed for introverts"),
    Number("hosting_least", 15, "minutes", "mannerscoach: the host of a restaurant meal comes 15 minutes early", "B"),
    Number("table_usual", 5, "minutes", HOUSE, "H", note="for a coffee or a meal; what the prep sheet proposes"),
)
"""How early suits which kind; the rule no-arrival-plan declares them."""

OFFICES: frozenset[EventKind | None] = frozenset({"meeting", "interview"})
GATHERINGS: frozenset[EventKind | None] = frozenset({"conference", "meetup"})

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


def leave_home(event: Event, settings: Settings, at: datetime | None) -> datetime | None:
    """When to leave the house to be there `at`: less the way and a margin; None while one of them is unknown."""
    if at is None or event.travel is None:
        return None
    return at - timedelta(minutes=event.travel + settings["travel_margin"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """An hour to be there that would suit, and the number it comes from, as it is set here."""

    at: datetime
    early: int
    number: Number


def proposed_arrival(event: Event, network: Network) -> Proposal | None:
    """The hour that suits the kind, while you wrote none; None where nobody travels or the start is not known."""
    if event.arrive or event.date.time is None or not event.date.date.is_exact or not goes_there(event):
        return None
    name = _usual(event.kind)
    number = next(n for n in ARRIVAL_NUMBERS if n.name == name)
    early = int(numbers_of(network, "no-arrival-plan", ARRIVAL_NUMBERS)[name])
    return Proposal(datetime.combine(event.date.day, event.date.time) - timedelta(minutes=early), early, number)


def _usual(kind: EventKind | None) -> str:
    if kind in OFFICES:
        return "office_usual"
    if kind in GATHERINGS:
        return "gathering_least"
    return "hosting_least" if kind == "hosted" else "table_usual"


def _just_after_midnight(start: time | None) -> bool:
    return start is not None and start.hour < NIGHT

"""Prep: what an event needs beforehand, and what is there already.

The rules about preparation and the prep sheet both read it here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.coach.arrival import goes_there, minutes_early
from generator.coach.pitch import pitch_of
from generator.coach.settings import HOUSE, Number, numbers_of
from generator.records.contact import Contact
from generator.records.event import Event, EventKind, Meeting
from generator.records.network import Network, people_at
from generator.records.owner import Me
from generator.records.places import Place

PointKey = Literal["goal", "place", "topics", "people", "questions", "pitch", "arrival"]
ALL: tuple[PointKey, ...] = ("goal", "place", "topics", "people", "questions", "pitch", "arrival")
_KNOWN: tuple[PointKey, ...] = ("goal", "place", "topics", "questions", "arrival")

POINTS: Mapping[EventKind | None, tuple[PointKey, ...]] = {
    "conference": ALL,
    "meetup": ALL,
    "hosted": ALL,
    "webinar": ("goal", "place", "topics", "people", "questions"),
    "interview": ("goal", "place", "topics", "questions", "pitch", "arrival"),
    "meeting": _KNOWN,
    "coffee": _KNOWN,
    "meal": _KNOWN,
    "call": ("goal", "place", "topics", "questions"),
    None: _KNOWN,
}
"""Which points count for which kind; an event without a kind is asked for no more than a coffee."""

FEW: frozenset[EventKind | None] = frozenset({"coffee", "call", "meal", "meeting", "interview", None})
"""Kinds that bring their own conversation and so need fewer topics."""

WINDOW = Number("warning_days", 7, "days", HOUSE, "H", note="how many days ahead an event is prepared")
TOPIC_NUMBERS = (
    Number("fewest", 3, "topics", "makingconversation: three to five topics", "C"),
    Number("fewest_small", 1, "topics", HOUSE, "H", note="for a coffee, a call, a meal, a meeting or an interview"),
)
"""Numbers of preparation that a rule and the readiness share; the rule few-topics declares them."""

PEOPLE_NUMBERS = (
    Number("most", 3, "people", HOUSE, "H", note="few people: Cain; Leibowitz, inc.com (B)"),
    Number("most_introvert", 2, "people", HOUSE, "H", note="few people: Cain; Leibowitz, inc.com (B)"),
)
"""How many people an event has room for; the rule too-many-to-meet declares them."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of readiness: how much of it there is, and how much is wanted."""

    key: PointKey
    have: int
    want: int

    @property
    def done(self) -> bool:
        """Whether there is enough."""
        return self.have >= self.want


@dataclass(frozen=True, slots=True)
class Readiness:
    """How ready you are for an event: the points that count for its kind, in their order."""

    points: tuple[Point, ...]

    @property
    def done(self) -> int:
        """How many points are done."""
        return sum(p.done for p in self.points)

    @property
    def total(self) -> int:
        """How many points count, seven at most."""
        return len(self.points)

    @property
    def missing(self) -> tuple[Point, ...]:
        """The points that are still open."""
        return tuple(p for p in self.points if not p.done)


def readiness(event: Event, network: Network) -> Readiness:
    """What is prepared for an event and what is not yet."""
    early = minutes_early(event)
    measured: Mapping[PointKey, tuple[int, int]] = {
        "goal": (bool(event.goal), 1),
        "place": (place_known(event, network) + bool(event.date.time), 2),
        "topics": (len(event.topics), topics_wanted(event, numbers_of(network, "few-topics", TOPIC_NUMBERS))),
        "people": (len(event.meet), 1),
        "questions": (sum(bool(m.question) for m in event.meet), len(event.meet) or 1),
        "pitch": (pitch_of(event, network) is not None, 1),
        "arrival": (event.arrive is not None and (early is None or early >= 0), 1),
    }
    return Readiness(tuple(Point(key, int(measured[key][0]), measured[key][1]) for key in points_of(event)))


def points_of(event: Event) -> tuple[PointKey, ...]:
    """The points that count for an event: by its kind, and no arrival where nobody travels."""
    return tuple(p for p in POINTS[event.kind] if p != "arrival" or goes_there(event))


def place_known(event: Event, network: Network) -> bool:
    """Whether it is known where to go or where to join; for a call a telephone number will do."""
    if goes_there(event):
        return event.venue is not None
    if event.kind == "call" and (event.venue or any(_has_phone(c) for c in contacts_at(event, network))):
        return True
    return event.url is not None


def _has_phone(contact: Contact) -> bool:
    ways = contact.channels
    return any((ways.phone, ways.whatsapp, ways.telegram, ways.signal))


def topics_wanted(event: Event, numbers: Mapping[str, float]) -> int:
    """How many topics an event of its kind needs."""
    return int(numbers["fewest_small" if event.kind in FEW else "fewest"])


def few_people(event: Event, me: Me) -> bool:
    """Whether to plan an event for somebody whom people tire: the event says so, or else `me.yml`."""
    return me.introvert if event.introvert is None else event.introvert


def coming(network: Network, day: date, days: int | None = None) -> tuple[Event, ...]:
    """The planned events of today and the next `days` days, earliest first; all of them without `days`.

    One you declined is left out, and so is one without an exact day: nobody can say how near it is.
    """
    last = date.max if days is None else day + timedelta(days=days)
    return tuple(
        e for e in network.events_by_date
        if e.status == "planned" and e.date.date.is_exact and day <= e.date.day <= last
        and not (e.rsvp and e.rsvp.state == "no")
    )


def begun(network: Network, day: date, days: int) -> tuple[Event, ...]:
    """Those coming events for which something is prepared: the others belong to event-without-prep alone."""
    return tuple(e for e in coming(network, day, days) if not is_blank(e))


def is_blank(event: Event) -> bool:
    """Whether nothing was prepared: no goal, no topics, nobody to meet."""
    return not (event.goal or event.topics or event.meet)


def ready_by(event: Event, day: date) -> date:
    """When an event should be ready: the day before, and on the day itself still that day."""
    return max(event.date.day - timedelta(days=1), min(day, event.date.day))


def place_in(event: Event, meeting: Meeting) -> Place:
    """Where somebody to meet stands; a plain name in a list has no place of its own, so it is the list's."""
    return meeting.place if meeting.place.line else event.origin.at("meet")


def lateness(event: Event, day: date, window: int) -> float:
    """How near the day of being ready is, in shares of the days there were: from -1 up to 0."""
    return (day - ready_by(event, day)).days / max(window - 1, 1)


def contacts_at(event: Event, network: Network) -> tuple[Contact, ...]:
    """The contacts you expect or want to meet there, in the order of the file; who invites comes last."""
    named = dict.fromkeys((*people_at(event), event.host or ""))
    return tuple(network.contacts[who] for who in named if who in network.contacts)


def may_be_named(contact: Contact, day: date) -> bool:
    """Whether the coach may bring somebody up in a finding whose subject is an event."""
    over = contact.status == "paused" and contact.until is not None and contact.until < day
    return contact.status == "active" or over

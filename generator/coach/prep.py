"""Prep: what an event needs beforehand, what is there already and what is still open with its people.

The rules about preparation and the prep sheet both read it here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from generator.coach.settings import HOUSE, Number, Settings, resolve
from generator.records.contact import Contact, Favour, Promise
from generator.records.event import Event, EventKind, Meeting
from generator.records.moments import PartialDate
from generator.records.network import Network, people_at
from generator.records.owner import Pitch, RuleSettings
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
        "topics": (len(event.topics), topics_wanted(event, _topic_numbers(network))),
        "people": (len(event.meet), 1),
        "questions": (sum(bool(m.question) for m in event.meet), len(event.meet) or 1),
        "pitch": (pitch_of(event, network) is not None, 1),
        "arrival": (event.arrive is not None and (early is None or early >= 0), 1),
    }
    return Readiness(tuple(Point(key, int(measured[key][0]), measured[key][1]) for key in points_of(event)))


def points_of(event: Event) -> tuple[PointKey, ...]:
    """The points that count for an event: by its kind, and no arrival where nobody travels."""
    return tuple(p for p in POINTS[event.kind] if p != "arrival" or goes_there(event))


def goes_there(event: Event) -> bool:
    """Whether you leave the house for it; a hybrid event counts when its venue is written."""
    return event.kind not in ("call", "webinar") and (event.mode == "in_person" or _hybrid_there(event))


def _hybrid_there(event: Event) -> bool:
    return event.mode == "hybrid" and event.venue is not None


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


def _topic_numbers(network: Network) -> dict[str, float]:
    own = network.coach.rules.get("few-topics", RuleSettings()).numbers
    return resolve(TOPIC_NUMBERS, *({k: float(v) for k, v in n.items()} for n in (network.coach.numbers, own)))


def pitch_of(event: Event, network: Network) -> Pitch | None:
    """The pitch to use: the one it names, else the first in its language; any, if it names no language."""
    pitches = [p for p in network.me.pitches if p.text]
    if event.pitch:
        return next((p for p in pitches if p.id == event.pitch), None)
    if event.language:
        return next((p for p in pitches if p.language == event.language), None)
    best = network.me.languages
    return min(pitches, key=lambda p: best.index(p.language) if p.language in best else len(best), default=None)


@dataclass(frozen=True, slots=True)
class PitchLength:
    """How many words a pitch has, and how many fit into its seconds."""

    words: int
    most: int


def pitch_length(pitch: Pitch, settings: Settings) -> PitchLength:
    """The words of a pitch against its seconds at the usual pace of speaking."""
    words = sum(any(c.isalnum() for c in word) for word in pitch.text.split())
    return PitchLength(words, int(pitch.seconds * settings["words_per_minute"] / 60))


LATE = 20  # an arrival from this hour on belongs to the evening before an event that begins at night
NIGHT = 4  # an event that begins before this hour begins at night


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
    """The contacts you expect or want to meet there, in the order of the file."""
    return tuple(network.contacts[who] for who in people_at(event) if who in network.contacts)


def may_be_named(contact: Contact, day: date) -> bool:
    """Whether the coach may bring somebody up in a finding whose subject is an event."""
    over = contact.status == "paused" and contact.until is not None and contact.until < day
    return contact.status == "active" or over


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle with somebody before you meet: a promise of yours, thanks or an outcome owed."""

    kind: Literal["promise", "thanks", "outcome"]
    record: Promise | Favour

    @property
    def what(self) -> str:
        """The promise or the favour in the user's words."""
        return self.record.what

    @property
    def place(self) -> Place:
        """Where it stands in the data."""
        return self.record.place


def to_settle(event: Event, network: Network, day: date) -> Mapping[str, tuple[Matter, ...]]:
    """By contact id, what is open with the people at an event: promises first, then thanks, then outcomes."""
    open_matters = {c.id: tuple(_matters(c, event.date.day, day)) for c in contacts_at(event, network)}
    return {who: matters for who, matters in open_matters.items() if matters}


def _matters(contact: Contact, meeting: date, day: date) -> Iterator[Matter]:
    for promise in contact.promises:
        # A promise for a day after the meeting may wait: nobody expects it sooner.
        later = promise.due is not None and promise.due.end > meeting
        if promise.by == "me" and not promise.done and not later and not _is_to_come(promise.made, day):
            yield Matter("promise", promise)
    favours = [f for f in contact.favours if f.by == "them" and not _is_to_come(f.date, day)]
    yield from (Matter("thanks", f) for f in favours if not f.thanks)
    for favour in favours:
        outcome = favour.outcome
        known = outcome and (outcome.text or outcome.date) and not _is_to_come(outcome.date, day)
        if known and outcome and not outcome.reported:
            yield Matter("outcome", favour)


def _is_to_come(when: PartialDate | None, day: date) -> bool:
    return when is not None and when.start > day

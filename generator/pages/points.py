"""Points: how far each point of readiness for an event is, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.coach.arrival import minutes_early
from generator.coach.pitch import pitch_length, pitch_of
from generator.coach.prep import Point, PointKey, Readiness, points_of, readiness
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.records.network import people_at
from generator.words.catalogue import N_

SHOWN = 3
"""Fewest points of readiness on the card: open ones first, ready ones to fill it up."""

NAMES: Mapping[PointKey, str] = {
    "goal": N_("What you are going for"),
    "place": N_("Where and when"),
    "topics": N_("Topics"),
    "people": N_("Whom you want to see"),
    "questions": N_("A first question for each"),
    "pitch": N_("How you introduce yourself"),
    "arrival": N_("When to be there"),
}

SECTIONS: Mapping[PointKey, str] = {
    "topics": "#topics", "people": "#people", "questions": "#people", "pitch": "#pitch",
}
"""The sections of the prep sheet that a point leads to; the others stand at its top."""


@dataclass(frozen=True, slots=True)
class PointRow:
    """One point of readiness: its name, how far it is, and where on the prep sheet it stands."""

    name: str
    detail: str
    done: bool
    address: str


def point_rows(desk: Desk, event: Event, ready: Readiness) -> tuple[PointRow, ...]:
    """The points of readiness to show, the open ones first."""
    first = sorted(ready.points, key=lambda p: p.done)
    speech, page = desk.sources.speech, f"events/{event.id}/"
    return tuple(
        PointRow(speech.text(NAMES[p.key]), _DETAILS[p.key](desk, p, event), p.done, page + SECTIONS.get(p.key, ""))
        for p in first[:max(SHOWN, len(ready.missing))]
    )


@dataclass(frozen=True, slots=True)
class Ready:
    """How ready you are for an event, on its own sheet: so many points of so many, and the open ones by name."""

    done: int
    total: int
    missing: tuple[tuple[str, str], ...]


def ready_on_sheet(desk: Desk, event: Event) -> Ready:
    """The readiness of an event, with links to the sections of the sheet itself."""
    ready, text = readiness(event, desk.sources.network), desk.sources.speech.text
    # Where nobody is named and nobody is wanted, the sheet may have no section of people.
    absent = "" if people_at(event) or "people" in points_of(event) else "#people"
    sections = {key: section for key, section in SECTIONS.items() if section != absent}
    return Ready(ready.done, ready.total, tuple((text(NAMES[p.key]), sections.get(p.key, "")) for p in ready.missing))


def _goal(desk: Desk, point: Point, _event: Event) -> str:
    return desk.sources.speech.text(N_("decided") if point.done else N_("to be decided"))


def _place(desk: Desk, point: Point, event: Event) -> str:
    text = desk.sources.speech.text
    if point.done:
        return text("written down")
    if point.have == 0:
        return text("both missing")
    return text(N_("the place is missing") if event.date.time else N_("the hour is missing"))


def _topics(desk: Desk, point: Point, _event: Event) -> str:
    speech = desk.sources.speech
    if point.done:
        return speech.plural("{n} topic", "{n} topics", point.have)
    facts = {"have": speech.number(point.have), "want": speech.number(point.want)}
    return speech.plural("{have} of {want}: one to go", "{have} of {want}: {n} to go", point.want - point.have, **facts)


def _people(desk: Desk, point: Point, _event: Event) -> str:
    speech = desk.sources.speech
    return speech.plural("{n} person", "{n} people", point.have) if point.done else speech.text("nobody chosen yet")


def _questions(desk: Desk, point: Point, event: Event) -> str:
    speech = desk.sources.speech
    if point.done:
        return speech.text("ready")
    if not event.meet:
        return speech.text("nobody chosen yet")
    return speech.plural("one without a question", "{n} without a question", point.want - point.have)


def _pitch(desk: Desk, _point: Point, event: Event) -> str:
    sources = desk.sources
    pitch = pitch_of(event, sources.network)
    if pitch is None:
        return sources.speech.text("none that fits yet")
    words = pitch_length(pitch, sources.settings).words
    return sources.speech.plural("{n} word, {seconds} s", "{n} words, {seconds} s", words,
                                 seconds=sources.speech.number(pitch.seconds))


def _arrival(desk: Desk, _point: Point, event: Event) -> str:
    speech = desk.sources.speech
    if event.arrive is None:
        return speech.text("to be decided")
    early = minutes_early(event)
    return speech.text("after it begins") if early is not None and early < 0 else speech.clock(event.arrive)


_DETAILS: Mapping[PointKey, Callable[[Desk, Point, Event], str]] = {
    "goal": _goal, "place": _place, "topics": _topics, "people": _people, "questions": _questions, "pitch": _pitch,
    "arrival": _arrival,
}

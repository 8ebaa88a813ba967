"""Finds pitches that an event of the next two weeks needs and that you have not said aloud for a while.

A pitch that was written once is read, and not said; two rounds aloud bring it back. No source gives a
number, so both are our own defaults. One pitch is mentioned once, with the first event that uses it: an
event names it, or its kind asks for one (see generator/coach/prep.py). A practice of which only the month
is known counts from the end of it, and one still to come is taken for a plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.pitch import pitch_of
from generator.coach.prep import begun, lateness, points_of, ready_by
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network
from generator.records.owner import Pitch

SEVERITY: Severity = "information"
GRADE = "H"
NUMBERS = (
    Number("stays_fresh", 30, "days", HOUSE, "H"),
    Number("event_ahead", 14, "days", HOUSE, "H", note="how many days before the event it begins to remind"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each pitch to be used soon and not practised of late."""
    ahead = settings.days("event_ahead")
    seen: set[str] = set()
    for event in begun(network, day, ahead):
        pitch = _used(event, network)
        if pitch is None or pitch.id in seen:
            continue
        seen.add(pitch.id)
        last = pitch.practised
        if last and (day - min(last.end, day)).days < settings.days("stays_fresh"):
            continue
        facts: dict[str, Fact] = {"event": event, "date": event.date.day, "pitch": pitch.id}
        yield Finding(
            subject=event, place=pitch.origin.at("practised"), action="prepare", due=ready_by(event, day),
            over=lateness(event, day, ahead), variant="default" if last else "never", key=pitch.id,
            facts={**facts, "practised": last} if last else facts,
        )


def _used(event: Event, network: Network) -> Pitch | None:
    """The pitch you will say there, if there is an occasion for one."""
    return pitch_of(event, network) if event.pitch or "pitch" in points_of(event) else None

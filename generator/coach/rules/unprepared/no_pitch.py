"""Finds events where you introduce yourself to strangers and no pitch of yours fits.

Half a minute, some 75 words, is what is taught (secretaria.es; pugetsound.edu). A pitch fits
when the event names it, or when it is in the event's language; an event without a language takes any.
An event with nothing prepared is left to event-without-prep.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.pitch import pitch_of
from generator.coach.prep import WINDOW, begun, lateness, points_of, ready_by
from generator.coach.settings import Settings
from generator.records.event import Event
from generator.records.network import Network
from generator.records.places import Place

SEVERITY: Severity = "error"
GRADE = "B"
NUMBERS = (WINDOW,)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window whose kind needs a pitch and has none."""
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        if "pitch" not in points_of(event) or pitch_of(event, network):
            continue
        variant, place = _why(event, network)
        facts: dict[str, Fact] = {"event": event, "date": event.date.day}
        yield Finding(
            subject=event, place=place, action="prepare", due=ready_by(event, day), over=lateness(event, day, window),
            variant=variant, facts={**facts, "pitch": event.pitch} if event.pitch else facts,
        )


def _why(event: Event, network: Network) -> tuple[str, Place]:
    if event.pitch:
        return "unknown", event.origin.at("pitch")
    if event.language and any(p.text for p in network.me.pitches):
        return "language", event.origin.at("language")
    return "default", event.place

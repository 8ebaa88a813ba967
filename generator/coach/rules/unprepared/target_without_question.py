"""Finds people you want to meet at an event without a note about them or without a first question.

Whoever asks more, and asks on from the answer, is liked better (Huang et al. 2017); a question that
fits needs a line about the person. An entry counts as having a note with `why` or `research`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.prep import WINDOW, begun, lateness, may_be_named, place_in, ready_by
from generator.coach.settings import Settings
from generator.records.event import Meeting
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "A"
NUMBERS = (WINDOW,)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each person to meet who lacks one or the other, at the events of the window."""
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        for meeting in event.meet:
            variant = _lacking(meeting)
            contact = network.person(meeting.who)
            # Somebody the coach keeps silent about is named in a finding about the event, too.
            if variant is None or (contact and not may_be_named(contact, day)):
                continue
            yield Finding(
                subject=event, place=place_in(event, meeting), action="prepare", due=ready_by(event, day),
                over=lateness(event, day, window), variant=variant, key=meeting.who,
                facts={"who": contact or meeting.who, "event": event, "date": event.date.day},
            )


def _lacking(meeting: Meeting) -> str | None:
    noted = bool(meeting.why or meeting.research)
    if noted and meeting.question:
        return None
    return "no-question" if noted else "no-note" if meeting.question else "neither"

"""Finds events with fewer topics than the occasion needs.

Three to five topics carry a conversation with people you hardly know (makingconversation); where two
people have arranged to meet, one is enough. An event with nothing prepared is left to event-without-prep.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.prep import TOPIC_NUMBERS, WINDOW, begun, lateness, ready_by, topics_wanted
from generator.coach.settings import Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "C"
NUMBERS = (*TOPIC_NUMBERS, WINDOW)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window that lacks topics."""
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        have, want = len(event.topics), topics_wanted(event, settings.numbers)
        if have < want:
            yield Finding(
                subject=event, place=event.origin.at("topics"), action="prepare", due=ready_by(event, day),
                over=lateness(event, day, window), variant="default" if have else "none",
                facts={"event": event, "date": event.date.day, "have": have, "want": want, "count": want - have},
            )

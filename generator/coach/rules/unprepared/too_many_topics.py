"""Finds events with more topics than one can keep in mind while listening.

Three to five topics are taught (makingconversation); beyond that, one follows the list and not the
conversation. Whatever the kind of event, it only remarks on it: nothing has to be thrown away, the rest
waits for another day. An event with nothing prepared is left to event-without-prep.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.prep import WINDOW, begun, lateness, ready_by
from generator.coach.settings import Number, Settings
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "C"
NUMBERS = (Number("most", 5, "topics", "makingconversation: three to five topics", "C"), WINDOW)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window with too many topics."""
    window, most = settings.days("warning_days"), settings.days("most")
    for event in begun(network, day, window):
        have = len(event.topics)
        if have > most:
            yield Finding(
                subject=event, place=event.origin.at("topics"), action="prepare", due=ready_by(event, day),
                over=lateness(event, day, window),
                facts={"event": event, "date": event.date.day, "have": have, "most": most, "count": have - most},
            )

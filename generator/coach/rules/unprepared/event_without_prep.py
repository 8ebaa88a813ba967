"""Finds planned events for which nothing is prepared: no goal, no topics, nobody to meet.

One line is enough to begin with, so one is enough to settle it; the finer rules about an event keep
silent until then. It warns a week ahead and becomes an error three days before, when there is still time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.prep import WINDOW, coming, is_blank
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "H"
NUMBERS = (WINDOW, Number("error_days", 3, "days", HOUSE, "H", note="from so many days before, it is an error"))


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each coming event with nothing prepared, planned until its window opens."""
    warning, error = settings.days("warning_days"), settings.days("error_days")
    for event in coming(network, day):
        if not is_blank(event):
            continue
        left = (event.date.day - day).days
        due = event.date.day - timedelta(days=error)
        yield Finding(
            subject=event, place=event.place, action="prepare", due=due,
            over=(day - due).days / max(warning - error, 1),
            facts={"event": event, "date": event.date.day},
            severity="error" if left <= error else None, planned=left > max(warning, error),
        )

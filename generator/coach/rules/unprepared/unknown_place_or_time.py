"""Finds events close at hand of which it is not written where they are, how to join, or when they begin.

In person a venue is wanted, online a link; for a call a telephone number will do. A hybrid event counts as
one you travel to as soon as its venue is written (see generator/coach/prep.py). From two days before, when
there is still time to ask, it is an error; during the week before, it is kept in view. It speaks even of
events for which nothing is prepared: without a place nobody arrives. The days are our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.arrival import goes_there
from generator.coach.finding import Finding, Severity
from generator.coach.prep import WINDOW, coming, place_known
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "error"
GRADE = "H"
NUMBERS = (Number("error_days", 2, "days", HOUSE, "H", note="from so many days before, it is an error"), WINDOW)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window that lacks one or the other, planned until it is near."""
    window, error = settings.days("warning_days"), settings.days("error_days")
    for event in coming(network, day, max(window, error)):
        variant = _missing(event, network)
        if variant is None:
            continue
        due = event.date.day - timedelta(days=error)
        yield Finding(
            subject=event, place=event.origin.at("date") if variant == "time" else event.place, action="prepare",
            due=due, over=(day - due).days / max(window - error, 1), variant=variant,
            facts={"event": event, "date": event.date.day}, planned=day < due,
        )


def _missing(event: Event, network: Network) -> str | None:
    lacks_time = event.date.time is None
    if place_known(event, network):
        return "time" if lacks_time else None
    where = "venue" if goes_there(event) else "link"
    return f"{where}-and-time" if lacks_time else where

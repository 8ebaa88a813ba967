"""Finds events full of people where you have not chosen anybody to talk to.

Two or three people are plenty, two if people tire you (Cain; Leibowitz); without a name, one drifts to
those one knows. A coffee or a call is with somebody, so the rule is only about conferences, meetups,
webinars and what you host. An event with nothing prepared is left to event-without-prep.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.prep import WINDOW, begun, contacts_at, lateness, may_be_named, points_of, ready_by
from generator.coach.settings import Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (WINDOW,)

MOST_NAMED = 3  # more names than these make no suggestion but a list


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window with nobody to meet; it names contacts who are expected."""
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        if event.meet or "people" not in points_of(event):
            continue
        people = tuple(c for c in contacts_at(event, network) if may_be_named(c, day))[:MOST_NAMED]
        facts: dict[str, Fact] = {"event": event, "date": event.date.day}
        yield Finding(
            subject=event, place=event.origin.at("meet"), action="prepare", due=ready_by(event, day),
            over=lateness(event, day, window), variant="expected" if people else "default",
            facts={**facts, "people": people, "count": len(people)} if people else facts,
        )

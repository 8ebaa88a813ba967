"""Finds out whether you asked no question at the last event you wrote about.

Whoever asks more, and asks on from the answer, is liked better (Huang et al. 2017). The last review with a
number decides, alone: one question the next time, and it is settled. Webinars are left out, where
hundreds listen and few get the word. Only your own reviews are read, and only recent ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "A"
NUMBERS = (Number("window", 180, "days", HOUSE, "H", note="older ones are left as they are"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own questions."""
    window = settings.days("window")
    past = (e for e in network.events_by_date if e.date.date.start <= day and (day - e.date.day).days <= window)
    told = [event for event in past if _tells(event)]
    last = told[-1] if told else None
    if last and last.review and last.review.questions == 0:
        yield Finding(
            subject=None, place=last.review.origin.at("questions"), action="review",
            facts={"event": last, "date": last.date.date},
        )


def _tells(event: Event) -> bool:
    counted = event.review is not None and event.review.questions is not None
    return counted and event.kind != "webinar" and event.status not in ("skipped", "cancelled")

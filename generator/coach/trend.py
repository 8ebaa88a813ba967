"""Trend: what your last reviews say of your own conduct, side by side; nothing is added up to a mark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.records.event import Event
from generator.records.network import Network

LAST = 6
"""How many events are looked back on."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one review tells: minutes after the hour you had in mind, percent of the talking, questions asked."""

    event: Event
    arrived: int | None
    share: int | None
    questions: int | None


def trend(network: Network, day: date, last: Event | None = None) -> tuple[Measure, ...]:
    """The last events whose review tells any of it, oldest first, up to the day, or up to the event `last`."""
    past = [e for e in network.events_by_date if e.date.date.start <= day and e.status not in ("skipped", "cancelled")]
    if last is not None:
        past = [e for e in past if (e.date.day, str(e.date), e.id) <= (last.date.day, str(last.date), last.id)]
    return tuple(m for m in map(_measure, past) if m)[-LAST:]


def _measure(event: Event) -> Measure | None:
    review = event.review
    if review is None:
        return None
    share = None if review.talk_share is None else round(float(review.talk_share) * 100)
    told = any(value is not None for value in (review.arrived, share, review.questions))
    return Measure(event, review.arrived, share, review.questions) if told else None

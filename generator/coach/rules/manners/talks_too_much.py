"""Finds out whether more than half of the talking has been yours of late.

In the best of 25,537 sales calls the seller spoke 43 % of the time (gong.io): another trade, so it is a
nudge and no norm. One event is no habit, so the average of the last three reviews counts, from two on;
and a habit that is already changing needs no remark, so the last one must be above it, too. Interviews
are left out: there you are asked to talk. Only your own reviews are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "B"
NUMBERS = (
    Number("most", 0.5, "share", "gong.io: 43 to 57 in the best of 25,537 sales calls", "B",
           note="another domain; the half is our house default"),
    Number("counted", 3, "events", HOUSE, "H", note="the latest ones with a review"),
    Number("fewest", 2, "events", HOUSE, "H", note="with fewer it says nothing"),
    Number("window", 180, "days", HOUSE, "H", note="older ones are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own talking; it stands at the latest review."""
    counted, most = max(settings.days("counted"), 1), settings["most"]
    window = settings.days("window")
    told = [e for e in network.events_by_date if _share(e) is not None and _recent(e, day, window)][-counted:]
    shares = [share for share in map(_share, told) if share is not None]
    if not shares or len(shares) < settings.days("fewest"):
        return
    average = round(sum(shares) / len(shares), 4)
    last = told[-1]
    if average > most and shares[-1] > most:
        yield Finding(
            subject=None, place=last.review.origin.at("talk_share") if last.review else last.place, action="review",
            facts={"event": last, "date": last.date.date, "share": round(average * 100), "count": len(shares)},
        )


def _recent(event: Event, day: date, window: int) -> bool:
    return event.date.date.start <= day and (day - event.date.day).days <= window


def _share(event: Event) -> float | None:
    """How much of the talking was yours, where it is written and where it was up to you."""
    if event.review is None or event.review.talk_share is None or event.kind == "interview":
        return None
    return None if event.status in ("skipped", "cancelled") else float(event.review.talk_share)

"""Finds people you are about to meet with whom something is still open.

A promise of yours, thanks for their favour (a helper is appreciated less once the goal is reached:
Converse & Fishbach 2012) or word of how it turned out. Two lines beforehand, and you meet with nothing
in between. A promise for a day after the meeting may wait.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.matters import Matter, to_settle
from generator.coach.prep import coming, lateness, ready_by
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Favour
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "A"
NUMBERS = (Number("window", 14, "days", HOUSE, "H", note="how many days before the event it begins to remind"),)

CARD = 3  # from this effort on the ladder asks for more than a message


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each person and event, at the first of the open matters."""
    window = settings.days("window")
    for event in coming(network, day, window):
        for who, matters in to_settle(event, network, day).items():
            contact, first = network.contacts[who], matters[0]
            facts: dict[str, Fact] = {"who": contact, "event": event, "date": event.date.day}
            yield Finding(
                subject=contact, place=first.place, action="prepare", due=ready_by(event, day),
                over=lateness(event, day, window), variant=first.kind, key=event.id,
                facts={**facts, "what": first.what, "count": len(matters)},
                settle=_settle(who, first) if len(matters) == 1 else None,
                draft="thanks" if first.kind == "thanks" else None,
                effort=first.record.effort if isinstance(first.record, Favour) else None,
            )


def _settle(who: str, matter: Matter) -> LogLine | None:
    """The line that settles a matter; none when its words would break the brackets of the mark."""
    if isinstance(matter.record, Favour):
        if matter.kind == "outcome":
            return LogLine(who, "message", "reported")
        return LogLine(who, "message" if matter.record.effort < CARD else "card", f"thanks {matter.record.date}")
    return None if set(matter.what) & set("();") else LogLine(who, "message", f"done: {matter.what}")

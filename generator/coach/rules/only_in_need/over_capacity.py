"""Finds weeks that ask for more small things than you set yourself.

It counts the people whose rhythm, promise or thanks fall due up to Sunday, each once (see
generator/coach/load.py), and informs when they are more than your week holds. Six a week is what the
rhythms of 150 people come to. It is no reproach: promises and thanks first, and the rest may wait; how it
can be laid out over the next weeks is shown with the follow-ups (see generator/coach/spread.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.load import touches
from generator.coach.settings import RHYTHMS, Settings
from generator.coach.weeks import monday_of
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "H"
USES = ("touches_per_week", "business_day_limit", "calendar_day_limit", *RHYTHMS)
NUMBERS = ()


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own week."""
    sunday = monday_of(day) + timedelta(days=6)
    most, found = settings.days("touches_per_week"), touches(network, day, sunday, settings)
    if len(found) <= most:
        return
    waits = min(len(found) - most, sum(touch.held(sunday) is None for touch in found))
    yield Finding(
        subject=None, place=network.me.origin.at("goals"), action="keep", due=sunday,
        variant="default" if waits else "firm",
        facts={"have": len(found), "most": most, "count": waits, "until": sunday}, key=str(sunday),
    )

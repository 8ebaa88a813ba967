"""Finds weeks that brought fewer new people than the goal.

It informs when the last whole ISO week stayed below the goal and warns when most of the last ones
did. Only exact days of meeting count, and only weeks since the first of them; a week under way
that has reached the goal settles the matter. Networking goes with salary and its growth over three
years (Wolff & Moser 2009); that one person a week is enough is our own default.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.weeks import meetings, monday_of, new_people
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "A"
USES = ("new_per_week",)
NUMBERS = (
    Number("weeks_counted", 4, "weeks", HOUSE, "H"),
    Number("weeks_to_warn", 3, "weeks", HOUSE, "H", note="weeks below the goal, of those counted"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own weeks."""
    first = min((met for met, _ in meetings(network, day)), default=None)
    if first is None:
        return
    goal = settings["new_per_week"]
    *past, (this, newest) = new_people(network, day, settings.days("weeks_counted") + 1)
    whole = [(monday, people) for monday, people in past if monday >= monday_of(first)]
    below = [len(people) < goal for _, people in whole]
    many = sum(below) >= settings.days("weeks_to_warn")
    if len(newest) >= goal or not below or not (below[-1] or many):
        return
    monday, people = whole[-1]
    yield Finding(
        subject=None, place=network.me.origin.at("goals"), action="keep", due=this + timedelta(days=6),
        variant="several-weeks" if many else "some" if people else "default",
        facts={"week": monday, "people": people, "goal": goal, "count": sum(below), "weeks": len(whole)},
        severity="warning" if many else None, key=str(this),
    )

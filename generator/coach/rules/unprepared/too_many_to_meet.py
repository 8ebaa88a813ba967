"""Finds events at which you mean to talk to more people than the day has room for.

Few and well chosen: two or three, two if people tire you (Cain; Leibowitz). The rule is about the kinds of
event nobody-to-meet asks about, too; at a dinner or a meeting you talk to everybody anyway. Whether you
are an introvert is said by the event, or else by `me.yml`. It never says whom to leave out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.prep import PEOPLE_NUMBERS, WINDOW, begun, few_people, lateness, points_of, ready_by
from generator.coach.settings import Settings
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "B"
NUMBERS = (*PEOPLE_NUMBERS, WINDOW)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window with more people to meet than that."""
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        introvert = few_people(event, network.me)
        most = settings.days("most_introvert" if introvert else "most")
        have = len({meeting.who for meeting in event.meet})
        if have > most and "people" in points_of(event):
            yield Finding(
                subject=event, place=event.origin.at("meet"), action="prepare", due=ready_by(event, day),
                over=lateness(event, day, window), variant="introvert" if introvert else "default",
                facts={"event": event, "date": event.date.day, "have": have, "most": most},
            )

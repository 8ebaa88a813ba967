"""Finds events you travel to without an arrival planned, or with one that does not suit the occasion.

It warns when there is none or when it is after the start; outside the window of the kind it only
remarks on it. It never speaks of what is usual in a country: you are on time. For introverts an early
arrival at a gathering is optional. An event with nothing prepared is left to event-without-prep.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.arrival import ARRIVAL_NUMBERS, GATHERINGS, OFFICES, goes_there, minutes_early
from generator.coach.finding import Fact, Finding, Severity
from generator.coach.prep import WINDOW, begun, few_people, lateness, ready_by
from generator.coach.settings import Settings
from generator.records.event import Event
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (WINDOW, *ARRIVAL_NUMBERS)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each event of the window you travel to whose arrival is missing or worth a thought.

    Without a start time there is nothing to measure an arrival by, so it says nothing.
    """
    window = settings.days("warning_days")
    for event in begun(network, day, window):
        start = event.date.time
        variant = _variant(event, network, settings) if start and goes_there(event) else None
        if start is None or variant is None:
            continue
        facts: dict[str, Fact] = {"event": event, "date": event.date.day, "start": f"{start.hour}:{start.minute:02}"}
        early = minutes_early(event)
        if event.arrive and early is not None:
            facts |= {"arrive": f"{event.arrive.hour}:{event.arrive.minute:02}", "count": abs(early)}
        yield Finding(
            subject=event, place=event.origin.at("arrive"), action="prepare", due=ready_by(event, day),
            over=lateness(event, day, window), variant=variant, facts=facts,
            severity=None if variant in ("default", "after-start") else "information",
        )


def _variant(event: Event, network: Network, settings: Settings) -> str | None:
    early = minutes_early(event)
    if early is None:
        return "default"
    if early < 0:
        return "after-start"
    if event.kind in OFFICES and early > settings["office_most"]:
        return "early-office"
    if event.kind == "hosted" and early < settings["hosting_least"]:
        return "hosting"
    if event.kind in GATHERINGS and early < settings["gathering_least"] and not few_people(event, network.me):
        return "gathering"
    return None

"""Recurring: on whose clock an event of a calendar is told, and when one that comes round comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from dateutil.rrule import rrulestr
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from generator.exchange.newcomer import Newcomer, Remark

MOST_TIMES = 1_000_000
"""How many occurrences are looked through in a file for the next ones of its events."""

MOST_FRUITLESS = 3
"""After how many rules that never come round, in all the years there are, no further one is tried."""

RHYTHMS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
"""How often an event may come round."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are taken: from which day on, on whose clock, who you are, and whether those without others too."""

    since: date
    zone: str = ""
    mine: frozenset[str] = frozenset()
    called: str = ""
    alone: bool = False


@dataclass
class Found:
    """The events taken, what there is to say, and how many were left out for which reason."""

    events: list[Newcomer]
    remarks: list[Remark]
    past: int = 0
    alone: int = 0
    times: int = 0
    fruitless: int = 0


def listed(value: Any) -> Iterator[Any]:
    """One value or several, one after the other."""
    if value is not None:
        yield from value if isinstance(value, list) else [value]


def replaced(event: Any, wanted: Wanted) -> date | None:
    """Which occurrence of a recurring event this one stands for."""
    when = getattr(event["RECURRENCE-ID"], "dt", None)
    return on_clock(when, clock_of(event, wanted)) if isinstance(when, date) else None


def start_of(event: Any, wanted: Wanted) -> date | None:
    """When an event begins, on its clock."""
    when = getattr(event.get("DTSTART"), "dt", None)
    return on_clock(when, clock_of(event, wanted)) if isinstance(when, date) else None


def on_clock(when: date, clock: str) -> date:
    """A time as one clock shows it."""
    if not isinstance(when, datetime) or when.tzinfo is None:
        return when
    return when.astimezone(ZoneInfo(clock)).replace(tzinfo=None)


def clock_of(event: Any, wanted: Wanted) -> str:
    """On whose clock an event is told: its own where that has a name, yours where it is in UTC or its own way."""
    named = str(event["DTSTART"].params.get("TZID", "")).strip('"/') if event.get("DTSTART") else ""
    if named in WINDOWS_TO_OLSON:  # named after one of many places that keep the same time
        named = WINDOWS_TO_OLSON[named]
        named = wanted.zone if wanted.zone and _keep_the_same_time(named, wanted.zone) else named
    return named if named in available_timezones() - {"UTC", "Etc/UTC"} else wanted.zone or "UTC"


def zone_where(region: str) -> str:
    """The time zone of a region: the only one of its country, or that of Spain's part; else an empty text."""
    if region.startswith("ES"):
        return "Atlantic/Canary" if region == "ES-CN" else "Europe/Madrid"
    zones = get_global("territory_zones").get(region.partition("-")[0], ())
    return zones[0] if len(zones) == 1 else ""


def _keep_the_same_time(one: str, other: str) -> bool:
    """Whether two clocks agree, in winter and in summer."""
    return all(
        datetime(2026, month, 1, tzinfo=ZoneInfo(one)).utcoffset()
        == datetime(2026, month, 1, tzinfo=ZoneInfo(other)).utcoffset()
        for month in (1, 7)
    )


def zone_of(event: Any, wanted: Wanted) -> str:
    """Whose clock it is, where that is not yours."""
    when, clock = event["DTSTART"].dt, clock_of(event, wanted)
    return "" if not isinstance(when, datetime) or when.tzinfo is None or clock == wanted.zone else clock


def rhythm(event: Any) -> str:
    """How often an event comes round: DAILY, WEEKLY."""
    rule = event["RRULE"]
    return str(next(iter((rule[0] if isinstance(rule, list) else rule).get("FREQ", [])), "")).upper()


def next_time(event: Any, start: date, wanted: Wanted, apart: Iterable[date | None], found: Found) -> date | None:
    """The first time from the wanted day on that an event comes round, without those that were moved or dropped."""
    begin = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = event["RRULE"]
    rule = rule[0] if isinstance(rule, list) else rule
    text = ";".join(part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL="))
    until = next((u for u in rule.get("UNTIL", [])), None)
    clock = clock_of(event, wanted)
    last = on_clock(until, clock) if until else None
    dropped = {*apart, *(on_clock(d.dt, clock) for ex in listed(event.get("EXDATE")) for d in ex.dts)}
    if found.fruitless > MOST_FRUITLESS:
        return None
    for when in rrulestr(text, dtstart=begin):
        found.times += 1
        there: date = when if isinstance(start, datetime) else when.date()
        if found.times > MOST_TIMES or (last is not None and day_of(there) > day_of(last)):
            return None
        if day_of(there) >= wanted.since and there not in dropped:
            return there
    found.fruitless += "COUNT=" not in text
    return None


def day_of(when: date) -> date:
    """The day of a date or of a moment."""
    return when.date() if isinstance(when, datetime) else when

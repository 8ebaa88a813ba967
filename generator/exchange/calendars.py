"""Calendars: the events of an iCalendar file that other people come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from dateutil.rrule import rrulestr
from icalendar import Calendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from generator.exchange.newcomer import Newcomer, Remark, one_line
from generator.exchange.tables import UnreadableError, decode
from generator.records.places import Place
from generator.records.scalars import email, link
from generator.words.speech import N_

MOST_EVENTS = 20_000
MOST_PEOPLE = 200
MOST_TIMES = 1_000_000
"""How many occurrences are looked through in a file for the next ones of its events."""

RHYTHMS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
"""How often an event may come round."""


ANSWERS = {"ACCEPTED": "yes", "DECLINED": "no", "TENTATIVE": "maybe"}
"""Your own answer to an invitation."""

_UNREADABLE = N_("The calendar cannot be read: export it anew. ({why})")
_TOO_MANY = N_("There are more than {most} events: export fewer at a time.")
_NO_BEGINNING = N_("This event has no beginning that can be read, so it was left out.")
_TOO_OFTEN = N_("This event comes round more often than daily, so it was left out.")


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


def read_calendar(file: str, raw: bytes, wanted: Wanted) -> Found | None:
    """The events of the file, or None if it is no calendar."""
    text, remarks = decode(file, raw)
    if "BEGIN:VCALENDAR" not in text[:2000].upper():
        return None
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        why = {"why": one_line(str(error))[:120]}
        raise UnreadableError(Remark(Place(file, 1, 1), _UNREADABLE, why)) from error
    found = Found([], list(remarks))
    lines = _begins(text)
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > MOST_EVENTS:
        raise UnreadableError(Remark(Place(file, 1, 1), _TOO_MANY, {"most": str(MOST_EVENTS)}))
    apart = {(_said(event, "UID"), _replaced(event, wanted)) for event in events if event.get("RECURRENCE-ID")}
    for event, line in zip(events, lines, strict=False):
        _take(event, Place(file, line, 1), wanted, found, apart)
    return found


def _begins(text: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]


def _take(event: Any, place: Place, wanted: Wanted, found: Found, apart: set[tuple[str, date | None]]) -> None:
    try:
        start, rule = _start(event, wanted), event.get("RRULE")
        if start is None:
            found.remarks.append(Remark(place, _NO_BEGINNING))
            return
        if rule and not event.get("RECURRENCE-ID"):
            if _rhythm(event) not in RHYTHMS:
                found.remarks.append(Remark(place, _TOO_OFTEN))
                return
            start = _next(event, start, wanted, {when for uid, when in apart if uid == _said(event, "UID")}, found)
        if start is None or _day(start) < wanted.since:
            found.past += 1
            return
        newcomer = _event(event, place, start, wanted)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
        found.remarks.append(Remark(place, _NO_BEGINNING))
        return
    if not (wanted.alone or newcomer.fields.get("expected") or newcomer.fields.get("host")):
        found.alone += 1
        return
    found.events.append(newcomer)


def _event(event: Any, place: Place, start: date, wanted: Wanted) -> Newcomer:
    new = Newcomer(place)
    new.put("title", _said(event, "SUMMARY") or _said(event, "LOCATION") or "…", "SUMMARY")
    new.fields.setdefault("title", "…")
    new.fields["date"] = _moment(start)
    _ends(new, event, start, wanted)
    zone = _zone(event, wanted)
    if zone and isinstance(start, datetime):
        new.fields["time_zone"] = zone
    place_name = _said(event, "LOCATION")
    if place_name.startswith(("http://", "https://")):
        new.put("url", place_name, "LOCATION", link)
    else:
        new.put("venue", place_name, "LOCATION")
    new.put("url", _said(event, "URL"), "URL", link)
    if _said(event, "STATUS").upper() == "CANCELLED":
        new.fields["status"] = "cancelled"
    _people(new, event, wanted)
    new.note(str(event.get("DESCRIPTION", "")))
    if event.get("RRULE"):
        new.leave("RRULE", event["RRULE"].to_ical().decode("utf-8", "replace"))
    return new


def _people(new: Newcomer, event: Any, wanted: Wanted) -> None:
    """Who is expected, who invites, and your own answer; rooms and things are no people."""
    asked = list(_listed(event.get("ATTENDEE")))[:MOST_PEOPLE]
    host = next(iter(_listed(event.get("ORGANIZER"))), None)
    expected: list[dict[str, str]] = []
    for one in asked:
        params = one.params
        if _is_me(one, wanted):
            new.fields["rsvp"] = {"state": ANSWERS.get(str(params.get("PARTSTAT", "")).upper(), "open")}
        elif str(params.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"}:
            new.leave("ATTENDEE", _called(one))
        elif str(params.get("PARTSTAT", "")).upper() == "DECLINED":
            new.leave("ATTENDEE (DECLINED)", _called(one))
        elif person := _named(one):
            expected.append(person)
    if host is not None and not _is_me(host, wanted) and (person := _named(host)):
        new.fields["host"] = person
        expected = [one for one in expected if one != person]
    if expected:
        new.fields["expected"] = expected


def _is_me(one: Any, wanted: Wanted) -> bool:
    name = one_line(str(one.params.get("CN", ""))).casefold()
    return _mail(one) in wanted.mine or (bool(name) and name == wanted.called.casefold())


def _named(one: Any) -> dict[str, str] | None:
    """Somebody by name and address, for the plan to find among the contacts."""
    mail, name = _mail(one), one_line(str(one.params.get("CN", "")))
    shown = name if name and "@" not in name else ""
    return {"mail": mail, "name": (shown or mail)[:200]} if shown or mail else None


def _called(one: Any) -> str:
    return " ".join(filter(None, [one_line(str(one.params.get("CN", ""))), _mail(one)]))


def _mail(one: Any) -> str:
    text = one_line(str(one)).casefold().removeprefix("mailto:")
    try:
        return email(text)
    except ValueError:
        return ""


def _listed(value: Any) -> Iterator[Any]:
    if value is not None:
        yield from value if isinstance(value, list) else [value]


def _said(event: Any, name: str) -> str:
    value = event.get(name)
    return one_line(str(next(_listed(value)))) if value is not None else ""


def _replaced(event: Any, wanted: Wanted) -> date | None:
    """Which occurrence of a recurring event this one stands for."""
    when = getattr(event["RECURRENCE-ID"], "dt", None)
    return _plain(when, _clock(event, wanted)) if isinstance(when, date) else None


def _start(event: Any, wanted: Wanted) -> date | None:
    when = getattr(event.get("DTSTART"), "dt", None)
    return _plain(when, _clock(event, wanted)) if isinstance(when, date) else None


def _plain(when: date, clock: str) -> date:
    """A time as one clock shows it."""
    if not isinstance(when, datetime) or when.tzinfo is None:
        return when
    return when.astimezone(ZoneInfo(clock)).replace(tzinfo=None)


def _clock(event: Any, wanted: Wanted) -> str:
    """On whose clock an event is told: its own where that has a name, yours where it is in UTC or its own way."""
    named = str(event["DTSTART"].params.get("TZID", "")).strip('"/') if event.get("DTSTART") else ""
    if named in WINDOWS_TO_OLSON:  # named after one of many places that keep the same time
        named = WINDOWS_TO_OLSON[named]
        named = wanted.zone if wanted.zone and _keep_the_same_time(named, wanted.zone) else named
    return named if named in available_timezones() - {"UTC", "Etc/UTC"} else wanted.zone or "UTC"


def _keep_the_same_time(one: str, other: str) -> bool:
    """Whether two clocks agree, in winter and in summer."""
    return all(
        datetime(2026, month, 1, tzinfo=ZoneInfo(one)).utcoffset()
        == datetime(2026, month, 1, tzinfo=ZoneInfo(other)).utcoffset()
        for month in (1, 7)
    )


def _zone(event: Any, wanted: Wanted) -> str:
    """Whose clock it is, where that is not yours."""
    when, clock = event["DTSTART"].dt, _clock(event, wanted)
    return "" if not isinstance(when, datetime) or when.tzinfo is None or clock == wanted.zone else clock


def _ends(new: Newcomer, event: Any, start: date, wanted: Wanted) -> None:
    end, clock = event.get("DTEND"), _clock(event, wanted)
    if end is not None and event.get("DURATION") is None:
        length = _between(_plain(event["DTSTART"].dt, clock), _plain(end.dt, clock))
    elif event.get("DURATION") is not None:
        length = event["DURATION"].dt
    else:
        return
    until: date = start + length
    if not isinstance(start, datetime):
        until -= timedelta(days=1)  # the day named as the end is the first one after it
    if until > start:
        same = isinstance(until, datetime) and until.date() == _day(start)
        new.fields["end"] = f"{until:%H:%M}" if same else _moment(until)


def _between(start: date, end: date) -> timedelta:
    if isinstance(start, datetime) != isinstance(end, datetime):
        return timedelta(0)
    return end - start


def _rhythm(event: Any) -> str:
    rule = event["RRULE"]
    return str(next(iter((rule[0] if isinstance(rule, list) else rule).get("FREQ", [])), "")).upper()


def _next(event: Any, start: date, wanted: Wanted, apart: Iterable[date | None], found: Found) -> date | None:
    """The first time from the wanted day on that an event comes round, without those that were moved or dropped."""
    begin = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = event["RRULE"]
    rule = rule[0] if isinstance(rule, list) else rule
    text = ";".join(part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL="))
    until = next((u for u in rule.get("UNTIL", [])), None)
    clock = _clock(event, wanted)
    last = _plain(until, clock) if until else None
    dropped = {*apart, *(_plain(d.dt, clock) for ex in _listed(event.get("EXDATE")) for d in ex.dts)}
    for when in rrulestr(text, dtstart=begin):
        found.times += 1
        there: date = when if isinstance(start, datetime) else when.date()
        if found.times > MOST_TIMES or (last is not None and _day(there) > _day(last)):
            return None
        if _day(there) >= wanted.since and there not in dropped:
            return there
    return None


def _day(when: date) -> date:
    return when.date() if isinstance(when, datetime) else when


def _moment(when: date) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()

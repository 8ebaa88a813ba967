"""Calendars: the events of an iCalendar file that other people come to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from generator.exchange.newcomer import Newcomer, Remark, one_line
from generator.exchange.recurring import (
    RHYTHMS,
    Found,
    Wanted,
    clock_of,
    day_of,
    listed,
    next_time,
    on_clock,
    replaced,
    rhythm,
    start_of,
    zone_of,
)
from generator.exchange.tables import UnreadableError, decode
from generator.records.places import Place
from generator.records.scalars import email, link
from generator.words.catalogue import N_

MOST_EVENTS = 20_000
MOST_PEOPLE = 200

ANSWERS = {"ACCEPTED": "yes", "DECLINED": "no", "TENTATIVE": "maybe"}
"""Your own answer to an invitation."""

_UNREADABLE = N_("The calendar cannot be read: export it anew. ({why})")
_TOO_MANY = N_("There are more than {most} events: export fewer at a time.")
_NO_BEGINNING = N_("This event has no beginning that can be read, so it was left out.")
_TOO_OFTEN = N_("This event comes round more often than daily, so it was left out.")


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
    apart: dict[str, set[date | None]] = {}
    for event in events:
        if event.get("RECURRENCE-ID"):
            apart.setdefault(_said(event, "UID"), set()).add(replaced(event, wanted))
    for event, line in zip(events, lines, strict=False):
        _take(event, Place(file, line, 1), wanted, found, apart)
    return found


def _begins(text: str) -> list[int]:
    return [n for n, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]


def _take(event: Any, place: Place, wanted: Wanted, found: Found, apart: Mapping[str, set[date | None]]) -> None:
    try:
        start, rule = start_of(event, wanted), event.get("RRULE")
        if start is None:
            found.remarks.append(Remark(place, _NO_BEGINNING))
            return
        if rule and not event.get("RECURRENCE-ID"):
            if rhythm(event) not in RHYTHMS:
                found.remarks.append(Remark(place, _TOO_OFTEN))
                return
            start = next_time(event, start, wanted, apart.get(_said(event, "UID"), ()), found)
        if start is None or day_of(start) < wanted.since:
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
    zone = zone_of(event, wanted)
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
    asked = list(listed(event.get("ATTENDEE")))[:MOST_PEOPLE]
    host = next(iter(listed(event.get("ORGANIZER"))), None)
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


def _said(event: Any, name: str) -> str:
    value = event.get(name)
    return one_line(str(next(listed(value)))) if value is not None else ""


def _ends(new: Newcomer, event: Any, start: date, wanted: Wanted) -> None:
    end, clock = event.get("DTEND"), clock_of(event, wanted)
    if end is not None and event.get("DURATION") is None:
        length = _between(on_clock(event["DTSTART"].dt, clock), on_clock(end.dt, clock))
    elif event.get("DURATION") is not None:
        length = event["DURATION"].dt
    else:
        return
    until: date = start + length
    if not isinstance(start, datetime):
        until -= timedelta(days=1)  # the day named as the end is the first one after it
    if until > start:
        same = isinstance(until, datetime) and until.date() == day_of(start)
        new.fields["end"] = f"{until:%H:%M}" if same else _moment(until)


def _between(start: date, end: date) -> timedelta:
    if isinstance(start, datetime) != isinstance(end, datetime):
        return timedelta(0)
    return end - start


def _moment(when: date) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()

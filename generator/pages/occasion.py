"""Occasion: when and where an event is, in words; the prep sheet and the list of events both say it so."""

from __future__ import annotations

from datetime import date

from babel.dates import get_timezone_location

from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.event import Event
from generator.words.catalogue import N_
from generator.words.speech import DateStyle, Speech

NEAR = 2
"""Days from which on they are counted: before, it is today or tomorrow."""


def last_day(event: Event) -> date:
    """The last day an event may have."""
    end = event.end.date if event.end else None
    return end.end if end else event.date.day


def is_over(event: Event, day: date) -> bool:
    """Whether it lies behind you: gone by, or no longer planned."""
    return event.status != "planned" or last_day(event) < day


def in_days(speech: Speech, days: int) -> str:
    """How far away a day is, as it was true on the day of the edition."""
    if days < 0:
        return speech.text("already past")
    if days < NEAR:
        return speech.text("tomorrow") if days else speech.text("today")
    return speech.text("in {n} days", n=speech.number(days))


def when(desk: Desk, event: Event, style: DateStyle = "weekday") -> str:
    """Day and hours of an event: Thursday 26 November, 9:30 to 14:00."""
    speech = desk.sources.speech
    facts = {"day": desk.date(event.date.date, style)}
    words = facts["day"]
    if event.date.time:
        facts["start"] = speech.clock(event.date.time)
        words = speech.text("{day}, {start}", **facts)
    if event.end:
        last, at = event.end.date, event.end.time
        if last and last != event.date.date:
            words = speech.text("{day} to {last}", day=facts["day"], last=desk.date(last, style))
        elif at and event.date.time:
            words = speech.text("{day}, {start} to {end}", end=speech.clock(at), **facts)
    zone = event.time_zone
    if zone and zone != desk.sources.network.me.time_zone and event.date.time:
        city = str(get_timezone_location(zone, locale=speech.locale, return_city=True))
        return speech.text("{when} ({city} time)", when=words, city=city)
    return words


def where(speech: Speech, event: Event) -> str:
    """The place in few words; online where nobody goes."""
    if event.venue and (event.venue.name or event.venue.address):
        return event.venue.name or event.venue.address or ""
    online = event.mode == "online" or event.kind in ("call", "webinar")
    if not online:
        return ""
    return speech.text("By telephone") if event.kind == "call" and not event.url else speech.text("Online")


def state(sources: Sources, event: Event) -> str:
    """What became of an event that did not happen for you, or an empty text; others read only that it was cancelled."""
    speech = sources.speech
    if event.status == "cancelled":
        return speech.text("It was cancelled")
    if not sources.private:
        return ""
    if event.status == "skipped":
        return speech.text(N_("You are not going") if event.date.day > sources.day else N_("You did not go"))
    return speech.text("You said no") if event.rsvp and event.rsvp.state == "no" else ""

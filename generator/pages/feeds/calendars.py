"""Calendars: events, follow-ups and birthdays, together and one by one, for a calendar that subscribes to them.

An id stays the same over edits, so that an entry moves when its date does and is gone when it is done. Nothing
depends on the clock: the stamp of every entry is the day of the edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from generator.coach.finding import Advice
from generator.pages.feeds.lines import address, folded, text
from generator.pages.occasion import where
from generator.pages.page import Feed
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.records.event import Event
from generator.words.catalogue import N_

A_DAY = timedelta(days=1)
BEFORE_EVENT, ON_THE_DAY = "-PT30M", "PT9H"
"""When an alarm goes off: half an hour before an event, at nine on the day of what has no hour."""

LEAP_YEAR = "2000"
"""The year of a birthday whose year was not told: it has a 29 February."""

_SILENT = frozenset({"deceased", "do_not_contact"})


def calendars(sources: Sources) -> Iterator[Feed]:
    """One calendar of everything, and one of each kind; for others only the events they may know of."""
    desk, speech = Desk(sources, ""), sources.speech
    events = [line for e in sources.network.events_by_date for line in _event(desk, e)]
    if not sources.private:
        yield _calendar(sources, "calendar.ics", speech.text("Events"), events)
        yield _calendar(sources, "calendar-events.ics", speech.text("Events"), events)
        return
    tasks = [line for a in sources.backlog for line in _follow_up(desk, a)]
    birthdays = [line for c in sources.network.contacts.values() for line in _birthday(desk, c)]
    yield _calendar(sources, "calendar.ics", "Tertulia", [*events, *tasks, *birthdays])
    yield _calendar(sources, "calendar-events.ics", speech.text("Events"), events)
    yield _calendar(sources, "calendar-follow-ups.ics", speech.text("Follow-ups"), tasks)
    yield _calendar(sources, "calendar-birthdays.ics", speech.text("Birthdays"), birthdays)


def _calendar(sources: Sources, name: str, title: str, entries: Iterable[str]) -> Feed:
    head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Tertulia//Tertulia//{sources.speech.language.upper()}",
        "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{text(title)}", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]
    return Feed(name, folded([*head, *entries, "END:VCALENDAR"]))


def _event(desk: Desk, event: Event) -> Iterator[str]:
    """An event on its day, with its place and the way to its prep sheet; what is declined or has no day is left out."""
    declined = event.rsvp is not None and event.rsvp.state == "no"
    if not event.date.date.is_exact or event.status == "skipped" or declined:
        return
    sources = desk.sources
    own = sources.site and f"{sources.site}events/{event.id}/"
    venue = event.venue and ", ".join(filter(None, [event.venue.name, event.venue.address]))
    yield "BEGIN:VEVENT"
    yield f"UID:event-{event.id}@tertulia"
    yield f"DTSTAMP:{_stamp(sources.day)}"
    yield from _span(sources, event)
    yield f"SUMMARY:{text(event.title)}"
    if place := venue or where(sources.speech, event):
        yield f"LOCATION:{text(place)}"
    if link := own or event.url:
        yield f"URL:{address(link)}"
    if own and sources.private:
        yield f"DESCRIPTION:{text(sources.speech.text('Prep sheet: {address}', address=own))}"
    yield f"STATUS:{'CANCELLED' if event.status == 'cancelled' else 'CONFIRMED'}"
    yield from _alarm(sources, event.title, BEFORE_EVENT if event.date.time else ON_THE_DAY)
    yield "END:VEVENT"


def _span(sources: Sources, event: Event) -> Iterator[str]:
    """Beginning and end: whole days, or moments, in UTC where it is known whose clock is meant."""
    first, at = event.date.day, event.date.time
    last = event.end.date.end if event.end and event.end.date and event.end.date.is_exact else first
    if at is None:
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{max(first, last) + A_DAY:%Y%m%d}"
        return
    start = _moment(sources, event, first, at)
    yield f"DTSTART:{start}"
    if event.end and event.end.time:
        end = _moment(sources, event, last, event.end.time)
        if end > start:
            yield f"DTEND:{end}"


def _moment(sources: Sources, event: Event, day: date, at: time) -> str:
    zone = event.time_zone or sources.network.me.time_zone
    offset = event.date.offset
    if offset is None and zone is None:
        return f"{datetime.combine(day, at):%Y%m%dT%H%M%S}"
    clock = timezone(offset) if offset is not None else ZoneInfo(zone or "UTC")
    return f"{datetime.combine(day, at, clock).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _follow_up(desk: Desk, advice: Advice) -> Iterator[str]:
    """Something to do, on its day; once that has passed, on the day of the edition, where it is seen."""
    due, sources = advice.finding.due, desk.sources
    if due is None:
        return
    day, title = max(due, sources.day), desk.do_plain(advice)
    yield "BEGIN:VEVENT"
    yield f"UID:{advice.id}@tertulia"
    yield f"DTSTAMP:{_stamp(sources.day)}"
    yield from _whole_day(day)
    yield f"SUMMARY:{text(title)}"
    yield f"DESCRIPTION:{text(desk.why_plain(advice))}"
    if sources.site:
        yield f"URL:{address(f'{sources.site}follow-ups/#{advice.id}')}"
    yield "TRANSP:TRANSPARENT"
    yield from _alarm(sources, title, ON_THE_DAY)
    yield "END:VEVENT"


def _birthday(desk: Desk, contact: Contact) -> Iterator[str]:
    """A birthday that was told, every year; on 29 February in the other years it is the last of the month."""
    if not contact.birthday or contact.status in _SILENT:
        return
    sources, month_day = desk.sources, contact.birthday[-5:]
    told = contact.birthday.removeprefix("--")
    year = told[:4] if len(told) > len(month_day) else LEAP_YEAR
    title = sources.speech.text(N_("Birthday: {name}"), name=contact.name.familiar)
    yield "BEGIN:VEVENT"
    yield f"UID:birthday-{contact.id}@tertulia"
    yield f"DTSTAMP:{_stamp(sources.day)}"
    yield from _whole_day(date.fromisoformat(f"{year}-{month_day}"))
    yield f"RRULE:FREQ=YEARLY{';BYMONTH=2;BYMONTHDAY=-1' if month_day == '02-29' else ''}"
    yield f"SUMMARY:{text(title)}"
    yield "TRANSP:TRANSPARENT"
    yield from _alarm(sources, title, ON_THE_DAY)
    yield "END:VEVENT"


def _whole_day(day: date) -> Iterator[str]:
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + A_DAY:%Y%m%d}"


def _alarm(sources: Sources, title: str, trigger: str) -> Iterator[str]:
    """A reminder, where the owner wants them; it stands last, since some calendars read nothing after it."""
    if sources.private and sources.network.me.site.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{text(title)}", f"TRIGGER:{trigger}", "END:VALARM")


def _stamp(day: date) -> str:
    return f"{day:%Y%m%d}T000000Z"

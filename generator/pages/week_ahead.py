"""Week ahead: the next seven days with their events and follow-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.coach.backlog import Backlog
from generator.coach.finding import Action, Advice
from generator.coach.prep import coming
from generator.coach.weeks import WEEK
from generator.coach.workdays import SATURDAY
from generator.pages.chart import part_of
from generator.pages.occasion import last_day
from generator.pages.phrases import filled, sentence_case
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event
from generator.words.catalogue import N_

LONGEST = timedelta(days=31)
"""How long ago an event that still goes on may have begun."""

EVENT_WORDS: Mapping[Action, str] = {"review": N_("review {event}"), "record": N_("note down {event}")}
"""What is to be done about an event, where it is not to prepare it."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its events, and what is due with whom."""

    day: date
    label: str
    events: tuple[Event, ...]
    due: tuple[Markup, ...]
    holiday: bool


def days_ahead(desk: Desk, found: Backlog | None) -> tuple[Day, ...]:
    """Today, with what is late, and the six days after it; a weekend day only when there is something on it."""
    sources = desk.sources
    found_days = []
    for n in range(WEEK.days):
        day = sources.day + timedelta(days=n)
        events = tuple(e for e in coming(sources.network, sources.day - LONGEST) if e.date.day <= day <= last_day(e))
        due = tuple(_due(desk, found, day)) if found else ()
        if events or due or day.weekday() < SATURDAY:
            label = sentence_case(f"{part_of(sources.speech, day, 'EEE')} {day.day}")
            found_days.append(Day(day, label, events, due, sources.settings.workdays.is_holiday(day)))
    return tuple(found_days)


def _due(desk: Desk, found: Backlog, day: date) -> Iterator[Markup]:
    """Whom or what something is due with, each once, linked to the first thing that is."""
    advices = found.now if day == desk.sources.day else (*found.groups["week"], *found.groups["later"])
    named: dict[str, Markup] = {}
    for advice in advices:
        subject = advice.finding.subject
        if day in (desk.sources.day, advice.finding.due):
            to = desk.to(f"follow-ups/#{advice.id}")
            link = Markup('<a href="%s"><bdi>%s</bdi></a>') % (to, _named(desk, advice))
            if isinstance(subject, Event):
                words = EVENT_WORDS.get(advice.finding.action, N_("prepare {event}"))
                link = filled(desk.sources.speech.text(words), event=link)
            named.setdefault(subject.id if subject else advice.id, link)
    yield from named.values()


def _named(desk: Desk, advice: Advice) -> str:
    """What is named in a day's line: the person, the event, or what you do by yourself."""
    subject = advice.finding.subject
    if subject is None:
        return desk.do_plain(advice)
    return subject.name.familiar if isinstance(subject, Contact) else subject.title

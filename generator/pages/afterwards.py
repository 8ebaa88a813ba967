"""Afterwards: what is left to do within two days after an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from generator.pages.occasion import last_day
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.records.network import people_at
from generator.words.catalogue import N_

ALONE = frozenset({"coffee", "call", "meal", "meeting"})
"""Kinds of events that are also kinds of log entries: for these one line in the inbox says it all."""

PREFILLED = 4
"""Most people that the lines to paste name beforehand."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do after an event: when, and what."""

    when: str
    what: str


def steps(desk: Desk, event: Event) -> tuple[Step, ...]:
    """What to do on which day, counted in business days."""
    speech, settings = desk.sources.speech, desk.sources.settings
    small = event.kind in (*ALONE, "interview", None)
    note = N_("Write one line: what you talked about and what you promised.") if small else \
        N_("Write down whom you met: the name, what you talked about, what you promised.")
    last = N_("A few words of thanks, with something you take away from the conversation.") if small else \
        N_("A message to each new person, with a detail of your conversation.")
    texts = [speech.text(note), speech.text("Send what you promised."), speech.text(last)]
    if not event.date.date.is_exact:
        loose = (N_("The same day"), N_("The next working day"), N_("Within two working days"))
        whens = [speech.text(when) for when in loose]
        return tuple(map(Step, whens, texts))
    over = last_day(event)
    next_day = settings.workdays.on_or_after(over + timedelta(days=1))
    limit = settings.workdays.after(over, settings.days("business_day_limit"))
    whens = [
        _name(desk, over), _name(desk, next_day), speech.text("Until {date}", date=desk.date(limit, "weekday")),
    ]
    return tuple(map(Step, whens, texts))


def _name(desk: Desk, day: date) -> str:
    words = desk.date(day, "weekday")
    return words[:1].upper() + words[1:]


def inbox_line(desk: Desk, event: Event) -> str:
    """The line that records a talk with one or two people, or an empty text where a line is not enough."""
    known = [who for who in people_at(event) if who in desk.sources.network.contacts]
    if event.kind not in ALONE or not known or not event.date.date.is_exact:
        return ""
    return f"- {event.date.date} {', '.join(known[:PREFILLED])} {event.kind}: …"

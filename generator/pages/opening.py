"""Opening: the sentence a page begins with, which is the whole answer; everything below it is evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from markupsafe import Markup

from generator.coach.prep import coming
from generator.coach.weeks import WEEK, monday_of
from generator.pages.phrases import enumerated, filled
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.words.speech import N_

Nearness = Literal["today", "tomorrow", "week", "next-week"]

THINGS = (
    N_("One small thing for today."), N_("Two small things for today."), N_("Three small things for today."),
    N_("Four small things for today."), N_("Five small things for today."), N_("Six small things for today."),
    N_("Seven small things for today."), N_("Eight small things for today."), N_("Nine small things for today."),
)
"""What there is to do today, from one thing to nine."""

FIRST = 4
"""So many to begin with, where there are more than that."""

MANY = N_("There is enough here for several days. Begin with the first four.")
NOTHING = N_("Nothing for today. A good day to say hello for no reason.")

ALSO: Mapping[Nearness, str] = {
    "today": N_("And today, {events}."),
    "tomorrow": N_("And tomorrow, {events}."),
    "week": N_("And on {weekday}, {events}."),
    "next-week": N_("And on {weekday} next week, {events}."),
}
"""The next event, after what there is to do."""

ONLY: Mapping[Nearness, str] = {
    "today": N_("For today, {events}."),
    "tomorrow": N_("Nothing for today. Tomorrow, {events}."),
    "week": N_("Nothing for today. On {weekday}, {events}."),
    "next-week": N_("Nothing for today. On {weekday} next week, {events}."),
}
"""The next event, when there is nothing to do."""


def opening(desk: Desk, things: int) -> Markup:
    """The sentence of today: how much there is to do, and which event is near."""
    text = desk.sources.speech.text
    event = _next(desk, ONLY if not things else ALSO)
    if not things:
        return event or Markup.escape(text(NOTHING))
    todo = Markup.escape(text(THINGS[things - 1] if things <= len(THINGS) else MANY))
    return Markup(" ").join([todo, event]) if event else todo


def _next(desk: Desk, sentences: Mapping[Nearness, str]) -> Markup:
    """The sentence about the events of the next day that has any, or nothing beyond next week."""
    sources = desk.sources
    ahead = coming(sources.network, sources.day)
    near = nearness(desk, ahead[0]) if ahead else None
    if near is None:
        return Markup()
    same_day = [desk.link(e) for e in ahead if e.date.day == ahead[0].date.day]
    return filled(sources.speech.text(sentences[near]), events=enumerated(sources.speech, same_day),
                  weekday=sources.speech.weekday(ahead[0].date.day))


def nearness(desk: Desk, event: Event) -> Nearness | None:
    """How people speak of the day of an event: today, tomorrow, by its weekday, next week; None for later ones."""
    day, at = desk.sources.day, event.date.day
    if at == day:
        return "today"
    if at == day + timedelta(days=1):
        return "tomorrow"
    weeks = (monday_of(at) - monday_of(day)) // WEEK
    return None if weeks > 1 else "next-week" if weeks else "week"

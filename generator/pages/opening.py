"""Opening: the sentence a page begins with, which is the whole answer; everything below it is evidence.

Three short parts at most: what there is to do, what happened yesterday and is not yet written down, which event is
near and how ready you are for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from markupsafe import Markup, escape

from generator.coach.backlog import Backlog
from generator.coach.finding import Advice
from generator.coach.prep import coming, is_blank, readiness
from generator.coach.weeks import WEEK, monday_of
from generator.pages.nothing_due import nothing_due
from generator.pages.occasion import last_day
from generator.pages.phrases import enumerated, filled
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event
from generator.words.catalogue import N_

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
THE_ONE = N_("One small thing for today: {do}.")

NAMED = 90
"""Most letters of the only thing to do if it is to be named: a promise may be told at any length."""

NEARNESS: Mapping[Nearness, str] = {
    "today": N_("Today, {events}."),
    "tomorrow": N_("Tomorrow, {events}."),
    "week": N_("On {weekday}, {events}."),
    "next-week": N_("On {weekday} next week, {events}."),
}
"""The next event, when there is nothing to do."""

ALSO: Mapping[Nearness, str] = {
    "today": N_("And today, {events}."),
    "tomorrow": N_("And tomorrow, {events}."),
    "week": N_("And on {weekday}, {events}."),
    "next-week": N_("And on {weekday} next week, {events}."),
}
"""The next event, after what there is to do."""

IN_REACH: frozenset[Nearness] = frozenset({"today", "tomorrow"})
"""When it is said how ready you are: further away there is time, and the card below has every point."""

LEFT = (
    N_("one thing left to prepare"), N_("two things left to prepare"), N_("three things left to prepare"),
    N_("four things left to prepare"), N_("five things left to prepare"), N_("six things left to prepare"),
    N_("seven things left to prepare"),
)
"""How many points of readiness are open; there are seven."""


def opening(desk: Desk, found: Backlog) -> Markup:
    """The sentence of today: how much there is to do, what yesterday left to write down, which event is near."""
    parts = (_things(desk, found.now), _birthdays(desk, found.now), _yesterday(desk, found))
    todo = [part for part in parts if part]
    event = _next(desk, ALSO if todo else NEARNESS)
    if not todo and not _is_today(desk):
        todo = [nothing_due(desk, found, ahead=bool(event))]
    return Markup(" ").join(filter(None, [*todo, event]))


def _things(desk: Desk, now: tuple[Advice, ...]) -> Markup:
    """How much there is to do; the only thing is named, unless the next event or a birthday names it anyway."""
    text = desk.sources.speech.text
    if not now:
        return Markup()
    if len(now) == 1 and not _is_birthday(now[0]) and not _is_about_next(desk, now[0]):
        do = desk.do(now[0])
        if len(do.striptags()) <= NAMED:
            # Every rule says what to do with a verb first.
            return filled(text(THE_ONE), do=Markup(do[:1].lower() + do[1:].rstrip(".")))  # noqa: S704  # it was safe
    return escape(text(THINGS[len(now) - 1] if len(now) <= len(THINGS) else MANY))


def _is_about_next(desk: Desk, advice: Advice) -> bool:
    ahead = coming(desk.sources.network, desk.sources.day)
    return bool(ahead) and ahead[0] in advice.finding.facts.values() and nearness(desk, ahead[0]) is not None


def _is_birthday(advice: Advice) -> bool:
    return advice.rule == "birthday-soon" and advice.finding.variant == "today"


def _birthdays(desk: Desk, now: tuple[Advice, ...]) -> Markup:
    """Whose birthday it is, where a greeting is among the things to do."""
    people = [desk.link(a.finding.subject) for a in now if _is_birthday(a) and isinstance(a.finding.subject, Contact)]
    if not people:
        return Markup()
    speech = desk.sources.speech
    sentence = speech.plural("It is {who}'s birthday.", "It is the birthday of {who}.", len(people), who="{who}")
    return filled(sentence, who=enumerated(speech, people))


def _yesterday(desk: Desk, found: Backlog) -> Markup:
    """The event you came back from yesterday, while nothing is written down about it and its rule may speak."""
    eve = desk.sources.day - timedelta(days=1)
    fresh = [
        event for a in found if a.rule == "unreviewed-event" and a.finding.planned
        if isinstance(event := a.finding.subject, Event) and last_day(event) == eve
    ]
    if not fresh:
        return Markup()
    speech = desk.sources.speech
    sentence = speech.text("Yesterday, {events}: tell yourself in two lines how it went.")
    return filled(sentence, events=enumerated(speech, [desk.link(e) for e in fresh]))


def _is_today(desk: Desk) -> bool:
    ahead = coming(desk.sources.network, desk.sources.day)
    return bool(ahead) and nearness(desk, ahead[0]) == "today"


def _next(desk: Desk, sentences: Mapping[Nearness, str]) -> Markup:
    """The sentence about the events of the next day that has any, or nothing beyond next week."""
    sources = desk.sources
    ahead = coming(sources.network, sources.day)
    near = nearness(desk, ahead[0]) if ahead else None
    if near is None:
        return Markup()
    same_day = [e for e in ahead if e.date.day == ahead[0].date.day]
    events = enumerated(sources.speech, [desk.link(e) for e in same_day])
    if near in IN_REACH and len(same_day) == 1:
        events = _with_readiness(desk, same_day[0], events)
    return filled(sources.speech.text(sentences[near]), events=events,
                  weekday=sources.speech.weekday(ahead[0].date.day))


def _with_readiness(desk: Desk, event: Event, named: Markup) -> Markup:
    """The event with its hour and how ready you are for it."""
    speech, left = desk.sources.speech, len(readiness(event, desk.sources.network).missing)
    if event.date.time:
        at = speech.plural("{event} at {time}", "{event} at {time}", event.date.time.hour, event="{event}",
                           time=speech.clock(event.date.time))
        named = filled(at, event=named)
    if is_blank(event):
        return filled(speech.text("{event}, still to prepare"), event=named)
    words = speech.text(LEFT[left - 1]) if left else speech.text("all ready")
    return filled("{event}: {words}", event=named, words=words)


def nearness(desk: Desk, event: Event) -> Nearness | None:
    """How people speak of the day of an event: today, tomorrow, by its weekday, next week; None for later ones."""
    day, at = desk.sources.day, event.date.day
    if at == day:
        return "today"
    if at == day + timedelta(days=1):
        return "tomorrow"
    weeks = (monday_of(at) - monday_of(day)) // WEEK
    return None if weeks > 1 else "next-week" if weeks else "week"

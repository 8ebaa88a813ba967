"""Afterwards: what is left to do when an event is over, and how it went."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.pages.occasion import last_day
from generator.pages.rendering import Desk, prose
from generator.records.event import Event, Review
from generator.records.network import people_at
from generator.words.speech import N_, Speech

ALONE = frozenset({"coffee", "call", "meal", "meeting"})
"""Kinds of events that are also kinds of log entries: for these one line in the inbox says it all."""

PREFILLED = 4
"""Most people that the lines of a review name beforehand."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do after an event: when, and what."""

    when: str
    what: str


@dataclass(frozen=True, slots=True)
class Told:
    """A review in words: short sentences, whom you met and what you take from it."""

    facts: tuple[str, ...]
    met: tuple[Markup, ...]
    nobody: bool
    lesson: Markup | None


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


def told(desk: Desk, review: Review) -> Told:
    """A review in the reader's language."""
    speech = desk.sources.speech
    facts = []
    if review.arrived is not None:
        facts.append(_arrived(speech, review.arrived))
    if review.questions is not None:
        facts.append(speech.plural("You asked about {n} question.", "You asked about {n} questions.", review.questions)
                     if review.questions else speech.text("You asked no questions this time."))
    if review.talk_share is not None:
        share = speech.number(round(float(review.talk_share) * 100))
        facts.append(speech.text("About {share}% of the talking was yours.", share=share))
    met = tuple(desk.person(who) for who in review.met or () if who != "none")
    return Told(tuple(facts), met, review.met is not None and not met, prose(review.lesson) if review.lesson else None)


def _arrived(speech: Speech, minutes: int) -> str:
    if not minutes:
        return speech.text("You arrived when you meant to.")
    if minutes < 0:
        return speech.plural("You arrived {n} minute before the time you had in mind.",
                             "You arrived {n} minutes before the time you had in mind.", -minutes)
    return speech.plural("You arrived {n} minute after the time you had in mind.",
                         "You arrived {n} minutes after the time you had in mind.", minutes)


def review_lines(desk: Desk, event: Event) -> str:
    """The lines of YAML that would record how an event went, ready to paste and to change."""
    speech, network = desk.sources.speech, desk.sources.network
    people = people_at(event)[:PREFILLED]
    named = [who if who in network.contacts else json.dumps(who, ensure_ascii=False) for who in people]
    lines = [
        *(["status: attended"] if event.status != "attended" else []),
        "review:",
        f"  date: {desk.sources.day}",
        f"  arrived: 0  # {speech.text('minutes after the time you had in mind; below 0 is before')}",
        f"  met: [{', '.join(named or ['none'])}]  # {speech.text('who you really talked to: ids or names')}",
        f"  questions: 5  # {speech.text('how many you asked, more or less')}",
        f"  talk_share: 0.5  # {speech.text('how much of the talking was yours')}",
        f'  lesson: "…"  # {speech.text("what you would do differently")}',
    ]
    return "\n".join(lines)

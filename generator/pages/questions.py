"""Questions: three things to think about for five minutes, picked by what the week was like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.coach.prep import coming
from generator.coach.weeks import WEEK
from generator.pages.rendering import Desk
from generator.pages.week_tally import Tally
from generator.records.event import Event
from generator.records.network import Network
from generator.words.catalogue import N_

ASKED = 3
"""How many questions a week: five minutes' worth."""

RECENT = timedelta(days=90)
"""How long ago a favour may be for its question."""

NEAR = timedelta(weeks=2)
"""How near an event must be for its question."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the questions are chosen by: the week that was, and the events behind and ahead."""

    tally: Tally
    network: Network
    day: date
    attended: Event | None
    ahead: Event | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, when it makes sense to ask it, and the event it names, if it names one."""

    words: str
    fits: Callable[[Facts], object]
    event: Callable[[Facts], Event | None] | None = None


def _always(_: Facts) -> bool:
    return True


def _helped_lately(facts: Facts) -> bool:
    favours = (f for c in facts.network.contacts.values() for f in c.favours)
    return any(f.by == "them" and facts.day - RECENT <= f.date.end <= facts.day for f in favours)


def _has_dormant(facts: Facts) -> bool:
    return any(c.closeness == "dormant" and c.status == "active" for c in facts.network.contacts.values())


QUESTIONS = (
    Question(N_("Of the people you met, whom could you give a hand this week?"), lambda f: f.tally.new),
    Question(N_("Whom would you like to talk to for no reason at all?"), _always),
    Question(N_("At {event}, did you ask more than you told?"), lambda f: f.attended, lambda f: f.attended),
    Question(N_("You asked for something this week. Do they know already what came of it?"), lambda f: f.tally.asks),
    Question(N_("Who has helped you lately and does not know yet what it was good for?"), _helped_lately),
    Question(N_("What would you like to find out at {event}?"), lambda f: f.ahead, lambda f: f.ahead),
    Question(N_("Where could you meet one new person without forcing anything?"), lambda f: not f.tally.new),
    Question(N_("Which two people you know should have met long ago?"), lambda f: len(f.network.contacts) > 1),
    Question(N_("Which hours of this week do you keep for resting from people?"), lambda f: f.network.me.introvert),
    Question(N_("Whom have you not heard from for years, and would be glad to?"), _has_dormant),
    Question(N_("Which conversation of the week did you enjoy most, and why?"), lambda f: f.tally.talks),
    Question(N_("What have you learnt lately that would be of use to somebody else?"), _always),
    Question(N_("Did anybody say something this week that is worth writing down before it fades?"), _always),
)
"""All questions, in the order in which the weeks go through them."""


def questions(desk: Desk, tally: Tally) -> tuple[Markup, ...]:
    """Three of those that fit the facts, spread over the list; the number of the ISO week says where to begin."""
    facts = _facts(desk, tally)
    fitting = [q for q in QUESTIONS if q.fits(facts)]
    start = tally.monday.isocalendar().week
    chosen = [fitting[(start + n * len(fitting) // ASKED) % len(fitting)] for n in range(min(ASKED, len(fitting)))]
    said = ((desk.sources.speech.text(q.words), q.event(facts) if q.event else None) for q in chosen)
    return tuple(desk.telling.sentence(words, {"event": event}) for words, event in said)


def _facts(desk: Desk, tally: Tally) -> Facts:
    network, day = desk.sources.network, desk.sources.day
    last = [
        e for e in network.events_by_date
        if e.status == "attended" and e.date.date.is_exact and tally.monday <= e.date.day < tally.monday + WEEK
    ]
    ahead = [e for e in coming(network, day) if e.date.day <= day + NEAR]
    return Facts(tally, network, day, last[-1] if last else None, ahead[0] if ahead else None)

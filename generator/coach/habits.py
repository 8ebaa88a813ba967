"""Habits: how the owner's five habits are going; the numbers count what you do, never what somebody is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.arrival import minutes_early
from generator.coach.backlog import backlog, is_to_do
from generator.coach.coach import Coaching
from generator.coach.finding import Advice
from generator.coach.limits import gap
from generator.coach.prep import coming, may_be_named, readiness
from generator.coach.rulebook import all_rules
from generator.coach.settings import Settings
from generator.coach.weeks import meetings, new_people
from generator.records.event import Event
from generator.records.network import Network

HabitName = Literal["early", "caring", "prepared", "manners", "thread"]
State = Literal["ok", "go", "see"]

REVIEWS = 5
"""How many of the latest reviews the habit of good manners looks at."""

FEW = 0.5
"""Below this share of people within their rhythm, the habit waits for you."""

MOST = 0.8
"""From this share on, a habit that is counted in shares is on track."""


@dataclass(frozen=True, slots=True)
class Habit:
    """One habit: its state, and how many of how many; `of` is 0 where there is nothing to count yet.

    Of the habits that have no whole (new people, small things to do), `of` counts what there is besides.
    """

    name: HabitName
    state: State
    have: int
    of: int


def habits(network: Network, coaching: Coaching, settings: Settings) -> tuple[Habit, ...]:
    """The five habits, in the order of the mistakes they cure."""
    day = coaching.day
    return (
        _early(network, coaching, day), _caring(network, coaching, settings), _prepared(network, coaching, day),
        _manners(network, coaching, day), _thread(coaching, day),
    )


def _early(network: Network, coaching: Coaching, day: date) -> Habit:
    """New people of the last whole week; its rule sets the state.

    It waits for you when most of the last weeks stayed below the goal and is under way when one did. `of` counts
    those whose day of meeting is known at all: with nobody there is no week to speak of.
    """
    (_, last), _ = new_people(network, day, 2)
    known = sum(1 for _ in meetings(network, day))
    said = [a.severity for a in coaching.open if a.rule == "week-without-new-contact"]
    grave = any(s in ("error", "warning") for s in said)
    return Habit("early", "see" if grave else "go" if said or not known else "ok", len(last), known)


def _caring(network: Network, coaching: Coaching, settings: Settings) -> Habit:
    """People within their rhythm, of those who have a rhythm and a day to count it from.

    Somebody is outside when gone-quiet has fired; whom you silence there, or who rests, is not counted. Another
    warning of the same mistake (three asks in a row, say) keeps it under way however many are within.
    """
    day, silent = coaching.day, set(_subjects((*coaching.ignored, *coaching.resting), "gone-quiet"))
    people = (c for c in network.contacts.values() if c.id not in silent and may_be_named(c, day))
    counted = {c.id for c in people if gap(network, c, day, settings)}
    outside = counted & set(_subjects(coaching.open, "gone-quiet"))
    within, total = len(counted) - len(outside), len(counted)
    other = any(a.severity in ("error", "warning") for a in _of_mistake(coaching.open, 2) if a.rule != "gone-quiet")
    share = within / total if total else FEW
    return Habit("caring", "see" if share < FEW else "ok" if share >= MOST and not other else "go", within, total)


def _prepared(network: Network, coaching: Coaching, day: date) -> Habit:
    """Points ready of the next event; the rules about preparation set the state.

    It waits for you when one of them is an error, is under way when one has anything to say, and is on track
    when none has: an event far away needs nothing yet.
    """
    event = next(iter(coming(network, day)), None)
    ready = readiness(event, network) if event else None
    state = _state(_of_mistake(coaching.open, 3))
    return Habit("prepared", state, ready.done, ready.total) if ready else Habit("prepared", state, 0, 0)


def _manners(network: Network, coaching: Coaching, day: date) -> Habit:
    """Arrivals on time at the last five events whose review tells it; on time is before it begins.

    An error among the findings about manners makes it wait for you; another finding to act on, or fewer than four
    in five on time, keeps it under way.
    """
    reviewed = [e for e in network.events_by_date if e.date.day <= day and e.review and e.review.arrived is not None]
    latest = reviewed[-REVIEWS:]
    on_time = sum(map(_was_on_time, latest))
    said = [a for a in _of_mistake(coaching.open, 4) if a.finding.subject is None or is_to_do(a)]
    state = _state(a for a in said if a.severity in ("error", "warning"))
    if state == "ok" and latest and on_time / len(latest) < MOST:
        state = "go"
    return Habit("manners", state, on_time, len(latest))


def _was_on_time(event: Event) -> bool:
    """Minutes are counted from when you meant to be there, which may be well before it begins."""
    late = event.review.arrived if event.review else None
    return late is not None and late <= max(minutes_early(event) or 0, 0)


def _thread(coaching: Coaching, day: date) -> Habit:
    """First messages, promises and thanks whose day has passed, and how many more are open.

    One whose day has passed makes it wait for you; open ones that are still in time are the habit at work.
    """
    found = backlog(coaching, day)
    late = sum(1 for _ in _of_mistake(found.groups["late"], 5))
    open_ = sum(1 for a in _of_mistake(found, 5) if not a.finding.waiting) - late
    return Habit("thread", "see" if late else "go" if open_ else "ok", late, open_)


def _state(said: Iterable[Advice]) -> State:
    severities = [a.severity for a in said]
    return "see" if "error" in severities else "go" if severities else "ok"


def _of_mistake(said: Iterable[Advice], number: int) -> Iterator[Advice]:
    rules = all_rules()
    return (a for a in said if a.rule in rules and rules[a.rule].mistake == number)


def _subjects(said: Iterable[Advice], rule: str) -> Iterator[str]:
    return (a.finding.subject.id for a in said if a.rule == rule and a.finding.subject)

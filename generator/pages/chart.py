"""Chart: new people by week, as bars and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.coach.weeks import new_people
from generator.pages.phrases import strong
from generator.pages.rendering import Desk
from generator.words.speech import Speech

WEEKS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One week: the day it begins, how many people were new, and whether it is the one that is spoken of."""

    label: str
    count: int
    now: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The last weeks, the goal for one, and everything said about them."""

    weeks: tuple[Bar, ...]
    goal: int
    title: str
    description: str
    total: Markup
    hint: str


def new_people_chart(desk: Desk) -> Chart:
    """The last twelve ISO weeks up to this one; the last whole week is the one that is spoken of."""
    sources = desk.sources
    speech, goal = sources.speech, int(sources.settings["new_per_week"])
    found = new_people(sources.network, sources.day, WEEKS)
    last_whole = found[-2][0]
    weeks = tuple(Bar(short_day(speech, monday), len(people), monday == last_whole) for monday, people in found)
    total = sum(w.count for w in weeks)
    counts = speech.list([speech.number(w.count) for w in weeks])
    description = speech.text("Week by week: {counts}.", counts=counts)
    return Chart(
        weeks=weeks, goal=goal,
        title=speech.text("New people by week, from {start} to {end}", start=weeks[0].label, end=weeks[-1].label),
        description=f"{description} {_goal(speech, goal)}".strip(),
        total=strong(speech.text("*{n}* in {weeks} weeks", n=speech.number(total), weeks=speech.number(WEEKS))),
        hint=_hint(speech, goal, sources.day),
    )


def _goal(speech: Speech, goal: int) -> str:
    return speech.plural("Your goal is one a week.", "Your goal is {n} a week.", goal) if goal else ""


def _hint(speech: Speech, goal: int, day: date) -> str:
    """What the dotted line is; on a Monday also why the last bar is so low."""
    if not goal:
        return ""
    if day.weekday():
        return speech.plural("The dotted line is your goal: one a week.",
                             "The dotted line is your goal: {n} a week.", goal)
    return speech.plural("The dotted line is your goal: one a week. This week has only just begun.",
                         "The dotted line is your goal: {n} a week. This week has only just begun.", goal)


def short_day(speech: Speech, day: date) -> str:
    """Day and month, as short as an axis needs them: 7 sep."""
    return part_of(speech, day, speech.text("d MMM"))


def part_of(speech: Speech, day: date, pattern: str) -> str:
    """A part of a date by its CLDR pattern, for the axis of a chart or a leaf of the calendar."""
    return speech.written(day, pattern)

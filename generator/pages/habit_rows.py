"""Habit rows: the owner's five habits in words, each with a link to where one can do something about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.habits import Habit, HabitName, State, habits
from generator.coach.prep import coming
from generator.pages.opening import nearness
from generator.pages.phrases import strong
from generator.pages.rendering import Desk
from generator.words.catalogue import N_
from generator.words.speech import Speech

NAMES: Mapping[HabitName, str] = {
    "early": N_("Begin before you need it"), "caring": N_("Keep in touch without asking"),
    "prepared": N_("Come with your homework done"), "manners": N_("Mind your manners"),
    "thread": N_("Say thanks and keep the thread"),
}


@dataclass(frozen=True, slots=True)
class HabitRow:
    """One habit: its name, the fact with its numbers, its state and where it leads."""

    name: str
    fact: Markup
    state: State
    address: str


def habit_rows(desk: Desk) -> tuple[HabitRow, ...]:
    """The five habits of the owner, as of the day of the edition."""
    sources = desk.sources
    return tuple(
        HabitRow(sources.speech.text(NAMES[h.name]), strong(_FACTS[h.name](desk, h)), h.state, _address(desk, h))
        for h in habits(sources.network, sources.coaching, sources.settings)
    )


def _address(desk: Desk, habit: Habit) -> str:
    match habit.name:
        case "early":
            return "week/"
        case "caring":
            return "follow-ups/#kind=keep"
        case "manners":
            return "checklists/"
        case "thread":
            return "follow-ups/#late" if habit.have else "follow-ups/"
    event = next(iter(coming(desk.sources.network, desk.sources.day)), None)
    return f"events/{event.id}/" if event else "events/"


# In the messages below asterisks mark the figures; nothing that was typed by anybody goes into them.


def _early(desk: Desk, habit: Habit) -> str:
    speech = desk.sources.speech
    if not habit.of:
        return speech.text("No day of meeting written down yet")
    if not habit.have:
        return speech.text("Nobody new last week")
    return speech.plural("*{n}* new person last week", "*{n}* new people last week", habit.have)


def _caring(desk: Desk, habit: Habit) -> str:
    speech = desk.sources.speech
    if not habit.of:
        return speech.text("Nobody with a rhythm yet")
    return speech.plural("*{have} of {n}* person within your rhythm",
                         "*{have} of {n}* people within your rhythm", habit.of, have=speech.number(habit.have))


def _prepared(desk: Desk, habit: Habit) -> str:
    speech = desk.sources.speech
    event = next(iter(coming(desk.sources.network, desk.sources.day)), None)
    if event is None:
        return speech.text("Nothing on your calendar")
    near = nearness(desk, event)
    sentence = {
        "today": N_("*{done} of {all}* points ready for today"),
        "tomorrow": N_("*{done} of {all}* points ready for tomorrow"),
        "week": N_("*{done} of {all}* points ready for {weekday}"),
        "next-week": N_("*{done} of {all}* points ready for {weekday} next week"),
    }[near] if near else N_("*{done} of {all}* points ready for {date}")
    facts = {"weekday": speech.weekday(event.date.day), "date": desk.date(event.date.day)}
    return speech.text(sentence, done=speech.number(habit.have), all=speech.number(habit.of), **facts)


def _manners(desk: Desk, habit: Habit) -> str:
    speech = desk.sources.speech
    if not habit.of:
        return speech.text("No review of an event yet")
    said = speech.plural("*{have} of {n}*, on time the last time", "*{have} of {n}* last times, on time",
                         habit.of, have=speech.number(habit.have))
    # Everybody greeted in time, and a letter or a present that still needs a look: the habit waits for that one.
    return speech.text("{said}; something else needs a look", said=said) if habit.state == "see" else said


def _thread(desk: Desk, habit: Habit) -> str:
    speech: Speech = desk.sources.speech
    if habit.have:
        return speech.plural("*{n}* small thing past its date", "*{n}* small things past their date", habit.have)
    if habit.of:
        return speech.plural("*{n}* small thing open, in time", "*{n}* small things open, all in time", habit.of)
    return speech.text("Everything thanked for and kept")


_FACTS: Mapping[HabitName, Callable[[Desk, Habit], str]] = {
    "early": _early, "caring": _caring, "prepared": _prepared, "manners": _manners, "thread": _thread,
}

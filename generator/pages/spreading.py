"""Spreading: how the week's people fit into it, and the proposal for a week that asks for too much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.coach.spread import Move, Spread, SpreadWeek, Why, proposal
from generator.coach.weeks import monday_of
from generator.pages.phrases import enumerated
from generator.pages.rendering import Desk
from generator.words.catalogue import N_

WHYS: Mapping[Why | None, str] = {
    "promise": N_("Promised"), "thanks": N_("Thanks"), "urgent": N_("It will not wait"),
    "meeting": N_("You will meet"), "plan": N_("Day set already"), None: N_("It is their turn"),
}
"""Why somebody stays in a week, in the order in which it is said."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody who can wait until a day: the file to write it in, the line, and whether a next step stands there."""

    id: str
    who: Markup
    day: date
    file: str
    line: str
    has_step: bool


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """One week of the proposal: who stays, by reason, and who comes to it."""

    title: str
    stays: tuple[tuple[str, Markup], ...]
    moves: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """How many people this week asks for; the weeks of the proposal, none where all fits or nobody can wait."""

    sentence: str
    weeks: tuple[WeekLoad, ...]


def load(desk: Desk) -> Load | None:
    """This week's load, and the proposal if it is too much; nothing where nobody is due."""
    sources = desk.sources
    found = proposal(sources.network, sources.coaching, sources.settings)
    if not found.asked:
        return None
    weeks: list[SpreadWeek] = []
    if found.is_needed:
        last = max(week.monday for week in found.weeks if week.moves)
        weeks = [week for week in found.weeks if week.monday <= last]
    return Load(_sentence(desk, found), tuple(_week(desk, week) for week in weeks))


def _sentence(desk: Desk, found: Spread) -> str:
    speech = desk.sources.speech
    most = speech.number(found.most)
    if found.asked <= found.most:
        return speech.plural("One person this week; your limit is {most}.",
                             "{n} people this week; your limit is {most}.", found.asked, most=most)
    if not found.is_needed:
        return speech.text("{n} people; your limit is {most}. Begin with the ones who expect something.",
                           n=speech.number(found.asked), most=most)
    return speech.text("{n} people; your limit is {most}. What is promised, thanks and what comes before a meeting "
                       "keep their day; a hello can wait.", n=speech.number(found.asked), most=most)


def _week(desk: Desk, week: SpreadWeek) -> WeekLoad:
    text = desk.sources.speech.text
    this = week.monday == monday_of(desk.sources.day)
    title = text("This week") if this else text("The week of {date}", date=desk.date(week.monday))
    return WeekLoad(title, tuple(_stays(desk, week)), tuple(_moved(desk, m) for m in week.moves))


def _stays(desk: Desk, week: SpreadWeek) -> Iterator[tuple[str, Markup]]:
    speech = desk.sources.speech
    for why, label in WHYS.items():
        people = [desk.link(stay.touch.contact) for stay in week.stays if stay.why == why]
        if people:
            yield speech.text(label), enumerated(speech, people)


def _moved(desk: Desk, move: Move) -> Moved:
    contact = move.touch.contact
    file = contact.place.file or f"contacts/{contact.id}.yml"
    line = f"date: {move.day}" if contact.next else f"next: {{date: {move.day}}}"
    return Moved(f"spread-{contact.id}", desk.link(contact), move.day, f"data/{file}", line, contact.next is not None)

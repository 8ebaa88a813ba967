"""Beat: the times you and somebody were in touch, on a line, against the rhythm you have in mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.coach.pauses import LONG, Pauses, pauses_of
from generator.pages.chart import part_of
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_
from generator.words.speech import Speech

LEFT, RIGHT, NEAR = 4, 356, 6
"""Where the line begins and ends, and how near two marks may be, in the units of the drawing."""

SPANS = {False: N_("the last twelve months"), True: N_("the last two years")}
"""What the span of the line is called, by whether it is the long one."""


@dataclass(frozen=True, slots=True)
class Beat:
    """The line: marks where you were in touch, stretches by whether they are within the rhythm, and the sentence."""

    sentence: str
    marks: tuple[float, ...]
    within: tuple[tuple[float, float], ...]
    beyond: tuple[tuple[float, float], ...]
    months: tuple[tuple[float, str], ...]
    rhythm: bool


def beat(desk: Desk, contact: Contact) -> Beat | None:
    """The line with somebody you may be in touch with; None where there is nothing to draw."""
    found = pauses_of(contact, desk.sources.day, desk.sources.settings)
    if found is None or contact.status not in ("active", "paused"):
        return None
    within, beyond = _stretches(found)
    return Beat(_sentence(desk.sources.speech, found), _marks(found), within, beyond,
                tuple(_months(desk.sources.speech, found)), found.rhythm is not None)


def _x(found: Pauses, day: date) -> float:
    return round(LEFT + (RIGHT - LEFT) * (day - found.start).days / (found.day - found.start).days, 1)


def _marks(found: Pauses) -> tuple[float, ...]:
    """A mark for each time; those that would touch the one before share it."""
    marks: list[float] = []
    for touch in found.touches:
        x = _x(found, touch)
        if not marks or x - marks[-1] >= NEAR:
            marks.append(x)
    return tuple(marks)


def _stretches(found: Pauses) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
    """The line after each time as long as the rhythm reaches, and what of the pauses is beyond it."""
    within: list[tuple[float, float]] = []
    beyond: list[tuple[float, float]] = []
    for pause in found.pauses:
        rhythm = pause.days if found.rhythm is None else min(found.rhythm, pause.days)
        start, end = max(_x(found, pause.start), float(LEFT)), _x(found, pause.end)
        turn = min(max(start, _x(found, pause.start) + (RIGHT - LEFT) * rhythm / (found.day - found.start).days), end)
        turn = round(turn, 1)
        within += [(start, turn)] if turn > start else []
        beyond += [(turn, end)] if end > turn else []
    return tuple(within), tuple(beyond)


def _months(speech: Speech, found: Pauses) -> list[tuple[float, str]]:
    """The first and the last month, and the turn of each year that has room between them."""
    ends = [(float(LEFT), part_of(speech, found.start, "MMM y")), (float(RIGHT), part_of(speech, found.day, "MMM y"))]
    turns = [(_x(found, date(year, 1, 1)), str(year)) for year in range(found.start.year + 1, found.day.year + 1)]
    inner = [turn for turn in turns if LEFT + 80 < turn[0] < RIGHT - 80]
    return [ends[0], *inner, ends[1]]


def _sentence(speech: Speech, found: Pauses) -> str:
    """The whole line in one sentence."""
    times, span = len(found.touches), speech.text(SPANS[found.months == LONG])
    if not times:
        return speech.text("Nothing noted between you in {span}.", span=span)
    if found.rhythm is None:
        return speech.plural("In touch once in {span}.", "In touch {n} times in {span}.", times, span=span)
    every = speech.number(found.rhythm)
    if found.longest <= found.rhythm:
        return speech.plural(
            "In touch once in {span}, and no pause was longer than the {every} days you have in mind.",
            "In touch {n} times in {span}, and no pause was longer than the {every} days you have in mind.",
            times, span=span, every=every,
        )
    return speech.plural(
        "In touch once in {span}; the longest pause was {pause} days, and you have {every} in mind.",
        "In touch {n} times in {span}; the longest pause was {pause} days, and you have {every} in mind.",
        times, span=span, every=every, pause=speech.number(found.longest),
    )

"""Both ways: a year of give and take with everybody, what is still to be closed, and with whom it went last.

No balance is struck: it shows what happened, so that nothing is forgotten; for its owner only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.coach.months import months_to
from generator.pages.chart import part_of
from generator.pages.given import YEAR, Given, given_in_a_year
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.words.speech import Speech

ADDRESS = "give-and-take/"

OPEN_RULES = ("missing-thanks", "loop-left-open", "thanks-too-small", "promise-due", "promise-to-me")
"""The rules about what one of you still waits for."""

SHOWN, PEOPLE = 6, 12
"""Most open things, and most people of either side with a drawing: the others follow by name."""

MONTHS, AXIS, ROOM = 12, 80, 48
"""How many months, where the axis stands and how far a bar may go: the words above and below keep clear of it."""

WIDTH, MIDDLE = 120, 14
RADII = (2.5, 2.5, 3.5, 3.5, 5)
"""The drawing of one person: how wide, where its axis stands, and the size of a dot by its effort."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its name, short and in full, what went either way, and how long the two bars are."""

    label: str
    name: str
    mine: int
    theirs: int
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One favour in the drawing of a person: above the axis it was yours."""

    x: float
    y: float
    radius: float
    mine: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the year: the latest thing between you, and the dots of the drawing."""

    who: Markup
    latest: Given
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Those with whom the latest thing came from the same side: the last ones drawn, the others by name."""

    drawn: tuple[Person, ...]
    others: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """Something still open: what there is to do, where it is prepared, and whether it is somebody else's turn."""

    do: str
    href: str
    waiting: bool


def pages(sources: Sources) -> Iterator[Page]:
    """The one page of give and take; others see nothing of it."""
    if not sources.private:
        return
    desk = Desk(sources, ADDRESS)
    yield desk.later("both_ways", sources.speech.text("Give and take"), lambda: _view(desk), tab="week/")


def _view(desk: Desk) -> Mapping[str, Any]:
    sources = desk.sources
    people = [(c, g) for c in sources.network.contacts.values() if (g := given_in_a_year(desk, c))]
    everything = [one for _, given in people for one in given]
    loops = [Loop(desk.do_plain(a), desk.to(f"follow-ups/#{a.id}"), a.finding.waiting)
             for a in sources.backlog if a.rule in OPEN_RULES]
    months = _months(desk, everything)
    return {
        "sentence": _sentence(sources.speech, everything), "months": months, "told": _told(sources.speech, months),
        "loops": loops[:SHOWN], "more": len(loops[SHOWN:]), "axis": AXIS, "any": bool(everything),
        "theirs": _side(desk, people, mine=False), "mine": _side(desk, people, mine=True),
    }


def _sentence(speech: Speech, everything: Sequence[Given]) -> str:
    mine = sum(one.mine for one in everything)
    theirs = len(everything) - mine
    facts = {"mine": _times(speech, mine), "theirs": _times(speech, theirs)}
    if mine and theirs:
        return speech.text("In a year you lent a hand {mine}, and were lent one {theirs}.", **facts)
    if mine:
        return speech.text("In a year you lent a hand {mine}.", **facts)
    if theirs:
        return speech.text("In a year you were lent a hand {theirs}.", **facts)
    return speech.text("No favours noted in the last twelve months.")


def _times(speech: Speech, n: int) -> str:
    return speech.text("twice") if n == 2 else speech.plural("once", "{n} times", n)  # noqa: PLR2004  # a word


def _months(desk: Desk, everything: Sequence[Given]) -> tuple[Month, ...]:
    """The twelve months up to this one; what is left of the first month a year ago counts in none of them."""
    day, speech = desk.sources.day, desk.sources.speech
    found = Counter((one.placed(day).replace(day=1), one.mine) for one in everything)
    starts = months_to(day, MONTHS)
    unit = ROOM / max([found[start, mine] for start in starts for mine in (True, False)] + [3])
    return tuple(Month(part_of(speech, start, "MMM"), part_of(speech, start, "MMM y"), found[start, True],
                       found[start, False], round(found[start, True] * unit, 1), round(found[start, False] * unit, 1))
                 for start in starts)


def _told(speech: Speech, months: Sequence[Month]) -> str:
    return speech.text("Month by month, from you: {mine}. From others: {theirs}.",
                       mine=speech.list([speech.number(m.mine) for m in months]),
                       theirs=speech.list([speech.number(m.theirs) for m in months]))


def _side(desk: Desk, people: Sequence[tuple[Contact, tuple[Given, ...]]], *, mine: bool) -> Side:
    """Those with whom the latest thing was yours, or theirs; the last ones first."""
    those = [(c, given) for c, given in people if given[0].mine is mine]
    those.sort(key=lambda found: (found[1][0].date.end, found[0].id), reverse=True)
    drawn = tuple(Person(desk.link(c), given[0], tuple(_dots(given, desk.sources.day))) for c, given in those[:PEOPLE])
    return Side(drawn, tuple(desk.link(contact) for contact, _ in those[PEOPLE:]))


def _dots(given: Sequence[Given], day: date) -> Iterator[Dot]:
    for one in given:
        radius = RADII[one.effort - 1]
        x = 6 + (WIDTH - 12) * (1 - (day - one.placed(day)).days / YEAR.days)
        yield Dot(round(x, 1), MIDDLE - radius - 2 if one.mine else MIDDLE + radius + 2, radius, one.mine)

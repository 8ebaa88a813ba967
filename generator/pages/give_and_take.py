"""Give and take: a drawing of what went either way between two people in a year, and the same in words.

No totals: it shows what happened, nobody owes anything by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.pages.given import YEAR, Given, given_in_a_year
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.speech import Speech

WIDTH, LEFT, RIGHT, AXIS = 360, 18, 342, 76
RADII = (8, 8, 11, 11, 16)
"""The size of a dot by the effort behind it, 1 to 5."""

DRAWN = 6
"""Most dots on one side: with more they would touch, and the list below has them all."""

LETTER = 6.4
"""How wide a letter of a label is, about."""

HALF_MONTH = 17
"""Half the width of a month's short name, with some air."""

LABEL = 20
"""Most characters of a label."""

FEWEST = 7
"""Fewest characters of a shortened label: with less it says nothing."""

@dataclass(frozen=True, slots=True)
class Dot:
    """One of them as it is drawn; `label` is empty where there is no room for one."""

    x: float
    y: int
    radius: int
    stem: int
    label: str
    label_x: float
    anchor: str
    month: str
    month_y: int
    mine: bool


@dataclass(frozen=True, slots=True)
class GiveAndTake:
    """A year between two people: everything, the newest first, and the dots of the drawing."""

    all: tuple[Given, ...]
    dots: tuple[Dot, ...]
    first_month: str
    last_month: str

    @property
    def latest_is_mine(self) -> bool | None:
        """Whether the latest one was yours; None if there is none."""
        return self.all[0].mine if self.all else None


def give_and_take(desk: Desk, contact: Contact) -> GiveAndTake:
    """What went either way in the twelve months up to this edition."""
    day, speech = desk.sources.day, desk.sources.speech
    start = day - YEAR
    given = given_in_a_year(desk, contact)
    dots = [d for mine in (True, False) for d in _dots([g for g in given if g.mine is mine], day, speech)]
    return GiveAndTake(given, tuple(_without_crowded_months(dots)), _month(speech, start, "MMM y"),
                       _month(speech, day, "MMM y"))


def _dots(given: list[Given], day: date, speech: Speech) -> Iterable[Dot]:
    """The latest of one side from left to right, each with a label if there is room; the biggest choose first."""
    placed = list(_placed(list(reversed(given[:DRAWN])), day))
    taken = [(x - radius, x + radius) for _, x, radius in placed]
    labels: dict[int, tuple[str, float, str]] = {}
    for number in sorted(range(len(placed)), key=lambda n: -placed[n][2]):
        one, x, radius = placed[number]
        text, at, anchor = labels[number] = _label(one.what, x, radius, taken)
        width = len(text) * LETTER
        taken.append((at, at + width) if anchor == "start" else (at - width, at))
    for number, (one, x, radius) in enumerate(placed):
        reach, month = 22 + radius, _month(speech, one.placed(day), "MMM")
        if one.mine:
            yield Dot(x, AXIS - reach, radius, AXIS - 22, *labels[number], month, AXIS + 14, mine=True)
        else:
            yield Dot(x, AXIS + reach, radius, AXIS + 22, *labels[number], month, AXIS - 6, mine=False)


def _placed(given: list[Given], day: date) -> Iterable[tuple[Given, float, int]]:
    """Where each dot goes and how big it is: at its day, or beside the one before it where they would touch."""
    sizes = [RADII[one.effort - 1] for one in given]
    free = 0.0
    for number, (one, radius) in enumerate(zip(given, sizes, strict=True)):
        at = LEFT + (RIGHT - LEFT) * (1 - (day - one.placed(day)).days / YEAR.days)
        room_after = sum(2 * size + 3 for size in sizes[number + 1:])
        x = round(max(min(at, WIDTH - 2 - radius - room_after), free + radius + 3), 1)
        free = x + radius
        yield one, x, radius


def _label(text: str, x: float, radius: int, taken: list[tuple[float, float]]) -> tuple[str, float, str]:
    """Right of the dot if it fits there, left if it fits there, else shortened where there is more room."""
    start, end = x + radius + 6, x - radius - 6
    following = min((low for low, _ in taken if low > x), default=WIDTH + 4.0)
    before = max((high for _, high in taken if high < x), default=-4.0)
    right, left = int((following - 4 - start) / LETTER), int((end - before - 4) / LETTER)
    wanted = min(len(text), LABEL)
    if right >= wanted or (right >= left and right >= FEWEST):
        return _cut(text, min(right, LABEL)), round(start, 1), "start"
    if left >= min(wanted, FEWEST):
        return _cut(text, min(left, LABEL)), round(end, 1), "end"
    return "", round(start, 1), "start"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip(" ,;:") + "…"


def _without_crowded_months(dots: list[Dot]) -> Iterable[Dot]:
    """The dots, without the months that would run into a stem, another month or the ends of the axis."""
    said: dict[bool, list[float]] = {True: [], False: [LEFT + 18, RIGHT - 18]}
    for dot in dots:
        stems = [d.x for d in dots if d.mine is not dot.mine]
        crowded = any(abs(dot.x - x) < HALF_MONTH for x in stems) or \
            any(abs(dot.x - x) < 2 * HALF_MONTH for x in said[dot.mine])
        said[dot.mine].append(dot.x)
        yield replace(dot, month="") if crowded else dot


def _month(speech: Speech, day: date, pattern: str) -> str:
    return speech.written(day, pattern).replace(".", "")

"""Spread: when a week asks for more than you set yourself, one way of laying it out over the weeks that follow.

Only hellos move: promises, thanks, what is an error, what is due before you meet and what you have given a day
yourself stay where they are. Of the hellos of one week those stay that are due the longest for their rhythm;
the others go to the next weeks with room for them, on a day on which they and you are at work, and nobody who
is due later has to make way. A week with holidays takes fewer. It is a proposal: nothing is moved until you
write a day down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.coach.coach import Coaching
from generator.coach.load import Touch, touches
from generator.coach.prep import coming
from generator.coach.settings import Settings
from generator.coach.weeks import WEEK, monday_of
from generator.records.contact import Contact
from generator.records.network import Network, people_at

Why = Literal["promise", "thanks", "plan", "meeting", "urgent"]
"""Why somebody keeps their day: what is due, a day of your own, you are about to meet, an error is open."""

NEAR = timedelta(days=14)
"""How near a meeting must be for what is due before it to stay."""

WORKING_WEEK = 5


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody who stays where they are; `why` is None where there is simply room for them."""

    touch: Touch
    why: Why | None


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody who can wait, and the day proposed for them."""

    touch: Touch
    day: date


@dataclass(frozen=True, slots=True)
class SpreadWeek:
    """One week, from its Monday: who stays there and who comes from an earlier one."""

    monday: date
    stays: tuple[Stay, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Everybody who is due, week by week; `asked` is how many this week asks for, `most` how many you set yourself."""

    asked: int
    most: int
    weeks: tuple[SpreadWeek, ...]

    @property
    def is_needed(self) -> bool:
        """Whether this week is too full and somebody in it can wait."""
        return self.asked > self.most and any(week.moves for week in self.weeks)


def proposal(network: Network, coaching: Coaching, settings: Settings) -> Spread:
    """The spread of what is due from now on, as the coach sees it on its day."""
    day = coaching.day
    last = monday_of(day) + WEEK * max(settings.days("spread_weeks"), 0) + timedelta(days=6)
    found = touches(network, day, last, settings)
    meetings = {who: e.date.day for e in coming(network, day, NEAR.days) for who in people_at(e)}
    kept: dict[str, Why] = {t.contact.id: "meeting" for t in found if t.due <= meetings.get(t.contact.id, date.min)}
    errors = (a.finding.subject for a in coaching.open if a.severity == "error")
    kept |= {subject.id: "urgent" for subject in errors if isinstance(subject, Contact)}
    return spread(found, day, settings, kept)


def spread(due: Iterable[Touch], day: date, settings: Settings, kept: Mapping[str, Why] | None = None) -> Spread:
    """Everybody who is due, once: in the week of their day, or in the next one with room.

    `kept` names, by contact, further reasons to stay. A week that is too full of what stays is left as it is.
    """
    most = max(settings.days("touches_per_week"), 1)
    by_week: dict[date, list[Touch]] = {}
    for touch in due:
        by_week.setdefault(monday_of(max(touch.due, day)), []).append(touch)
    monday = monday_of(day)
    asked, last = len(by_week.get(monday, ())), max(by_week, default=monday)
    weeks: list[SpreadWeek] = []
    waiting: list[Touch] = []
    while monday <= last or waiting:
        stays, over = _stays(by_week.get(monday, ()), monday, most, settings, kept or {})
        moves = _moves(waiting, stays, monday, day, most=most, settings=settings)
        moved = {m.touch.contact.id for m in moves}
        waiting = [t for t in waiting if t.contact.id not in moved] + over
        weeks += [SpreadWeek(monday, tuple(stays), tuple(moves))] if stays or moves else []
        monday += WEEK
    return Spread(asked, most, tuple(weeks))


def _stays(
    here: Iterable[Touch], monday: date, most: int, settings: Settings, kept: Mapping[str, Why]
) -> tuple[list[Stay], list[Touch]]:
    """Who stays in the week of their day, and who is too many in it."""
    sunday = monday + timedelta(days=6)
    fixed: list[Stay] = []
    free: list[Touch] = []
    for touch in sorted(here, key=lambda t: (t.due, t.contact.name.display.casefold(), t.contact.id)):
        held = touch.held(sunday)
        why = held if held and held != "rhythm" else kept.get(touch.contact.id)
        if why:
            fixed.append(Stay(touch, why))
        else:
            free.append(touch)
    # As on the last day of the week, so that the order is the same on each of its days.
    free.sort(key=lambda t: -(sunday - t.due).days / (settings.rhythm(t.contact) or 1))
    room = max(most - len(fixed), 0)
    return fixed + [Stay(touch, None) for touch in free[:room]], free[room:]


def _moves(
    waiting: Iterable[Touch], stays: Iterable[Stay], monday: date, day: date, *, most: int, settings: Settings
) -> list[Move]:
    """Who of those that wait finds room in a week, each on the working day with the fewest others."""
    taken = Counter(max(stay.touch.due, day) for stay in stays)
    week = [monday + timedelta(days=n) for n in range(WEEK.days)]
    days = [d for d in week if d >= day and not settings.workdays.is_quiet(d)]
    room = -(-most * len(days) // WORKING_WEEK) - taken.total()
    moves: list[Move] = []
    for touch in waiting:
        theirs = settings.workdays.where(touch.contact.region)
        good = [d for d in days if not theirs.is_quiet(d)]
        if good and len(moves) < room:
            moves.append(Move(touch, min(good, key=lambda d: (taken[d], d))))
            taken[moves[-1].day] += 1
    return sorted(moves, key=lambda m: m.day)

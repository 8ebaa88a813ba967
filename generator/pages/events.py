"""Events: what is coming, with what is still to prepare, and what is behind you, by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from generator.coach.prep import Point, Readiness, readiness
from generator.pages.labels import EVENT_KINDS, POINTS, coded
from generator.pages.month import views
from generator.pages.occasion import in_days, is_over, last_day, state, when, where
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.trend import trend_chart
from generator.records.event import Event


@dataclass(frozen=True, slots=True)
class Coming:
    """An event ahead: its leaf of the calendar, when and where, how ready it is and what is next."""

    event: Event
    leaf: tuple[str, int | str, str]
    when: str
    place: str
    state: str
    countdown: tuple[str, str] | None
    readiness: Readiness | None
    next: str


@dataclass(frozen=True, slots=True)
class Past:
    """An event behind you: the day, and whether there is a review of it (None where none is wanted)."""

    event: Event
    leaf: tuple[str, int | str, str]
    day: str
    place: str
    state: str
    reviewed: bool | None


def pages(sources: Sources) -> Iterator[Page]:
    """The one page of all events."""
    desk = Desk(sources, "events/")
    yield desk.later("events", sources.speech.text("Events"), lambda: _view(desk), tab="events/")


def _view(desk: Desk) -> Mapping[str, Any]:
    sources, events = desk.sources, desk.sources.network.events_by_date
    ahead = tuple(_coming(desk, e) for e in events if not is_over(e, sources.day) or _called_off(e, sources.day))
    behind = [e for e in reversed(events) if is_over(e, sources.day) and not _called_off(e, sources.day)]
    by_year = groupby(behind, lambda e: e.date.day.year)
    years = tuple((year, tuple(_past(desk, e) for e in those)) for year, those in by_year)
    return {
        "ahead": ahead, "years": years, "coded": coded, "views": views(sources),
        "planned": sum(not one.state for one in ahead), "trend": trend_chart(desk) if sources.private else None,
        "example": sources.day + timedelta(days=14),
    }


def _called_off(event: Event, day: date) -> bool:
    """Whether it will not take place but its day is still to come: people look for it among those ahead."""
    return event.status in ("cancelled", "skipped") and last_day(event) >= day


def _coming(desk: Desk, event: Event) -> Coming:
    sources, day = desk.sources, event.date.day
    exact, off = event.date.date.is_exact, state(sources, event)
    ready = readiness(event, sources.network) if sources.private and not off else None
    left = (day - sources.day).days
    return Coming(
        event, _leaf(desk, event), when(desk, event), _line(desk, event), off,
        (day.isoformat(), in_days(sources.speech, left)) if exact and not off and left >= 0 else None,
        ready, _next(desk, ready.missing[0]) if ready and ready.missing else "",
    )


def _line(desk: Desk, event: Event) -> str:
    speech = desk.sources.speech
    kind = speech.text(EVENT_KINDS[event.kind]) if event.kind else ""
    return " · ".join(filter(None, (kind, where(speech, event))))


def _next(desk: Desk, point: Point) -> str:
    """What is to be done first for an event that is not ready."""
    speech, lacking = desk.sources.speech, point.want - point.have
    match point.key:
        case "topics":
            return speech.plural("think of one more topic", "think of {n} more topics", lacking) if point.have else \
                speech.plural("think of one topic", "think of {n} topics", lacking)
        case "questions":
            return speech.plural("prepare one first question", "prepare {n} first questions", lacking)
    return speech.text(POINTS[point.key])


def _past(desk: Desk, event: Event) -> Past:
    off = state(desk.sources, event)
    reviewed = None if off or not desk.sources.private else event.review is not None
    day = desk.sources.speech.date(event.date.date, "weekday", today=event.date.day)
    return Past(event, _leaf(desk, event), day, _line(desk, event), off, reviewed)


def _leaf(desk: Desk, event: Event) -> tuple[str, int | str, str]:
    """The leaf of the calendar: weekday, day and month, as far as they are known."""
    known, day = event.date.date, event.date.day
    if known.is_exact:
        return _short(desk, day, "EEE"), day.day, _short(desk, day, "MMM")
    return ("", "·", str(day.year)) if known.month is None else (str(day.year), "·", _short(desk, day, "MMM"))


def _short(desk: Desk, day: date, pattern: str) -> str:
    return desk.sources.speech.written(day, pattern).rstrip(".")

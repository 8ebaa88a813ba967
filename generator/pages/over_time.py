"""Over time: new people by month, your last reviews, and whom you saw of those you wanted to see; for the owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.coach.months import Planned, new_by_month, planned_and_met
from generator.pages.chart import Bar, part_of
from generator.pages.page import Page
from generator.pages.phrases import enumerated, sentence_case
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.trend import trend_chart

ADDRESS = "over-time/"

MONTHS, EVENTS = 12, 8
"""How many months are shown, and how many events."""

DOTS = 12
"""Most dots in a row: the words beside them have the number."""


@dataclass(frozen=True, slots=True)
class Months:
    """New people by month: the bars, what the drawing is called and says, and the lines of the table, with the year."""

    bars: tuple[Bar, ...]
    rows: tuple[Bar, ...]
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event: whom you wanted to see, as dots and as words, who of them that was, and how many others."""

    event: Markup
    day: str
    full: int
    empty: int
    said: str
    met: Markup
    others: int


def pages(sources: Sources) -> Iterator[Page]:
    """The one page of what changes over time; others see nothing of it."""
    if not sources.private:
        return
    desk = Desk(sources, ADDRESS)
    yield desk.later("over_time", sources.speech.text("Over time"), lambda: _view(desk), tab="week/")


def _view(desk: Desk) -> Mapping[str, Any]:
    sources = desk.sources
    found = new_by_month(sources.network, sources.day, MONTHS)
    rows = planned_and_met(sources.network, sources.day, EVENTS)
    return {
        "sentence": _sentence(desk, sum(n for _, n in found)), "trend": trend_chart(desk),
        "months": _months(desk, found) if any(n for _, n in found) else None,
        "rows": tuple(_row(desk, one) for one in rows), "sum": _sum(desk, rows),
    }


def _sentence(desk: Desk, new: int) -> str:
    speech = desk.sources.speech
    if not new:
        return speech.text("What changes over time will be seen here, from the first notes on.")
    return speech.plural("In twelve months you have met one new person.",
                         "In twelve months you have met {n} new people.", new)


def _months(desk: Desk, found: tuple[tuple[date, int], ...]) -> Months:
    speech = desk.sources.speech
    names = [part_of(speech, month, "MMM y") for month, _ in found]
    rows = tuple(Bar(name, count, now=month == found[-1][0]) for name, (month, count) in zip(names, found, strict=True))
    short = [part_of(speech, month, "MMM") for month, _ in found]
    bars = tuple(replace(row, label=label) for row, label in zip(rows, short, strict=True))
    title = speech.text("New people by month, from {start} to {end}", start=names[0], end=names[-1])
    counts = speech.list([speech.number(count) for _, count in found])
    return Months(bars, rows, title, speech.text("Month by month: {counts}.", counts=counts))


def _row(desk: Desk, one: Planned) -> Row:
    speech, met, wanted = desk.sources.speech, len(one.met), len(one.wanted)
    full = min(met, DOTS)
    return Row(
        desk.link(one.event), desk.date(one.event.date.date), full, min(wanted, DOTS) - full,
        speech.text("{n} of {all}", n=speech.number(met), all=speech.number(wanted)),
        enumerated(speech, [desk.person(who) for who in one.met]), one.others,
    )


def _sum(desk: Desk, rows: tuple[Planned, ...]) -> str:
    """All rows in one sentence."""
    speech = desk.sources.speech
    if not rows:
        return ""
    wanted, met = sum(len(r.wanted) for r in rows), sum(len(r.met) for r in rows)
    if met == wanted:
        return speech.text("You have seen everybody you set out to see.")
    people = speech.plural("{n} person", "{n} people", wanted)
    words = speech.plural("Of {wanted} you set out to see, you saw one.",
                          "Of {wanted} you set out to see, you saw {n}.", met, wanted=people)
    others = sum(r.others for r in rows)
    more = speech.plural("And one you had not planned.", "And {n} you had not planned.", others) if others else ""
    return sentence_case(" ".join(filter(None, [words, more])))

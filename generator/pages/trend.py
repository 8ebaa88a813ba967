"""Trend: your last reviews as three small charts and one table; each tells one thing, and there is no mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.trend import Measure, trend
from generator.pages.chart import short_day
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.words.catalogue import N_
from generator.words.speech import Speech

FEWEST = 2
"""From how many reviews on there is something to compare."""

STEP = 42
TOP, BOTTOM, ROOM = 18, 92, 13
"""How far the bars stand apart, their room from top to bottom, and that of a figure, in the units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One event in a chart: where its bar stands, how high it is, and what is written on it; no `text`, no bar."""

    x: int
    y: float
    height: float
    text: str
    text_y: float
    label: str


@dataclass(frozen=True, slots=True)
class Small:
    """One chart: what it tells, in a title and in words, its bars, the line they stand on, and one to compare with."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    base: float
    half: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: Markup
    day: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """The charts and the table, which say the same."""

    charts: tuple[Small, ...]
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


TITLES = (
    N_("Minutes after the hour you had in mind"), N_("Your share of the talking, in %"), N_("Questions you asked"),
)
HALF = 50
"""The share of the talking that a line is drawn at."""


def trend_chart(desk: Desk, last: Event | None = None) -> Trend | None:
    """The last reviews up to an event; None where there are too few to compare."""
    speech = desk.sources.speech
    found = trend(desk.sources.network, desk.sources.day, last)
    if len(found) < FEWEST:
        return None
    heads = tuple(map(speech.text, TITLES))
    labels = [short_day(speech, m.event.date.day) for m in found]
    columns = [[m.arrived for m in found], [m.share for m in found], [m.questions for m in found]]
    charts = tuple(
        _small(speech, n, labels, values) for n, values in enumerate(columns)
        if sum(v is not None for v in values) >= FEWEST
    )
    return Trend(charts, heads, tuple(_row(desk, m) for m in found)) if charts else None


def _row(desk: Desk, measure: Measure) -> Row:
    speech = desk.sources.speech
    cells = tuple("" if v is None else speech.number(v) for v in (measure.arrived, measure.share, measure.questions))
    return Row(desk.link(measure.event), desk.date(measure.event.date.date), cells)


def _small(speech: Speech, n: int, labels: Sequence[str], values: Sequence[int | None]) -> Small:
    known, half = [v for v in values if v is not None], HALF if n == 1 else None
    high, low = max(*known, half or 0, 1), min(*known, 0)
    unit = (BOTTOM - TOP - (ROOM if low else 0)) / (high - low)
    base = TOP + high * unit
    bars = tuple(
        _bar(at * STEP + 8, label, None if v is None else (speech.number(v), v * unit), base)
        for at, (label, v) in enumerate(zip(labels, values, strict=True))
    )
    said = "; ".join(f"{label}: {speech.number(v)}" for label, v in zip(labels, values, strict=True) if v is not None)
    return Small(f"trend-{n}", speech.text(TITLES[n]), said, bars, round(base, 1),
                 None if half is None else round(base - half * unit, 1))


def _bar(x: int, label: str, value: tuple[str, float] | None, base: float) -> Bar:
    """A bar above the line, or below it where the value is; its figure stands at its end."""
    text, height = value or ("", 0.0)
    top, text_y = (base, base - height + ROOM) if height < 0 else (base - height, base - height - 5)
    return Bar(x, round(top, 1), round(max(abs(height), 1), 1), text, round(text_y, 1), label)

"""Month: the calendar, one page for each month that has events, and the month of the edition at `calendar/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from generator.pages.calendar_months import Month, grid, months_of
from generator.pages.labels import EVENT_KINDS
from generator.pages.occasion import is_over, state, when, where
from generator.pages.page import Near, Page
from generator.pages.phrases import sentence_case
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.words.catalogue import N_

ADDRESS = "calendar/"

VIEWS = (("events/", N_("List")), (ADDRESS, N_("Calendar")))
"""The two ways to look at events, each with an address of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """One event of a month in words: when, where, and what became of it; `off` is one that does not take place."""

    event: Event
    when: str
    place: str
    note: str
    off: bool


def views(sources: Sources) -> tuple[tuple[str, str], ...]:
    """The ways to look at events."""
    return tuple((address, sources.speech.text(name)) for address, name in VIEWS)


def pages(sources: Sources) -> Iterator[Page]:
    """The months that have events, and the one of today."""
    today = (sources.day.year, sources.day.month)
    months = months_of(sources.network.events_by_date)
    yield _page(Desk(sources, ADDRESS), today, months, index=True)
    for month in months:
        yield _page(Desk(sources, address_of(month)), month, months, index=False)


def address_of(month: Month) -> str:
    """Where a month stands: calendar/2026-11/."""
    return f"{ADDRESS}{month[0]}-{month[1]:02}/"


def _page(desk: Desk, month: Month, months: Mapping[Month, Sequence[Event]], *, index: bool) -> Page:
    sources, text, events = desk.sources, desk.sources.speech.text, months.get(month, ())
    name = _name(desk, month)
    day, before = sources.day, max((m for m in months if m < month), default=None)
    after = min((m for m in months if m > month), default=None)
    return desk.render(
        "month", text("Calendar: {month}", month=name), tab="events/", name=sentence_case(name),
        grid=grid(desk, month, events), told=tuple(_told(desk, e) for e in events), views=views(sources),
        off={e.id for e in events if state(sources, e)}, past={e.id for e in events if is_over(e, day)},
        before=_near(desk, before), after=_near(desk, after), years=_years(desk, months) if index else (),
        this=None if month == (day.year, day.month) else ADDRESS,
    )


def _name(desk: Desk, month: Month) -> str:
    return desk.sources.speech.date(PartialDate.parse(f"{month[0]}-{month[1]:02}"))


def _near(desk: Desk, month: Month | None) -> Near | None:
    return Near(address_of(month), sentence_case(_name(desk, month))) if month else None


def _years(desk: Desk, months: Mapping[Month, Sequence[Event]]) -> tuple[tuple[int, tuple[Near, ...]], ...]:
    """All months that have events, the latest year first."""
    by_year = groupby(months, key=lambda month: month[0])
    locale = desk.sources.speech.locale
    years = [(year, tuple(Near(address_of(m), str(format_date(PartialDate.parse(f"{m[0]}-{m[1]:02}").start, "LLLL",
                                                                locale=locale))) for m in those))
             for year, those in by_year]
    return tuple(reversed(years))


def _told(desk: Desk, event: Event) -> Told:
    sources, speech = desk.sources, desk.sources.speech
    off = state(sources, event)
    kind = speech.text(EVENT_KINDS[event.kind]) if event.kind else ""
    note = off
    if sources.private and not off and is_over(event, sources.day):
        note = speech.text("reviewed") if event.review else speech.text("write how it went")
    place = " · ".join(filter(None, (kind, where(speech, event))))
    return Told(event, when(desk, event), place, note, bool(off))

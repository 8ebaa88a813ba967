"""Past week: one page for each week gone by that brought anything, told from that week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.coach.lived import Lived
from generator.pages.edition_chart import address_of as list_of
from generator.pages.labels import LOG_KINDS
from generator.pages.page import Page
from generator.pages.phrases import filled
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.week_words import Line, how_met, in_a_sentence, line, span
from generator.records.contact import Contact, Favour, LogEntry
from generator.records.event import Event
from generator.words.catalogue import N_

ADDRESS = "week/"

NAMED = 24
"""Most names or things in one line: an import may bring hundreds into one week."""


@dataclass(frozen=True, slots=True)
class Past:
    """A week in a list of weeks: its Monday, its address, its number, its days, and what it brought in one sentence."""

    monday: date
    address: str
    title: str
    days: str
    sentence: str


def pages(sources: Sources) -> Iterator[Page]:
    """A page for each week with anything to tell; for others than the owner there are none."""
    weeks = sources.past_weeks if sources.private else ()
    for n, week in enumerate(weeks):
        desk = Desk(sources, address_of(week.monday))
        title = span(desk, week.monday)
        yield desk.later("past_week", title, partial(_view, desk, weeks, n, title), tab=ADDRESS)


def _view(desk: Desk, weeks: Sequence[Lived], n: int, title: str) -> Mapping[str, Any]:
    before, after = (listed(desk, weeks[m]) if 0 <= m < len(weeks) else None for m in (n - 1, n + 1))
    week, lists = weeks[n], {w.snapshot.day for w in desk.sources.past.weeks}
    return {
        "span": title, "sentence": sentence(desk, week), "lines": tuple(_lines(desk, week)), "before": before,
        "after": after, "list": list_of(week.monday) if week.monday in lists else "",
    }


def address_of(monday: date) -> str:
    """Where a week stands, by its ISO year and number: week/2026-W53/."""
    year, number, _ = monday.isocalendar()
    return f"{ADDRESS}{year}-W{number:02}/"


def listed(desk: Desk, week: Lived) -> Past:
    """A week as it stands in a list of weeks."""
    number = week.monday.isocalendar().week
    title = desk.sources.speech.text("Week {number}", number=number)
    return Past(week.monday, address_of(week.monday), title, desk.date(week.monday, "short"), sentence(desk, week))


def sentence(desk: Desk, week: Lived) -> str:
    """What a week brought, in one sentence; where nobody was met or talked to, what else there was."""
    speech = desk.sources.speech
    said = in_a_sentence(speech, len(week.new), len(week.talks), len(week.kept))
    if said:
        return said
    if week.events:
        return speech.text("{event}.", event=week.events[0].title)
    if any(f.by == "them" for _, f in week.favours):
        return speech.text("Somebody lent you a hand.")
    return speech.text("You lent somebody a hand.") if week.favours else speech.text("You promised something.")


def _lines(desk: Desk, week: Lived) -> Iterator[Line]:
    people = sorted(week.new, key=lambda c: c.id)
    yield from _line(desk, N_("New people"), (how_met(desk, c) for c in people))
    yield from _line(desk, N_("Where you were"), (_event(desk, e) for e in week.events))
    talks = sorted(week.talks, key=lambda t: (t[1].date.end, t[0].id))
    yield from _line(desk, N_("Conversations"), (_talk(desk, c, e) for c, e in talks))
    yield from _line(desk, N_("Promises kept"), (_said(desk, c, p.what) for c, p in week.kept))
    open_ = desk.sources.speech.text("still open")
    yield from _line(desk, N_("What you promised"), (
        _said(desk, c, p.what, "" if p.done else open_) for c, p in week.made))
    yield from _line(desk, N_("Who helped you"), (_favour(desk, c, f) for c, f in week.favours if f.by == "them"))
    yield from _line(desk, N_("Whom you helped"), (_favour(desk, c, f) for c, f in week.favours if f.by == "me"))


def _line(desk: Desk, name: str, found: Iterable[Markup]) -> Iterator[Line]:
    named = tuple(found)
    if named:
        yield line(desk, name, named, NAMED)


def _event(desk: Desk, event: Event) -> Markup:
    text = desk.sources.speech.text
    if event.review is not None:
        return desk.link(event)
    return filled(text("{event} (without a review)"), event=desk.link(event))


def _talk(desk: Desk, contact: Contact, entry: LogEntry) -> Markup:
    speech = desk.sources.speech
    facts = {"kind": speech.text(LOG_KINDS[entry.kind]).lower(), "day": speech.weekday(entry.date.end)}
    return filled(speech.text("{who} ({kind}, {day})"), who=desk.link(contact), **facts)


def _favour(desk: Desk, contact: Contact, favour: Favour) -> Markup:
    thanked = favour.by == "me" or favour.thanks is not None
    return _said(desk, contact, favour.what, "" if thanked else desk.sources.speech.text("thanks still to come"))


def _said(desk: Desk, contact: Contact, what: str, note: str = "") -> Markup:
    text = desk.sources.speech.text
    message = text("{who}: {what} ({note})") if note else text("{who}: {what}")
    return filled(message, who=desk.link(contact), what=Markup("<bdi>%s</bdi>") % what.rstrip(" ."), note=note)

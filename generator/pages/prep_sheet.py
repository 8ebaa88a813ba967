"""Prep sheet: one event on one page, to read before, to carry along and to look back from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.coach.etiquette import CHECKLIST_OF, Item, pick
from generator.coach.prep import contacts_at, points_of
from generator.pages.afterwards import inbox_line, steps
from generator.pages.born import born
from generator.pages.company import company
from generator.pages.declining import way_out
from generator.pages.findable import listed, told
from generator.pages.introducing import pairs
from generator.pages.labels import EVENT_KINDS, coded
from generator.pages.met import met
from generator.pages.occasion import in_days, is_over, last_day, state, when, where
from generator.pages.page import Page
from generator.pages.points import ready_on_sheet
from generator.pages.rendering import Desk
from generator.pages.review import answers, review_lines
from generator.pages.settling import settling
from generator.pages.small_talk import is_small, small_talk
from generator.pages.sources import Sources
from generator.pages.talk import talk
from generator.pages.times import times
from generator.pages.trend import trend_chart
from generator.records.event import Event
from generator.records.network import people_at

MANNERS = 10
"""Most manners on one sheet: more nobody keeps in mind, and paper is short."""

FEW = 5
"""So many on the small one, for a coffee, a meal or a call with one person."""


def pages(sources: Sources) -> Iterator[Page]:
    """The sheet of each event; for others than the owner only what may be said of it in public."""
    for event in sources.network.events_by_date:
        yield sheet(sources, event)


def sheet(sources: Sources, event: Event) -> Page:
    """The page of one event."""
    desk = Desk(sources, f"events/{event.id}/")
    kind = sources.speech.text(EVENT_KINDS[event.kind]) if event.kind else ""
    small = sources.private and is_small(event) and not is_over(event, sources.day)
    template = "event_card" if not sources.private else "small_sheet" if small else "prep_sheet"
    return desk.later(
        template, event.title, lambda: _view(desk, event, kind, small=small), tab="events/",
        description=when(desk, event), found_by=lambda: _found_by(desk, event, kind),
    )


def _view(desk: Desk, event: Event, kind: str, *, small: bool) -> Mapping[str, Any]:
    sources = desk.sources
    view = {
        "event": event, "kind": kind, "when": when(desk, event), "where": where(sources.speech, event),
        "over": is_over(event, sources.day), "state": state(sources, event), "countdown": _countdown(desk, event),
        "checklists": _checklists(desk, event), "coded": coded, **_manners(desk, event, FEW if small else MANNERS),
    }
    if not sources.private:
        return view
    if small:
        view |= small_talk(desk, event)
    return {**view, **_people(desk, event), **talk(desk, event), **times(desk, event), **_after(desk, event),
            "out": way_out(desk, event), "ready": ready_on_sheet(desk, event)}


def _found_by(desk: Desk, event: Event, kind: str) -> str:
    """What it is, when, where and what for, with whom and what about."""
    network, text = desk.sources.network, desk.sources.speech.text
    people = [network.name_of(who) for who in (*people_at(event), *([event.host] if event.host else []))]
    return told(kind, when(desk, event), where(desk.sources.speech, event), event.goal or "",
                listed(text("With"), people), listed(text("Topics"), (t.text for t in event.topics)))


def _countdown(desk: Desk, event: Event) -> tuple[str, str] | None:
    """The day and how far away it is; nothing where the day is not known or it will not happen."""
    if not event.date.date.is_exact or event.status in ("cancelled", "skipped"):
        return None
    day = event.date.day
    if day < desk.sources.day <= last_day(event):
        return None
    return day.isoformat(), in_days(desk.sources.speech, (day - desk.sources.day).days)


def _checklists(desk: Desk, event: Event) -> tuple[tuple[str, str], ...]:
    own = CHECKLIST_OF.get(event.kind) if event.kind else None
    names = dict.fromkeys([*([own] if own else []), *event.checklists])
    known = desk.sources.checklists
    return tuple((desk.to(f"checklists/{n}/"), known[n].title.in_language(desk.sources.speech.language))
                 for n in names if n in known)


def _manners(desk: Desk, event: Event, most: int) -> Mapping[str, Any]:
    own = CHECKLIST_OF.get(event.kind) if event.kind else None
    network = desk.sources.network
    items = _chosen(pick(desk.sources.checklists, event, network.me, contacts_at(event, network)), own, most)
    language = desk.sources.speech.language
    return {"manners": [{"id": item.id, "text": item.do.in_language(language)} for item in items]}


def _chosen(items: tuple[Item, ...], own: str | None, most: int) -> tuple[Item, ...]:
    """What to keep in mind while there, of the event's own checklist before others; then the last things before."""
    during = sorted((item for item in items if item.phase == "during"), key=lambda item: item.checklist != own)
    after = [item for item in items if item.phase == "after"][:1]
    before = [item for item in items if item.phase == "before" and item.checklist == own]
    # Two lines are kept for before: to arrive with time is worth more than a seventh thing to remember.
    during = during[:most - len(after) - len(before[-2:])]
    room = most - len(during) - len(after)
    chosen = {item.id for item in (*before[-room:], *during, *after)}
    return tuple(item for item in items if item.id in chosen)


def _people(desk: Desk, event: Event) -> Mapping[str, Any]:
    return {
        "company": company(desk, event), "settling": settling(desk, event), "pairs": pairs(desk, event),
        "many": "people" in points_of(event),
    }


def _after(desk: Desk, event: Event) -> Mapping[str, Any]:
    # A week later nobody needs to be told what to do within two days.
    recent = (desk.sources.day - last_day(event)).days <= desk.sources.settings.days("calendar_day_limit")
    happened = event.status not in ("cancelled", "skipped")
    back = happened and is_over(event, desk.sources.day)
    return {
        "after": recent and happened, "steps": steps(desk, event), "line": inbox_line(desk, event), "back": back,
        "answers": answers(desk, event) if back else (), "lines": review_lines(desk, event) if back else "",
        "met": met(desk, event) if back else (), "born": born(desk, event) if back else (),
        "trend": trend_chart(desk, event) if back and event.review else None,
        "file": f"data/{event.place.file or f'events/{event.id}.yml'}",
    }

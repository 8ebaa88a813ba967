"""Company: the people of one event, as its prep sheet tells of them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.company import Pick, room, whom_first
from generator.coach.openers import Opener, general, of_house, opener
from generator.coach.prep import FEW, place_in, points_of
from generator.pages.labels import LOG_KINDS, tone
from generator.pages.occasion import is_over
from generator.pages.prose import prose
from generator.pages.reasons import Why, begin_with, why_first
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event, Meeting
from generator.records.network import Network, last_contact, people_at
from generator.records.places import Place

NOTE = 150
"""Most characters of what was said last time: it is a reminder, the whole stands on the person's page."""

TABLE = 4
"""Most people of a small occasion who are told of one by one."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody you want to talk to: who, why, your first question or one that would do, and what you know.

    `place` is where your question is to be written, None for somebody you have not written down to meet.
    """

    name: Markup
    initials: str
    tone: int
    role: str
    official: bool
    why: str
    reason: Why | None
    question: str
    opener: Opener | None
    research: Markup | None
    last: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Company:
    """The people of an event: whom you want to see, who would be worth it, too, and who else comes.

    `first` says with whom to begin; `general` is a question for whoever nothing is known of.
    """

    guests: tuple[Guest, ...]
    proposals: tuple[Guest, ...]
    others: tuple[Markup, ...]
    first: Markup
    general: Opener | None


def company(desk: Desk, event: Event) -> Company:
    """Everybody an event's file speaks of, each told of once."""
    sources = desk.sources
    over, many = is_over(event, sources.day), "people" in points_of(event)
    picks = () if over or not many else whom_first(event, sources.network, sources.day, sources.settings)
    reasons = {p.who: p for p in picks}
    chosen = {m.who: m for m in event.meet}
    rest = () if many or over else tuple(who for who in everybody(event) if who not in chosen)
    seated = [Meeting(who=who) for who in rest[:max(TABLE - len(chosen), 0)]]
    guests = tuple(_guest(desk, event, m, reasons.get(m.who)) for m in (*chosen.values(), *seated))
    proposed = [p for p in picks if not p.chosen][:room(event, sources.network)]
    proposals = tuple(_guest(desk, event, Meeting(who=p.who), p) for p in proposed)
    told = {*chosen, *(m.who for m in seated), *(p.who for p in proposed)}
    gone = set(were_met(event, sources.network)) if over else set()
    shown = [p for p in picks if p.who in told]
    missing = not over and any(not (g.question or g.opener) for g in (*guests, *proposals))
    nobody = not over and not (guests or proposals)
    return Company(
        guests, proposals, tuple(_others(desk, event, told | gone)), begin_with(desk, event, shown),
        general(event, sources.network) if missing or nobody else None,
    )


def everybody(event: Event) -> tuple[str, ...]:
    """Who comes, by the file: on a small occasion whoever invites is at the table, too."""
    host = event.host if "people" not in points_of(event) else None
    return tuple(dict.fromkeys(filter(None, (*people_at(event), host))))


def were_met(event: Event, network: Network) -> tuple[str, ...]:
    """Who was met, as far as is written; after a small occasion without a review, those it was arranged with."""
    small = event.kind is not None and event.kind in FEW
    arranged = small and event.review is None and event.status == "attended"
    return network.met_at.get(event.id) or (everybody(event) if arranged else ())


def _guest(desk: Desk, event: Event, meeting: Meeting, pick: Pick | None) -> Guest:
    sources, who = desk.sources, meeting.who
    contact = sources.network.person(who)
    org = next((e.org for e in event.expected if e.name == who), None)
    words, over = who.split(), is_over(event, sources.day)
    return Guest(
        name=desk.person(who),
        initials=contact.name.initials if contact else "".join(w[0] for w in (words[0], *words[1:2])).upper(),
        tone=tone(who),
        role=role_of(desk, contact) if contact else _org_name(desk, org or ""),
        official=bool(contact and contact.public_official),
        why=meeting.why or "",
        reason=why_first(desk, pick.reason) if pick and not meeting.why else None,
        question=meeting.question or "",
        opener=None if over or meeting.question else _opener(desk, event, contact, org),
        research=prose(meeting.research) if meeting.research else None,
        last=_last(desk, contact) if contact else "" if over else sources.speech.text("You have not met yet"),
        place=place_in(event, meeting) if meeting in event.meet else None,
    )


def _opener(desk: Desk, event: Event, contact: Contact | None, org: str | None) -> Opener | None:
    sources = desk.sources
    if contact is None:
        return of_house(_org_name(desk, org), event, sources.network) if org else None
    return opener(contact, event, sources.network, sources.day, sources.drafts) if sources.drafts else None


def _org_name(desk: Desk, org: str) -> str:
    known = desk.sources.network.organisations.get(org)
    return known.name if known else org


def role_of(desk: Desk, contact: Contact) -> str:
    """What somebody does and where, as one line."""
    return ", ".join(filter(None, (contact.role, desk.sources.network.org_name(contact))))


def _last(desk: Desk, contact: Contact) -> str:
    entry = last_contact(contact, desk.sources.day)
    if entry is None:
        return ""
    speech = desk.sources.speech
    facts = {"date": desk.date(entry.date, "short"), "kind": speech.text(LOG_KINDS[entry.kind]).lower()}
    if not entry.note:
        return speech.text("Last time, {date}, {kind}", **facts)
    note = textwrap.shorten(entry.note, NOTE, placeholder="…")
    return speech.text("Last time, {date}, {kind}: {note}", **facts, note=note)


def _others(desk: Desk, event: Event, told: set[str]) -> Iterator[Markup]:
    """Who else is expected, each with where they work if they are not in your network."""
    for expected in event.expected:
        who = expected.contact or expected.name
        if who and who not in told:
            org = f" ({_org_name(desk, expected.org)})" if expected.org and not expected.contact else ""
            yield desk.person(who) + org

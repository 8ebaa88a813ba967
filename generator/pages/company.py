"""Company: the people of one event, as its prep sheet tells of them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.prep import Matter, contacts_at, may_be_named, place_in, to_settle
from generator.pages.labels import LOG_KINDS, tone
from generator.pages.occasion import is_over
from generator.pages.rendering import Desk, prose
from generator.records.contact import Asked, Contact, Introduction
from generator.records.event import Event, Meeting
from generator.records.network import last_contact, people_at
from generator.records.places import Place
from generator.words.speech import N_

NOTE = 150
"""Most characters of what was said last time: it is a reminder, the whole stands on the person's page."""

INTRODUCTIONS = 3
"""Most introductions on one sheet: more than that nobody makes on one day."""


_OPEN = {
    "promise": N_("you promised this: {what}"), "thanks": N_("a thank-you is still missing for this: {what}"),
    "outcome": N_("tell them how this turned out: {what}"),
}


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody you want to talk to: who, why, your first question and what you know."""

    name: Markup
    initials: str
    tone: int
    role: str
    official: bool
    why: str
    question: str
    research: Markup | None
    last: str
    place: Place


@dataclass(frozen=True, slots=True)
class Open:
    """One thing to settle with somebody before you meet, and where the coach speaks of it."""

    kind: str
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who could meet through you, and what they have said to it."""

    one: Contact
    other: Contact
    why: str
    consent: str
    agreed: bool


def guests(desk: Desk, event: Event) -> tuple[Guest, ...]:
    """Whom you want to meet, in the order of the file."""
    return tuple(_guest(desk, event, meeting) for meeting in event.meet)


def _guest(desk: Desk, event: Event, meeting: Meeting) -> Guest:
    sources = desk.sources
    contact = sources.network.person(meeting.who)
    org = next((e.org for e in event.expected if e.name == meeting.who), None)
    words = meeting.who.split()
    return Guest(
        name=desk.person(meeting.who),
        initials=contact.name.initials if contact else "".join(w[0] for w in (words[0], *words[1:2])).upper(),
        tone=tone(meeting.who),
        role=role_of(desk, contact) if contact else org or "",
        official=bool(contact and contact.public_official),
        why=meeting.why or "",
        question=meeting.question or "",
        research=prose(meeting.research) if meeting.research else None,
        last=_last(desk, contact) if contact else _not_yet(desk, event),
        place=place_in(event, meeting),
    )


def _not_yet(desk: Desk, event: Event) -> str:
    return "" if is_over(event, desk.sources.day) else desk.sources.speech.text("You have not met yet")


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


def others(desk: Desk, event: Event) -> tuple[Markup, ...]:
    """Who else is expected, each with where they work if they are not in your network."""
    met = {m.who for m in event.meet}
    found = []
    for expected in event.expected:
        who = expected.contact or expected.name
        if who and who not in met:
            org = f" ({expected.org})" if expected.org and not expected.contact else ""
            found.append(desk.person(who) + org)
    return tuple(found)


def settling(desk: Desk, event: Event) -> tuple[tuple[Contact, tuple[Open, ...]], ...]:
    """What to settle with whom before you meet."""
    network = desk.sources.network
    found = to_settle(event, network, desk.sources.day)
    return tuple((network.contacts[who], tuple(_open(desk, who, m) for m in matters)) for who, matters in found.items()
                 if may_be_named(network.contacts[who], desk.sources.day))


def _open(desk: Desk, who: str, matter: Matter) -> Open:
    speech, record = desk.sources.speech, matter.record
    due = getattr(record, "due", None)
    if matter.kind == "promise" and due:
        sentence = N_("you promised this: {what}, for {date}") if due.is_exact else N_("you promised this: {what}, for about {date}")
        words = speech.text(sentence, what=matter.what, date=desk.date(due))
    else:
        words = speech.text(_OPEN[matter.kind], what=matter.what)
    about = [a for a in desk.sources.coaching.about(who) if a.finding.place == matter.place]
    wanted = {"promise": "promise", "thanks": "thank"}.get(matter.kind)
    advice = next((a for a in about if a.finding.action == wanted), about[0] if about else None)
    return Open(matter.kind, words, desk.to(f"follow-ups/#{advice.id}") if advice else "")


def pairs(desk: Desk, event: Event) -> tuple[Pair, ...]:
    """Whom you could bring together there: first those who both come, then those of whom one does."""
    here = set(people_at(event))
    found = sorted(under_way(desk), key=lambda p: -({p[0].id, p[2].id} <= here))
    return tuple(
        Pair(one, other, step.why or "", *consent(desk, step, one, other))
        for one, step, other in found if {one.id, other.id} & here
    )[:INTRODUCTIONS]


def under_way(desk: Desk) -> Iterator[tuple[Contact, Introduction, Contact]]:
    """Every introduction noted and not yet made: who, the note of it, whom to; none that somebody declined."""
    network, day = desk.sources.network, desk.sources.day
    for contact in network.contacts.values():
        for step in contact.introductions:
            other = network.contacts.get(step.to)
            refused = any(asked.answer is False for asked in step.asked.values())
            if other is None or other.id == contact.id or step.sent or refused:
                continue
            if may_be_named(contact, day) and may_be_named(other, day):
                yield contact, step, other


def consent(desk: Desk, step: Introduction, one: Contact, other: Contact) -> tuple[str, bool]:
    """What the two have said to it, in a sentence, and whether one of them has said yes."""
    speech = desk.sources.speech
    asked = step.asked
    first, second = sorted((one, other), key=lambda c: _stage(asked.get(c.id)), reverse=True)
    facts = {"one": first.name.short, "other": second.name.short}
    match _stage(asked.get(first.id)), _stage(asked.get(second.id)):
        case 2, 2:
            return speech.text("Both have said yes."), True
        case 2, 1:
            when = asked[second.id].date
            if not when.is_exact:
                return speech.text("{one} has said yes. You have asked {other}.", **facts), True
            since = desk.date(when, "short")
            return speech.text("{one} has said yes. You asked {other} on {date}.", date=since, **facts), True
        case 2, 0:
            return speech.text("{one} has said yes. Ask {other} too.", **facts), True
        case 1, 1:
            return speech.text("You have asked them both. Wait for their answers."), False
        case 1, 0:
            return speech.text("You have asked {one}. Ask {other} too.", **facts), False
    return speech.text("Ask them both first."), False


def _stage(asked: Asked | None) -> int:
    """0 not asked, 1 asked, 2 said yes."""
    return 0 if asked is None else 2 if asked.answer else 1


def suggestions(desk: Desk, event: Event) -> tuple[tuple[str, str], ...]:
    """Topics that nobody has talked about yet: those of the people there with their names, then your own."""
    network = desk.sources.network
    taken = {t.text.casefold() for t in event.topics}
    theirs = [(t, c.name.short) for c in contacts_at(event, network) for t in c.topics]
    free = [(t.text, who) for t, who in (*theirs, *((t, "") for t in network.me.topics)) if not t.used]
    return tuple(dict.fromkeys((text, who) for text, who in free if text.casefold() not in taken))

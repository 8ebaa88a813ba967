"""Next event: the card of today's page about the event that comes first, and what is still to prepare."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.prep import Readiness, coming, may_be_named, readiness
from generator.pages.chart import part_of
from generator.pages.labels import tone
from generator.pages.occasion import in_days, when, where
from generator.pages.phrases import enumerated, filled, sentence_case, strong
from generator.pages.points import PointRow, point_rows
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.records.network import people_at

FACES = 4
"""Most people named on the card."""


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The next event with its date in parts, its people and its points; those are empty in a public edition."""

    event: Event
    leaf: tuple[str, int, str]
    countdown: str
    when: str
    where: str
    ready: Readiness | None
    ready_words: Markup
    rows: tuple[PointRow, ...]
    faces: tuple[tuple[str, int], ...]
    people: Markup
    then: Event | None


def next_event(desk: Desk) -> NextEvent | None:
    """The first event to come, if there is one."""
    sources = desk.sources
    ahead = coming(sources.network, sources.day)
    if not ahead:
        return None
    event, speech = ahead[0], sources.speech
    at = event.date.day
    ready = readiness(event, sources.network) if sources.private else None
    faces, people = _company(desk, event)
    return NextEvent(
        event=event, leaf=(part_of(speech, at, "EEE"), at.day, part_of(speech, at, "MMM")),
        countdown=in_days(speech, (at - sources.day).days), when=sentence_case(when(desk, event)),
        where=where(speech, event), ready=ready, ready_words=_ready_words(desk, ready) if ready else Markup(),
        rows=point_rows(desk, event, ready) if ready else (),
        faces=faces, people=people, then=ahead[1] if len(ahead) > 1 else None,
    )


def _ready_words(desk: Desk, ready: Readiness) -> Markup:
    speech = desk.sources.speech
    return strong(speech.plural("*{done} of {n}* ready", "*{done} of {n}* ready", ready.total,
                                done=speech.number(ready.done)))


def _company(desk: Desk, event: Event) -> tuple[tuple[tuple[str, int], ...], Markup]:
    """Portraits of the contacts who come, and a sentence that names everybody you will see."""
    network, speech = desk.sources.network, desk.sources.speech
    known = {who: network.contacts.get(who) for who in people_at(event)}
    named = [who for who, contact in known.items() if contact is None or may_be_named(contact, desk.sources.day)]
    shown = named[:FACES]
    faces = tuple((c.name.initials, tone(c.id)) for who in shown if (c := known[who]))
    names = [desk.person(who) for who in shown]
    if not names:
        return (), Markup()
    more = len(named) - len(shown)
    if not more:
        return faces, filled(speech.text("You will see {names}"), names=enumerated(speech, names))
    sentence = speech.plural("You will see {names} and one more", "You will see {names} and {n} more", more,
                             names="{names}")
    return faces, filled(sentence, names=Markup(", ").join(names))

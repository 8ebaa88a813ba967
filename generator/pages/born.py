"""Born: what came of an event: what was promised there and what became of it, and who helped whom."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.pages.company import were_met
from generator.pages.occasion import last_day
from generator.pages.phrases import filled
from generator.pages.rendering import Desk
from generator.records.contact import Contact, Promise
from generator.records.event import Event
from generator.records.moments import PartialDate


def born(desk: Desk, event: Event) -> tuple[Markup, ...]:
    """What passed between you and the people you met there on its days, in the order in which they stand."""
    people = (desk.sources.network.person(who) for who in were_met(event, desk.sources.network))
    return tuple(line for contact in people if contact for line in _of(desk, event, contact))


def _of(desk: Desk, event: Event, contact: Contact) -> Iterator[Markup]:
    text, who = desk.sources.speech.text, desk.link(contact)

    def then(when: PartialDate | None) -> bool:
        return when is not None and when.is_exact and event.date.date.start <= when.end <= last_day(event)

    for promise in (p for p in contact.promises if then(p.made)):
        message = text("You promised {who}: {what} ({state})") if promise.by == "me" else \
            text("{who} promised you: {what} ({state})")
        yield filled(message, who=who, what=_quoted(promise.what), state=_state(desk, promise))
    for favour in (f for f in contact.favours if then(f.date)):
        message = text("{who} lent you a hand: {what}") if favour.by == "them" else \
            text("You lent {who} a hand: {what}")
        yield filled(message, who=who, what=_quoted(favour.what))


def _quoted(what: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(what.rstrip(" ."))


def _state(desk: Desk, promise: Promise) -> str:
    text = desk.sources.speech.text
    if promise.done:
        return text("kept: {date}", date=desk.date(promise.done))
    return text("for {date}", date=desk.date(promise.due)) if promise.due else text("still open")

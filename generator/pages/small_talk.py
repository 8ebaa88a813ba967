"""Small talk: what a coffee, a meal or a call with one person needs, on a sheet of half a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.coach.prep import contacts_at
from generator.pages.company import everybody
from generator.pages.introducing import pairs
from generator.pages.phrases import filled
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event, EventKind
from generator.words.catalogue import N_

SMALL: frozenset[EventKind] = frozenset({"coffee", "meal", "call"})
"""Kinds of events that are for two."""

OFFERED = 2
"""Most things to offer: one that is done is worth more than three that are said."""


def is_small(event: Event) -> bool:
    """Whether it is with one person, or with nobody named yet."""
    return event.kind in SMALL and len(everybody(event)) <= 1


def small_talk(desk: Desk, event: Event) -> Mapping[str, Any]:
    """What you know of the one you will see, and what you could offer."""
    who = next(iter(contacts_at(event, desk.sources.network)), None)
    return {
        "known": tuple(_known(desk, who)) if who else (),
        "offers": tuple(_offers(desk, event, who))[:OFFERED] if who else (),
    }


def _known(desk: Desk, who: Contact) -> Iterator[tuple[str, str]]:
    text = desk.sources.speech.text
    if who.address_form:
        tu = who.address_form == "tu"
        yield text(N_("You say")), text(N_("tú to each other") if tu else N_("usted to each other"))
    if who.needs:
        yield text(N_("Looks for")), ", ".join(who.needs)
    if who.expertise:
        yield text(N_("Knows about")), ", ".join(who.expertise)
    if who.gifts.likes:
        yield text(N_("Likes")), ", ".join(who.gifts.likes)


def _offers(desk: Desk, event: Event, who: Contact) -> Iterator[Markup]:
    """Somebody you could introduce them to; or else what they look for, as a question to yourself."""
    text = desk.sources.speech.text
    met = [p for p in pairs(desk, event) if who.id in (p.one.id, p.other.id)]
    for pair in met:
        other = pair.other if pair.one.id == who.id else pair.one
        yield filled(text("Introduce them to {other}. {consent}"), other=desk.link(other), consent=pair.consent)
    for need in () if met else who.needs:
        yield filled(text("They look for this: {need}. You, or somebody you know?"),
                     need=Markup("<bdi>{}</bdi>").format(need.rstrip(" .")))

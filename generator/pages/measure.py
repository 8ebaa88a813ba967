"""Measure: thanks that fit the size of a favour, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.thanks import Rung, fitting
from generator.pages.labels import EFFORTS
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_

THANKS: Mapping[str, str] = {
    "message": N_("A small favour: one sincere message is enough."),
    "email": N_("An e-mail with one concrete detail and what it was good for."),
    "call-or-card": N_("A call or a card by hand. No present."),
    "small-gift": N_("A card by hand and a small present."),
    "chosen-gift": N_("They helped you win a client: a message is not enough."),
    "no-gift": N_("No presents here: a card by hand, and credit given where others hear it."),
}
"""What fits, by the name of the rung."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Thanks to measure: the size of the favour and what fits it."""

    effort: int
    word: str
    words: tuple[Markup | str, ...]


def measure_of(desk: Desk, contact: Contact | None, effort: int | None) -> Measure | None:
    """What fits a favour of that effort by somebody; nothing where no favour is behind it."""
    if contact is None or effort is None:
        return None
    text = desk.sources.speech.text
    rung = fitting(desk.sources.network, contact, effort)
    return Measure(effort, text(EFFORTS[effort - 1]), (text(THANKS[rung.name]), *_present(desk, contact, rung)))


def _present(desk: Desk, contact: Contact, rung: Rung) -> Iterable[Markup | str]:
    """What to know about a present for somebody, or that there is to be none."""
    text, tastes = desk.sources.speech.text, contact.gifts
    if rung.name == "no-gift" and contact.public_official:
        yield text("They hold public office: no gifts, no invitations.")
    if not rung.gift:
        return
    if rung.name == "chosen-gift":
        yield text("A present chosen for them fits, after a look at the gift rules of their house.")
    for sentence, things in ((N_("They like: {things}."), tastes.likes), (N_("Better not: {things}."), tastes.avoid)):
        if things:
            yield desk.telling.sentence(text(sentence), {"things": things})
    if tastes.policy:
        yield text("Where they work: {policy}.", policy=tastes.policy.rstrip("."))

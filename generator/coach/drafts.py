"""Drafts: what to write to somebody, in their language and form of address, from the facts on record.

A letter never says more than the data does. A fact nobody wrote down, and a note that would not make a
sentence in that language and register, becomes an honest blank in square brackets. Free notes never go in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.coach.declining import DRAFT, host_of
from generator.coach.facts import Channel, Facts, other_of
from generator.coach.finding import Finding
from generator.coach.texts import Drafts, Letter, Register, Variant
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.network import Network

NOWHERE_TO_WRITE = frozenset({"deceased", "do_not_contact"})

_BLANK = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to somebody, ready but for its blanks.

    `register` is None in English and where the letter addresses nobody; `subject` is empty for what is said or
    written by hand; `to` holds the ids of the receivers.
    """

    subject: str
    paragraphs: tuple[str, ...]
    language: str
    register: Register | None
    channel: Channel
    kind: str
    to: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The whole text, paragraphs a blank line apart."""
        return "\n\n".join(self.paragraphs)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is left to fill in, brackets included."""
        return tuple(_BLANK.findall(self.body))


def voice(contact: Contact, network: Network, day: date, drafts: Drafts) -> Facts | None:
    """What can be said to somebody as it is written down, with no matter behind it; None in other languages."""
    language = _language(contact, network, drafts)
    if language not in drafts.phrases:
        return None
    register = _register((contact,)) if language == "es" else None
    finding = Finding(subject=contact, place=contact.place, action="prepare")
    return Facts(finding, network, day, drafts.phrases, contact, language, register)


def receivers(finding: Finding, network: Network) -> tuple[Contact, ...]:
    """Who gets a message of their own: the subject, its host, or both sides that are still to be asked."""
    subject = finding.subject
    if isinstance(subject, Event):
        subject = host_of(subject, network) if finding.draft == DRAFT else network.person(subject.host or "")
    if subject is None:
        return ()
    other = other_of(finding, network, subject) if finding.draft == "ask-introduction" else None
    asked = {who for one, two in ((subject, other), (other, subject)) if one and two
             for i in one.introductions if i.to == two.id for who in i.asked}
    return tuple(c for c in (subject, other) if c and c.id not in asked)


def draft_for(finding: Finding, network: Network, day: date, drafts: Drafts, to: Contact | None = None) -> Draft | None:
    """The message a finding asks for, or None where there is none to write or nobody knows how to address them.

    `to` is one of `receivers`, the first one unless given.
    """
    contact = to or next(iter(receivers(finding, network)), None)
    kind = finding.draft or ""
    if kind not in drafts.kinds or contact is None or contact.status in NOWHERE_TO_WRITE:
        return None
    pair = (contact, other_of(finding, network, contact)) if kind == "introduction" else (contact,)
    people = tuple(c for c in pair if c)
    languages = {_language(c, network, drafts) for c in people}
    language = languages.pop()
    if languages or language not in drafts.phrases:
        return None  # two languages at one table: better two messages in your own words
    register = _register(people) if language == "es" else None
    facts = Facts(finding, network, day, drafts.phrases, contact, language, register)
    letter = _choose(drafts.kinds[kind], facts)
    if letter is None:
        return None
    written = facts.fill(letter.text)
    return Draft(facts.fill(letter.subject), tuple(written.strip().split("\n\n")), language, register, facts.channel,
                 kind, tuple(c.id for c in people if c.id))


def _choose(variants: tuple[Variant, ...], facts: Facts) -> Letter | None:
    for variant in variants:
        letter = variant.letter(facts.language, facts.register)
        if letter and variant.effort in (None, facts.effort) and all(facts.known(name) for name in variant.when):
            return letter
    return None


def _language(contact: Contact, network: Network, drafts: Drafts) -> str:
    """What you speak with somebody; where nothing says it, a Spanish register does, else your own, else the page's."""
    return contact.language or ("es" if contact.address_form else next(iter(network.me.languages), drafts.language))


def _register(people: tuple[Contact, ...]) -> Register | None:
    """How to address them together: usted as soon as one is, nothing guessed where one is not recorded."""
    forms = [c.address_form for c in people]
    return None if None in forms else "usted" if "usted" in forms else "tu"

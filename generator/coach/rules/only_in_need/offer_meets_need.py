"""Finds people who look for what another of your people offers, so that you can introduce them.

Looking for contacts for one's own gain makes people feel dirty, doing it for somebody else does not
(Casciaro, Gino & Kouchaki 2016). Words are compared as terms.py does, by an index and never pair by pair.
Each need gets the one helper who is nearest to you (then by name). Both must be people you may write to and
who are not dormant; nobody is introduced to somebody of the same organisation, to whoever brought them to
you, or again where an introduction for that need is already noted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator.coach.directory import nearest
from generator.coach.finding import Finding, Severity
from generator.coach.introductions import acquainted, introduced
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.terms import terms_of
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "opportunity"
GRADE = "A"
NUMBERS = (Number("most", 3, "people", HOUSE, "H", note="for one term that many look for"),)

LOOKED_AT = 25  # helpers for one need: further ones are too far away to be worth the time


class Part(NamedTuple):
    """Somebody who takes part: their place among those who are asked, the terms they offer, and those they look for."""

    contact: Contact
    place: tuple[int, str, str]
    offers: tuple[str, ...]
    needs: Mapping[str, str]


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each need of somebody that the best helper could meet."""
    people = sorted(filter(None, of_each(network, _part, day).values()), key=lambda part: part.place)
    helpers = _helpers(people)
    found: Counter[str] = Counter()
    for contact, _, _, needs in people:
        for term, need in needs.items():
            if term not in helpers or found[term] >= settings.days("most"):
                continue
            other = _best(network, contact, helpers[term][:LOOKED_AT])
            if other:
                found[term] += 1
                yield Finding(
                    subject=contact, place=contact.origin.at("needs"), action="introduce",
                    facts={"who": contact, "other": other, "what": need}, key=term, draft="ask-introduction",
                )


def _part(network: Network, contact: Contact, day: date) -> Part | None:
    """What somebody has to do with it; None for who is left alone, or neither looks for anything nor offers it."""
    if not may_be_named(contact, day) or contact.closeness == "dormant" or not (contact.needs or contact.offers):
        return None
    terms = terms_of(network.coach.synonyms)
    return Part(
        contact, nearest(contact), tuple(dict.fromkeys(s for offer in contact.offers for s in terms.senses(offer))),
        {terms.normal(need): need for need in reversed(contact.needs)},
    )


def _helpers(people: Sequence[Part]) -> Mapping[str, list[Contact]]:
    """By term, who offers it, the nearest first."""
    found: dict[str, list[Contact]] = {}
    for contact, _, offers, _ in people:
        for term in offers:
            found.setdefault(term, []).append(contact)
    return found


def _best(network: Network, contact: Contact, helpers: Sequence[Contact]) -> Contact | None:
    """The first who fits; nobody at all where an introduction to one of them is under way or made."""
    if any(introduced(contact, other) for other in helpers):
        return None
    return next((o for o in helpers if o.id != contact.id and not acquainted(network, contact, o)), None)

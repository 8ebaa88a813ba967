"""Finds what you want somebody in your network to know and nobody there does.

It goes through `wanted_expertise` of me.yml and looks among what people know, offer and do for a living;
words are compared as terms.py does. If only dormant people know it, it names them: a hello is nearer than a
search. No source says which trades to have near; the list is yours. Without any contact it is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.terms import terms_of
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "H"
NUMBERS = (Number("named", 3, "people", HOUSE, "H"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each wanted term that nobody covers, or only people who sleep."""
    if not network.contacts:
        return
    terms = terms_of(network.coach.synonyms)
    known = of_each(network, _knows)
    for term, wanted in {terms.normal(w): w for w in reversed(network.me.wanted_expertise)}.items():
        people = [network.contacts[who] for who, what in known.items() if term in what]
        if not term or any(c.closeness != "dormant" or not may_be_named(c, day) for c in people):
            continue
        asleep = tuple(people[: max(settings.days("named"), 1)])
        facts: dict[str, Fact] = {"what": wanted}
        yield Finding(
            subject=None, place=network.me.origin.at("wanted_expertise"), action="keep", key=term,
            variant="dormant" if asleep else "default",
            facts=facts | {"people": asleep, "count": len(asleep)} if asleep else facts,
        )


def _knows(network: Network, contact: Contact) -> set[str]:
    # Somebody who is paused is still somebody you know; of the others nobody may expect help.
    if contact.status not in ("active", "paused"):
        return set()
    terms = terms_of(network.coach.synonyms)
    written = (*contact.expertise, *contact.offers, *([contact.role] if contact.role else ()))
    return {term for text in written for term in terms.senses(text)}

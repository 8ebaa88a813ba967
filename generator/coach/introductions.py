"""Introductions: who of some people could be of help to another of them, found by an index of what they offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.coach.terms import normal, senses
from generator.records.contact import Contact
from generator.records.network import Network


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody's need, in their words, and somebody else who offers just that."""

    seeker: Contact
    helper: Contact
    need: str


def matches(network: Network, people: Iterable[Contact]) -> Iterator[Match]:
    """For each need of one of these people the first other one who offers it, and each two of them only once.

    Left out are who know each other already: one house, one brought the other to you, or an introduction is noted.
    """
    people, seen = tuple(people), set[frozenset[str]]()
    helpers: dict[str, list[Contact]] = {}
    for contact in people:
        for term in dict.fromkeys(sense for offer in contact.offers for sense in senses(offer)):
            helpers.setdefault(term, []).append(contact)
    for contact in people:
        for need in contact.needs:
            fitting = helpers.get(normal(need), ())
            other = next((o for o in fitting if o.id != contact.id and _strangers(network, contact, o)), None)
            pair = frozenset({contact.id, other.id}) if other else frozenset()
            if other and pair not in seen:
                seen.add(pair)
                yield Match(contact, other, need)


def _strangers(network: Network, one: Contact, other: Contact) -> bool:
    return not introduced(one, other) and not acquainted(network, one, other)


def introduced(one: Contact, other: Contact) -> bool:
    """Whether an introduction between them is noted, whatever became of it."""
    return any(i.to == other.id for i in one.introductions) or any(i.to == one.id for i in other.introductions)


def acquainted(network: Network, one: Contact, other: Contact) -> bool:
    """Whether two of your people are of one house, or one of them brought the other to you."""
    orgs = [(network.org_name(c) or "").casefold() for c in (one, other)]
    through = [c.met.through if c.met else None for c in (one, other)]
    return (orgs[0] != "" and orgs[0] == orgs[1]) or through[0] == other.id or through[1] == one.id

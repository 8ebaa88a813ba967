"""Topics: what there is to talk about with the people of an event, and what has been talked about already.

Somebody's topic counts as spent once it has a `used`, or once it stood on the list of an earlier event where you
met that person: nobody likes to be asked the same thing twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from generator.coach.prep import contacts_at, may_be_named
from generator.coach.terms import normal, senses
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network

LONG = 5
"""Letters from which on a word is telling enough to connect two topics by itself."""

_EVERYDAY = """
nuevo nueva ahora después último última primero primera mejor mundo gente semana trabajo empresa proyecto verdad equipo
cliente pequeño pequeña grande sobre about after before better company every first great little people project small
their thing think today which world would years
"""
COMMON = frozenset(map(normal, _EVERYDAY.split()))
"""Words that two topics may share without having anything to do with each other."""


@dataclass(frozen=True, slots=True)
class Spent:
    """With whom, and when, a topic was talked about."""

    contact: Contact
    when: PartialDate


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic for an event: whose it is, none of them where it is only yours, and whether you care about it, too."""

    text: str
    people: tuple[Contact, ...]
    mine: bool


def same_topic(one: str, other: str) -> bool:
    """Whether two topics are one: told apart by no more than how they are written, or one says all of the other."""
    words, others = (frozenset(normal(text).split()) for text in (one, other))
    few = min(words, others, key=len)
    return words == others or (len(few) > 1 and few == words & others)


def spent_with(contact: Contact, event: Event, network: Network, day: date) -> Mapping[str, PartialDate]:
    """What you have talked about with somebody before an event, and when."""
    past = (e for e in network.events_of.get(contact.id, ()) if e.id != event.id and e.date.day <= event.date.day)
    found = {t.text: e.date.date for e in past if _met_there(contact, e, network, day) for t in e.topics}
    used = {t.text: t.used for t in contact.topics if t.used and t.used.start <= day}
    return {**found, **used}


def _met_there(contact: Contact, past: Event, network: Network, day: date) -> bool:
    """Whether the two of you met at an event that is over."""
    if past.status in ("skipped", "cancelled") or past.date.date.start > day:
        return False
    return contact.id in network.met_at.get(past.id, ())


def spent_topics(event: Event, network: Network, day: date) -> Mapping[str, tuple[Spent, ...]]:
    """Of the topics on an event's list, by their text, with whom of those expected you talked about them before."""
    found: dict[str, tuple[Spent, ...]] = {}
    known = [(c, spent_with(c, event, network, day)) for c in contacts_at(event, network)]
    for topic in event.topics:
        spent = (Spent(c, at) for c, before in known for text, at in before.items() if same_topic(text, topic.text))
        once = {s.contact.id: s for s in spent}
        if once:
            found[topic.text] = tuple(once.values())
    return found


def suggested(event: Event, network: Network, day: date) -> tuple[Suggestion, ...]:
    """Topics for an event: first those you share with somebody there, then each person's in turn, then your own."""
    taken = [t.text for t in event.topics]
    mine = {t.text: senses_and_words(t.text) for t in network.me.topics}
    shared: set[str] = set()
    theirs: dict[str, Suggestion] = {}
    for contact, text in _in_turn(event, network, day):
        key = normal(text)
        if not any(same_topic(text, t) for t in taken):
            before = theirs.get(key)
            people = (*(before.people if before else ()), contact)
            alike = [own for own, words in mine.items() if words & senses_and_words(text)]
            theirs[key] = Suggestion(text, people, bool(alike))
            shared.update(alike)
    taken += [s.text for s in theirs.values()]
    fresh = (t.text for t in network.me.topics if not t.used and t.text not in shared)
    own = (text for text in fresh if not any(same_topic(text, other) for other in taken))
    return (*sorted(theirs.values(), key=lambda s: not s.mine), *(Suggestion(text, (), mine=True) for text in own))


def _in_turn(event: Event, network: Network, day: date) -> Iterator[tuple[Contact, str]]:
    """The first fresh topic of each person, then the second ones."""
    people = [c for c in contacts_at(event, network) if may_be_named(c, day)]
    for row in zip_longest(*([(c, text) for text in fresh_topics(c, event, network, day)] for c in people)):
        yield from filter(None, row)


def fresh_topics(contact: Contact, event: Event, network: Network, day: date) -> tuple[str, ...]:
    """Somebody's topics that the two of you have not talked about."""
    spent = spent_with(contact, event, network, day)
    return tuple(t.text for t in contact.topics if not any(same_topic(t.text, before) for before in spent))


def senses_and_words(topic: str) -> frozenset[str]:
    """What a topic can be recognised by: its terms, and the words in it that are long and say something."""
    words = (word for word in normal(topic).split() if len(word) >= LONG and word not in COMMON)
    return frozenset((*senses(topic), *words))

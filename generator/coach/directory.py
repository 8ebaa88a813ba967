"""Directory: who can help with what and who looks for what, each thing once however it is written.

An index by term, made in one pass over the people; nobody is compared with anybody. Who must not be contacted
or is no longer there is left out: nobody may expect help from them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.coach.one_by_one import of_each
from generator.coach.terms import Terms, plain_words, terms_of
from generator.records.contact import Contact
from generator.records.folder import RESERVED
from generator.records.network import Network
from generator.records.scalars import slug

NEARNESS = ("inner", "close", "active", "wider", None, "dormant")
"""From whom it is nearest to ask; a tie that nobody has named stands before one that sleeps."""

_LONGEST = 48
_DIGITS = 10
_LIKE_OURS = re.compile(rf"-[0-9a-f]{{{_DIGITS}}}\Z")


@dataclass(slots=True)
class Tied:
    """Somebody on the page of a term, with the words that bring them there, as they stand in their file."""

    contact: Contact
    offers: list[str] = field(default_factory=list)
    knows: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)

    @property
    def helps(self) -> bool:
        """Whether they know about it, offer it or do it for a living."""
        return bool(self.offers or self.knows)


@dataclass(slots=True)
class Entry:
    """One term: its people, the nearest first, the ways it is written, the most frequent first, and its neighbours.

    `slug` is its part of the address.
    `wider` are the keys of trades that it is a kind of, `narrower` those of its own kinds.
    """

    key: str
    slug: str = ""
    people: dict[str, Tied] = field(default_factory=dict)
    written: Counter[str] = field(default_factory=Counter)
    wanted: bool = False
    wider: dict[str, None] = field(default_factory=dict)
    narrower: dict[str, None] = field(default_factory=dict)

    @property
    def helpers(self) -> tuple[Tied, ...]:
        """Who can help: those who offer it before those who only know it, and then the nearest first."""
        return tuple(sorted((t for t in self.people.values() if t.helps), key=lambda t: not t.offers))

    @property
    def seekers(self) -> tuple[Tied, ...]:
        """Who looks for it, the nearest first."""
        return tuple(t for t in self.people.values() if t.needs)

    @property
    def wordings(self) -> tuple[str, ...]:
        """How people's files have it, the most frequent first and then by the alphabet."""
        return tuple(sorted(self.written, key=lambda w: (-self.written[w], w.casefold(), w)))


@dataclass(frozen=True, slots=True)
class Directory:
    """Every term by its key, in the order of the keys."""

    entries: Mapping[str, Entry]
    terms: Terms

    def name(self, entry: Entry, language: str) -> str:
        """What a term is called on a page of that language."""
        trade = self.terms.trade(entry.key)
        if trade:
            return trade.called(language, entry.wordings)
        return next(iter(entry.wordings), entry.key)

    def ways(self, entry: Entry) -> tuple[str, ...]:
        """Every way to write it: those of people's files, and those the table and the user's synonyms know."""
        trade = self.terms.trade(entry.key)
        return tuple(dict.fromkeys((*entry.wordings, *(trade.all_ways if trade else ()))))


def directory_of(network: Network) -> Directory:
    """The directory of a network, as far as its audience may see it."""
    terms, people = terms_of(network.coach.synonyms), _people(network)
    entries = {key: replace(entry, people={}) for key, entry in _terms_in(network, people).items()}
    for contact in people:
        _tie(entries, terms, contact)
    return Directory(entries, terms)


def addresses_of(network: Network) -> Mapping[str, str]:
    """The parts of the addresses of all terms, by their keys; the same as in the directory, and sooner known."""
    return {key: entry.slug for key, entry in _terms_in(network, _people(network)).items()}


def _people(network: Network) -> list[Contact]:
    places = of_each(network, _place)
    return sorted(filter(is_listed, network.contacts.values()), key=lambda contact: places[contact.id])


def _place(_network: Network, contact: Contact) -> tuple[int, str, str]:
    return nearest(contact)


def _terms_in(network: Network, people: Iterable[Contact]) -> Mapping[str, Entry]:
    said = tuple((c.expertise, c.offers, c.needs, c.role) for c in people)
    return _entries(network.me.wanted_expertise, said, network.coach.synonyms)


@lru_cache(maxsize=2)
def _entries(
    wanted: tuple[str, ...], people: Iterable[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str | None]],
    synonyms: tuple[tuple[str, ...], ...],
) -> Mapping[str, Entry]:
    """Every term, with nobody on its page yet, in the order of the keys; an edit seldom makes another one."""
    terms, entries = terms_of(synonyms), dict[str, Entry]()
    for text in wanted:
        for entry in _file(entries, terms, text):
            entry.wanted = True
    for expertise, offers, needs, role in people:
        for text in (*expertise, *offers, *needs):
            _file(entries, terms, text)
        for key in terms.senses(role or ""):
            if terms.trade(key):
                entries.setdefault(key, Entry(key))
    for entry in entries.values():
        entry.slug = _slug(entry, terms)
    return {key: entries[key] for key in sorted(entries)}


def is_listed(contact: Contact) -> bool:
    """Whether somebody stands in the directory; who is paused is still somebody you know."""
    return contact.status in ("active", "paused")


def nearest(contact: Contact) -> tuple[int, str, str]:
    """What people are sorted by when somebody is to be asked: how well you know them, then their names."""
    return NEARNESS.index(contact.closeness), contact.name.display.casefold(), contact.id


def _slug(entry: Entry, terms: Terms) -> str:
    """A term's part of the address, in whole words and the same in every language.

    A known trade has the table's first word for it; any other term the shortest way in which it is written, so that
    its one counts before its many. No two terms share an address, for an address read as a term names that one term;
    where no way to write it does, or it is too long, it gets a few digits of its own.
    """
    trade = terms.trade(entry.key)
    ways = [" ".join(plain_words(way)) for way in (trade.all_ways if trade else entry.wordings)]
    ways = ways if trade else sorted(ways, key=lambda way: (way.count(" "), len(way), way))
    found = next((way for way in ways if _goes_whole(way) and terms.keys(way) == (entry.key,)), None)
    if found:
        return slug(found)
    digits = hashlib.sha256(entry.key.encode()).hexdigest()[:_DIGITS]
    start = slug(next(iter(ways), ""))
    return "-".join(filter(None, [start if len(start) <= _LONGEST else start[:_LONGEST].rpartition("-")[0], digits]))


def _goes_whole(way: str) -> bool:
    """Whether a way to write a term can be an address as it is, and takes no other one's place."""
    plain = slug(way)
    free = plain not in RESERVED and not _LIKE_OURS.search(plain)
    return plain == way.replace(" ", "-") and len(plain) <= _LONGEST and free


def _file(entries: dict[str, Entry], terms: Terms, text: str) -> Iterable[Entry]:
    """The entries of what a text names, made where there are none; trades inside it get theirs, too."""
    said = terms.named(text)
    named = [entries.setdefault(key, Entry(key)) for key in said]
    for entry in named:
        if said[entry.key]:
            entry.written[said[entry.key]] += 1
    for trade in (key for key in terms.senses(text) if terms.trade(key) and key not in said):
        wide = entries.setdefault(trade, Entry(trade))
        for entry in named:
            entry.wider[trade], wide.narrower[entry.key] = None, None
    return named


def _tie(entries: Mapping[str, Entry], terms: Terms, contact: Contact) -> None:
    """Put somebody on the pages of all that their words stand for."""
    for what, text in _words_of(contact):
        for key in terms.senses(text):
            if key in entries:
                tied = entries[key].people.setdefault(contact.id, Tied(contact))
                words: list[str] = getattr(tied, what)
                words.append(text)


def _words_of(contact: Contact) -> Iterator[tuple[str, str]]:
    yield from (("offers", text) for text in dict.fromkeys(contact.offers))
    yield from (("knows", text) for text in dict.fromkeys((*contact.expertise, *filter(None, [contact.role]))))
    yield from (("needs", text) for text in dict.fromkeys(contact.needs))

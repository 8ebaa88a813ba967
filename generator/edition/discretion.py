"""Discretion: what a site for the public had better not say of anybody, found before anything is made.

A safety stop and not a judge: it knows the words of `content/sensitive.yml` and the owner's, not what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.coach.proofreading import ContentError, text_of
from generator.edition.shelf import find
from generator.records.contact import Contact
from generator.records.documents import Document, read_document
from generator.records.event import Event, VenueParts
from generator.records.faults import found_in
from generator.records.near import near_miss
from generator.records.network import Network
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.record import ORIGIN_KEY, Record
from generator.words.catalogue import N_
from generator.words.speech import Speech

CATEGORIES: Mapping[str, str] = {
    "health": N_("health"), "politics": N_("politics"), "religion": N_("religion"), "union": N_("union membership"),
    "orientation": N_("sexual orientation"), "judgement": N_("a judgement"), "own": N_("your own list"),
}
"""What the words of the list are about, in its order; the last one is of the owner's own words."""

READ: Mapping[type[Record], tuple[str, ...]] = {
    Contact: ("role", "expertise"), Event: ("title", "venue"), VenueParts: ("name", "address"),
}
"""Texts in one's own words that the public may read; what somebody or their employer is called is not among them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One word that would be published: where it stands, what it is about, the word, and the text around it."""

    place: Place
    category: str
    word: str
    text: str


def read_words(content: Path) -> dict[str, tuple[str, ...]]:
    """The words by category, of all languages together: people write in more than one.

    Raises `ContentError` with everything that is wrong in the file.
    """
    name = "sensitive.yml"
    document = read_document(name, text_of(find(content, name), name).encode())
    said = document.value or {}
    if found := document.problems or tuple(_faults(document, said)):
        raise ContentError(found)
    return {category: tuple(str(word) for words in _items(said[category]).values() for word in words)
            for category in _items(said)}


def _faults(document: Document, said: Any) -> Iterator[Problem]:
    """What is no category, no language with its list, or no word."""
    if not isinstance(said, dict):
        yield document.problem((), "not-a-mapping", {"found": found_in(said)})
        return
    for category, spoken in _items(said).items():
        if category not in CATEGORIES:
            known = tuple(CATEGORIES)
            facts = {"value": category, "known": ", ".join(known), "near": near_miss(category, known)}
            yield document.problem((category,), "content-category", facts, at_key=True)
        elif not isinstance(spoken, dict):
            yield document.problem((category,), "not-a-mapping", {"found": found_in(spoken)})
        else:
            for language, words in _items(spoken).items():
                path = (category, language)
                if not isinstance(words, list):
                    yield document.problem(path, "not-a-list", {"found": found_in(words)})
                    continue
                for n, word in enumerate(words):
                    if not isinstance(word, str):
                        yield document.problem((*path, n), "not-text", {"found": found_in(word)})


def _items(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key != ORIGIN_KEY}


def slips(whole: Network, shown: Network, words: Mapping[str, tuple[str, ...]]) -> Iterator[Slip]:
    """Every word of the list in the texts that the public may see, with its place in the whole network."""
    site = whole.me.site
    patterns = {category: _pattern(listed) for category, listed in {**words, "own": site.watch}.items() if listed}
    meant = [_plain(item.text) for item in site.meant]
    records = [*(whole.contacts[i] for i in shown.contacts), *(whole.events[i] for i in shown.events)]
    for place, text in _texts(records):
        plain = _plain(text)
        for category, pattern in patterns.items():
            for found in pattern.finditer(plain):
                if not any(found[0] in m and m in plain for m in meant):
                    yield Slip(place, category, text[found.start() : found.end()], text)


def told(slip: Slip, speech: Speech) -> str:
    """A slip in one line, with its place and how to go on."""
    return speech.text(
        "data/{place}: `{word}` says something of {category} and would be public: “{text}”. Write it otherwise, take "
        "back `share: public`, or say that it is meant, in me.yml: site: {{meant: [{{text: {word}, reason: …}}]}}",
        place=str(slip.place), word=slip.word, category=speech.text(CATEGORIES[slip.category]), text=slip.text,
    )


def _texts(records: Iterable[Record]) -> Iterator[tuple[Place, str]]:
    """Every text that the public gets to read of some records, with its place."""
    for record in records:
        for name in READ[type(record)]:
            value = getattr(record, name)
            if isinstance(value, Record):
                yield from _texts((value,))
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, str):
                    yield record.origin.at(name), part


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    each = (r"\w*".join(re.escape(part) for part in _plain(w).split("*")) for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)")


def _plain(text: str) -> str:
    """A text in small letters without accents, as long as it was."""
    return "".join((unicodedata.normalize("NFD", c)[:1] or c).lower()[:1] or c for c in text)

"""Discretion: what a site for the public had better not say of anybody, found before anything is made.

A safety stop and not a judge: it knows the words of `content/sensitive.yml` and the owner's, not what they mean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.edition.shelf import find
from generator.records.contact import Contact
from generator.records.event import Event, VenueParts
from generator.records.network import Network
from generator.records.places import Place
from generator.records.record import Record
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
    """The words by category, of all languages together: people write in more than one."""
    found = yaml.safe_load(find(content, "sensitive.yml").read_text(encoding="utf-8"))
    return {category: tuple(w for words in found[category].values() for w in words) for category in found}


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
    each = (re.escape(_plain(w.removesuffix("*"))) + (r"\w*" if w.endswith("*") else "") for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)")


def _plain(text: str) -> str:
    """A text in small letters without accents, as long as it was."""
    return "".join((unicodedata.normalize("NFD", c)[:1] or c).lower()[:1] or c for c in text)

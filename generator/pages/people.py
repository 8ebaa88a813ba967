"""People: everybody you know, by the letter of the surname that counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.pages.company import role_of
from generator.pages.labels import tone
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.records.names import PARTICLES

OTHER = "#"
"""Where names stand that no letter of our alphabet begins."""

_LATIN = str.maketrans({
    "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Æ": "AE", "Œ": "OE", "Þ": "TH", "Ħ": "H", "İ": "I", "ẞ": "SS",
})
"""Letters with a stroke or two in one: they have no accent to take away, and their own people look here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: who, what they do, their tint, and how many things are open with them."""

    contact: Contact
    role: str
    tone: int
    open: int


@dataclass(frozen=True, slots=True)
class Letter:
    """All whose surname begins with one letter; `id` is its anchor."""

    letter: str
    id: str
    entries: tuple[Entry, ...]


def pages(sources: Sources) -> Iterator[Page]:
    """The one page of everybody."""
    desk = Desk(sources, "people/")
    yield desk.later("people", sources.speech.text("People"), lambda: _view(desk), tab="people/")


def _view(desk: Desk) -> Mapping[str, Any]:
    letters = by_letter(desk)
    opened = sum(entry.open > 0 for letter in letters for entry in letter.entries)
    return {"letters": letters, "opened": opened, "total": len(desk.sources.network.contacts)}


def by_letter(desk: Desk) -> tuple[Letter, ...]:
    """Everybody, in the order of the alphabet of the page's language."""
    language = desk.sources.speech.language
    ordered = sorted(desk.sources.network.contacts.values(), key=lambda c: _key(c, language))
    groups = groupby(ordered, key=lambda c: letter_of(sorting(c), language))
    return tuple(Letter(letter, _anchor(letter), tuple(_entry(desk, c) for c in those)) for letter, those in groups)


def sorting(contact: Contact) -> str:
    """What a name is sorted by: its first surname, without particles that someone wrote into it."""
    words = contact.name.first_surname.split()
    while len(words) > 1 and words[0].lower() in PARTICLES:
        del words[0]
    return " ".join(words).lstrip("'’‘-. ")


def letter_of(surname: str, language: str) -> str:
    """The letter a surname stands under: without its accent, Ñ by itself in Spanish, `#` for other scripts."""
    first = fold(surname, language)[:1]
    return first if "A" <= first <= "Z" or first == "Ñ" else OTHER


def fold(text: str, language: str) -> str:
    """A text in capitals and without accents; in Spanish ñ is a letter and keeps its tilde."""
    capitals = unicodedata.normalize("NFC", text.upper()).translate(_LATIN)
    return "".join(char if char == "Ñ" and language == "es" else _plain(char) for char in capitals)


def _plain(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))


def _key(contact: Contact, language: str) -> tuple[object, ...]:
    surname = sorting(contact)
    # "N~" sorts after every other N and before O.
    by_surname, by_name = (fold(t, language).replace("Ñ", "N~") for t in (surname, contact.name.display))
    return letter_of(surname, language) == OTHER, by_surname, by_name, contact.id


def _anchor(letter: str) -> str:
    return {"Ñ": "letter-enye", OTHER: "letter-other"}.get(letter, f"letter-{letter.lower()}")


def _entry(desk: Desk, contact: Contact) -> Entry:
    # Gaps in what is written down are no matter between the two of you.
    about = [a.finding for a in desk.sources.coaching.about(contact.id) if not a.finding.planned]
    opened = sum(not f.waiting and f.action != "record" for f in about)
    return Entry(contact, role_of(desk, contact), tone(contact.id), opened)

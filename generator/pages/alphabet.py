"""Alphabet: where a name or a word stands, as the readers of the page's language look for it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.records.contact import Contact
from generator.records.names import PARTICLES

OTHER = "#"
"""Where names stand that no letter of our alphabet begins."""

Key = tuple[object, ...]

_LATIN = str.maketrans({
    "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Æ": "AE", "Œ": "OE", "Þ": "TH", "Ħ": "H", "İ": "I", "ẞ": "SS",
})
"""Letters with a stroke or two in one: they have no accent to take away, and their own people look here."""


def surname_of(contact: Contact) -> str:
    """What a name is sorted by: its first surname, without particles that someone wrote into it."""
    words = contact.name.first_surname.split()
    while len(words) > 1 and words[0].lower() in PARTICLES:
        del words[0]
    return " ".join(words).lstrip("'’‘-. ")


def letter_of(word: str, language: str) -> str:
    """The letter a word stands under: without its accent, Ñ by itself in Spanish, `#` for other scripts."""
    first = fold(word, language)[:1]
    return first if "A" <= first <= "Z" or first == "Ñ" else OTHER


def anchor_of(letter: str) -> str:
    """A letter as part of an address."""
    return {"Ñ": "enye", OTHER: "other"}.get(letter, letter.lower())


@lru_cache(maxsize=1 << 16)
def fold(text: str, language: str) -> str:
    """A text in capitals and without accents; in Spanish ñ is a letter and keeps its tilde."""
    capitals = unicodedata.normalize("NFC", text.upper()).translate(_LATIN)
    return "".join(char if char == "Ñ" and language == "es" else _plain(char) for char in capitals)


def by_word(word: str, language: str) -> Key:
    """What words are sorted by: other scripts last, "Ñ" after every other N and before O."""
    return letter_of(word, language) == OTHER, _placed(word, language)


def by_name(contact: Contact, language: str) -> Key:
    """What people are sorted by: the surname, then the whole name."""
    return *by_word(surname_of(contact), language), _placed(contact.name.display, language), contact.id


def _placed(text: str, language: str) -> str:
    return fold(text, language).replace("Ñ", "N~")


def _plain(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))

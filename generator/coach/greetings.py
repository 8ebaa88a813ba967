"""Greetings: what to call somebody at the head of a letter, with the titles that are noted and no other."""

from __future__ import annotations

from generator.records.names import NameParts

_BEFORE_FIRST_NAME = {"don": "don", "doña": "doña", "d": "don", "dña": "doña", "d.ª": "doña"}
_TITLES = frozenset(
    {*_BEFORE_FIRST_NAME, "dr", "dra", "prof", "profa", "sr", "sra", "señor", "señora", "mr", "mrs", "ms"}
)


def first_name(name: NameParts) -> str:
    """The first name, also where a plain name begins with a title: Dra. Ana Ruiz."""
    words = name.short.split()
    if words[0].casefold().rstrip(".") not in _TITLES:
        return name.short
    return next((w for w in name.display.split() if w.casefold().rstrip(".") not in _TITLES), name.short)


def formal_name(name: NameParts) -> str:
    """How to greet formally: don Julián, Dra. Ruiz, Carmen; never two surnames, and a title only where one is noted."""
    title = (name.honorific or "").casefold().rstrip(".")
    if title in _BEFORE_FIRST_NAME:
        return f"{_BEFORE_FIRST_NAME[title]} {first_name(name)}"
    surname = " ".join(filter(None, [name.particle, name.first_surname]))
    if not title or name.first_surname == name.short:
        return first_name(name)
    return f"{title if title in {'señor', 'señora'} else name.honorific} {surname}"

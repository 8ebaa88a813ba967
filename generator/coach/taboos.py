"""Taboos: whether a present is among the things somebody avoids, or means something else where they live.

Words are compared without accents, capitals and plural endings. Something that is only about a thing (a
book on wine), or explicitly without it (beer without alcohol), is not that thing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

_WORD = re.compile(r"[a-z0-9ñ]+")
_ABOUT = {
    "libro", "novela", "revista", "guia", "pelicula", "documental", "disco", "book", "novel", "magazine", "guide",
    "film",
}
_AND = {"y", "e", "and", "con", "with", "mas", "plus"}
_WITHOUT = {"sin", "without", "no", "non"}
_OF = {"de", "del", "of", "the", "and", "y", "a", "al", "o", "or"}
_UNITS = {
    "año", "años", "year", "years", "euros", "eur", "grados", "degrees", "cm", "mm", "ml", "cl", "l", "g", "kg", "h",
    "horas", "hours",
}
# Base, because it leaves every value as typed: a region NO stays a text.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Text = Annotated[str, Field(min_length=1)]


class Taboo(BaseModel):
    """A present that is better not given in some regions (or anywhere, when none is named).

    `numbers` are quantities: thirteen of anything.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Text
    words: tuple[Text, ...] = ()
    numbers: tuple[Text, ...] = ()
    regions: tuple[Text, ...] = ()
    sources: Annotated[tuple[Text, ...], Field(min_length=1)]
    grade: Literal["A", "B", "C", "H"]
    disputed: bool = False

    def holds_in(self, region: str | None) -> bool:
        """Whether it is known of that region; one without a region holds everywhere."""
        return not self.regions or (region or "").partition("-")[0] in self.regions

    def is_in(self, gift: str) -> bool:
        """Whether a present is one."""
        return any(mentions(gift, word) for word in self.words) or any(_counts(gift, n) for n in self.numbers)


class Family(BaseModel):
    """Words for a group of things, and what belongs to it: wine is alcohol."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: Annotated[tuple[Text, ...], Field(min_length=1)]
    kinds: Annotated[tuple[Text, ...], Field(min_length=1)]


@cache
def taboos() -> tuple[Taboo, ...]:
    """All known ones, in the order of their file."""
    return tuple(Taboo.model_validate(entry) for entry in _data()["taboos"])


@cache
def _families() -> tuple[Family, ...]:
    return tuple(Family.model_validate(entry) for entry in _data()["families"])


@cache
def _data() -> Any:
    text = files("generator.coach").joinpath("taboos.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  # the base loader makes nothing but texts


def is_among(gift: str, thing: str) -> bool:
    """Whether a present is a thing somebody avoids, or one of its kind."""
    if _denies(gift, thing):
        return False
    kinds = [k for family in _families() if any(_alike(thing, name) for name in family.names) for k in family.kinds]
    return any(mentions(gift, word) for word in (thing, *kinds))


def mentions(text: str, thing: str) -> bool:
    """Whether a thing of one or more words is named in a text, and not only as what something is about."""
    words, wanted = _words(text), _words(thing)
    return bool(wanted) and any(
        _same(words[i : i + len(wanted)], wanted) and not _is_about(words[:i])
        for i in range(len(words) - len(wanted) + 1)
    )


def _denies(text: str, thing: str) -> bool:
    words, wanted = _words(text), _words(thing)
    for i in range(1, len(words) - len(wanted) + 1):
        if wanted and _same(words[i : i + len(wanted)], wanted):
            before, after = words[i - 1], words[i + len(wanted) : i + len(wanted) + 1]
            if before in _WITHOUT or after == ["free"]:
                return True
    return bool(wanted) and _same(words[: len(wanted)], wanted) and words[len(wanted) : len(wanted) + 1] == ["free"]


def _counts(text: str, number: str) -> bool:
    """Whether a text tells of so many of something; 13 years, or the 13 of a title, are no quantity."""
    words = _words(text)
    return any(
        word == number and after not in _OF and after not in _UNITS and not _is_about(words[:i])
        for i, (word, after) in enumerate(pairwise(words))
    )


def _is_about(before: list[str]) -> bool:
    """Whether what follows is only what a book or a film before it is about."""
    last = max((i for i, word in enumerate(before) if _stems(word) & _ABOUT), default=None)
    return last is not None and not _AND & set(before[last + 1 :])


def _alike(one: str, other: str) -> bool:
    return _same(_words(one), _words(other))


def _same(some: list[str], others: list[str]) -> bool:
    return len(some) == len(others) and all(_stems(a) & _stems(b) for a, b in zip(some, others, strict=True))


def _stems(word: str) -> set[str]:
    """A word and what it may be the plural of."""
    endings = ("s", "es") if len(word) > len("tés") else ()
    found = {word, *(word.removesuffix(e) for e in endings)}
    return found | ({word.removesuffix("ies") + "y"} if word.endswith("ies") else set())


def _words(text: str) -> list[str]:
    """Small letters without accents; ñ stays, for año is not ano."""
    kept = unicodedata.normalize("NFC", text).casefold().replace("ñ", "\0")
    plain = "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))
    return _WORD.findall(plain.replace("\0", "ñ"))

"""Terms: what people know, offer and look for, written in many ways and brought to one.

Accents, capitals, articles and plurals make no difference, nor does the language of a known trade: the
table terms.yml holds one trade a line, in both languages. Whoever misses a trade adds a line there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"[^\W_]+[+#]*")  # C, C++ and C# are three things
_BREAK = re.compile(r"[,;/&]|\b(?:y|e|o|u|and|or)\b")
_ARTICLES = frozenset({"un", "una", "unos", "unas", "el", "la", "los", "las", "a", "an", "the", "some"})
_LINKS = frozenset(
    {"de", "del", "para", "en", "con", "por", "sobre", "que", "of", "for", "in", "with", "on", "about", "to"}
)


@cache
def normal(term: str) -> str:
    """The one way to write a term, to compare it by; empty where there are no letters."""
    return " ".join(dict.fromkeys(filter(None, (_key(_words(part)) for part in _parts(term)))))


@cache
def senses(term: str) -> tuple[str, ...]:
    """The normal ways of all a term stands for: its own, and known trades its parts begin or end with.

    Employment lawyers are lawyers, and bookkeeping for shops is bookkeeping; books about law are no lawyer,
    so only what stands before the first `for`, `of` or the like is looked at.
    """
    found = [normal(term)]
    for part in _parts(term):
        found.append(_key(_words(part)))
        head = _head(part)
        edges = (words for n in range(1, len(head) + 1) for words in (head[:n], head[-n:]))
        found += [trade for words in edges if (trade := _trades().get(_stems(words)))]
    return tuple(dict.fromkeys(filter(None, found)))


def _parts(term: str) -> Iterator[str]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", term) if not unicodedata.combining(c)).casefold()
    return (part for part in _BREAK.split(folded) if part.strip())


def _words(part: str) -> list[str]:
    return [w for w in _WORD.findall(part) if w not in _ARTICLES and w not in _LINKS]


def _head(part: str) -> list[str]:
    words = [w for w in _WORD.findall(part) if w not in _ARTICLES]
    return words[: next((n for n, word in enumerate(words) if word in _LINKS), len(words))]


def _key(words: list[str]) -> str:
    """A whole phrase of the table, or else word by word."""
    trades = _trades()
    whole = _stems(words)
    return trades.get(whole) or " ".join(trades.get(word, word) for word in whole.split())


def _stems(words: list[str]) -> str:
    return " ".join(map(_stem, words))


def _stem(word: str) -> str:
    """A word without its plural: no real stem, but the same for one and for many in both languages."""
    if len(word) > 3 and not word.endswith("ss"):  # noqa: PLR2004  # `gas`, `bus` and `SEO` stay whole
        word = re.sub(r"(?:es|s|e)$", "", word)
    return re.sub(r"y$", "i", re.sub(r"z$", "c", word))


@cache
def _trades() -> Mapping[str, str]:
    """Every way to write a trade, by its words, with the first way of its line."""
    return {way: ways[0] for ways in groups() for way in ways}


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The lines of terms.yml, each way of a line brought to the form it is compared in."""
    raw = yaml.safe_load(files("generator.coach").joinpath("terms.yml").read_text(encoding="utf-8"))
    return tuple(tuple(dict.fromkeys(_stems(_words(next(_parts(way)))) for way in group)) for group in raw)

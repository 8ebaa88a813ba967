"""Terms: what people know, offer and look for, written in many ways and brought to one.

Accents, capitals, articles and plurals make no difference, nor does the language of a known trade: the
table terms.yml holds one trade a line, in both languages, and `synonyms` of coach.yml adds the user's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORD = re.compile(r"[^\W_]+[+#]*")  # C, C++ and C# are three things
_BREAK = re.compile(r"[,;/&]|\b(?:y|e|o|u|and|or)\b", re.IGNORECASE)
_ARTICLES = frozenset({"un", "una", "unos", "unas", "el", "la", "los", "las", "a", "an", "the", "some"})
_LINKS = frozenset(
    {"de", "del", "para", "en", "con", "por", "sobre", "que", "of", "for", "in", "with", "on", "about", "to"}
)
_NOT_MANY = frozenset({"derechos"})
"""Plurals that are another thing than their one: rights are not law."""

OWN = "own"
"""Stands for a language where the user's own synonyms are kept: they do not say which they are in."""

Synonyms = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """One thing and all that it is called: by language as written, and in the form that is compared."""

    key: str
    ways: Mapping[str, tuple[str, ...]]

    @property
    def all_ways(self) -> tuple[str, ...]:
        """Every way to write it, in all languages."""
        return tuple(dict.fromkeys(way for ways in self.ways.values() for way in ways))

    def called(self, language: str, written: Iterable[str] = ()) -> str:
        """What to call it in a language: the first of `written` that is not of another one, or the table's word."""
        mine, others = self._forms(language, OWN), self._forms(*(set(self.ways) - {language, OWN}))
        fitting = (way for way in written if form(way) in mine or form(way) not in others)
        table = (*self.ways.get(language, ()), *self.ways.get(OWN, ()), *self.all_ways)
        return next(fitting, table[0])

    def _forms(self, *languages: str) -> frozenset[str]:
        return frozenset(form(way) for language in languages for way in self.ways.get(language, ()))


class Terms:
    """The ways of writing that are one and the same: those of terms.yml, joined with the user's synonyms."""

    def __init__(self, synonyms: Synonyms = ()) -> None:
        own = ({OWN: tuple(w for w in group if form(w))} for group in synonyms)
        self.trades = tuple(_joined([*_table(), *(line for line in own if line[OWN])]))
        self._by_form = {form(way): trade for trade in self.trades for way in trade.all_ways}
        self._by_words: dict[str, Trade] = {}
        for written, trade in self._by_form.items():
            self._by_words.setdefault(self._word_by_word(written), trade)
        self._by_key = {trade.key: trade for trade in self.trades}
        self._longest = max(f.count(" ") for f in self._by_form) + 1
        # Only the user's own ways may hold a comma or an `and`; they are looked up before a term is taken apart.
        self._unbroken = {form(w) for group in synonyms for w in group if len(list(_parts(w))) > 1}
        self.keys = cache(self._keys)
        self.senses = cache(self._senses)

    def trade(self, key: str) -> Trade | None:
        """What the table knows of a key, if it is there."""
        return self._by_key.get(key)

    def normal(self, term: str) -> str:
        """The one way to write a term, to compare it by; empty where there are no letters."""
        return " ".join(self.keys(term))

    def _keys(self, term: str) -> tuple[str, ...]:
        """The things a term names, each in its one way: `redacción y corrección` are two."""
        whole = form(term)
        if whole in self._unbroken:
            return (self._by_form[whole].key,)
        return tuple(dict.fromkeys(filter(None, (self._key(_words(part)) for part in _parts(term)))))

    def named(self, term: str) -> Mapping[str, str]:
        """The things a term names, each with its words for it: `redacción y corrección` has one for each of two."""
        keys = self.keys(term)
        if len(keys) == 1:
            return {keys[0]: term}
        parts = ((self._key(_words(_folded(part))), part.strip()) for part in _BREAK.split(term))
        return {**dict.fromkeys(keys, ""), **{key: part for key, part in parts if key in keys}}

    def _senses(self, term: str) -> tuple[str, ...]:
        """The normal ways of all a term stands for: its own, and known trades its parts begin or end with.

        Employment lawyers are lawyers, and bookkeeping for shops is bookkeeping; books about law are no lawyer,
        so only what stands before the first `for`, `of` or the like is looked at.
        """
        found = [self.normal(term), *self.keys(term)]
        for part in _parts(term):
            head = _head(part)
            lengths = range(1, min(len(head), self._longest) + 1)
            edges = (words for n in lengths for words in (head[:n], head[-n:]))
            found += [trade.key for words in edges if (trade := self._by_form.get(_stems(words)))]
        return tuple(dict.fromkeys(filter(None, found)))

    def _key(self, words: list[str]) -> str:
        """A whole phrase of the table, or else word by word, which may be a phrase of it, too."""
        whole = _stems(words)
        by_words = self._word_by_word(whole)
        trade = self._by_form.get(whole) or self._by_words.get(by_words)
        return trade.key if trade else by_words

    def _word_by_word(self, stems: str) -> str:
        trades = ((word, self._by_form.get(word)) for word in stems.split())
        return " ".join(trade.key if trade else word for word, trade in trades)


@lru_cache(maxsize=4)
def terms_of(synonyms: Synonyms = ()) -> Terms:
    """The terms of a network with those synonyms, made once."""
    return Terms(synonyms)


def form(way: str) -> str:
    """A way to write something, in the form it is compared in; empty where there are no letters."""
    return _stems(_words(_folded(way))) if any(_parts(way)) else ""


def plain_words(term: str) -> tuple[str, ...]:
    """The words of a term in small letters and without accents, whole and in their order; articles say nothing."""
    return tuple(w for w in _WORD.findall(_folded(term)) if w not in _ARTICLES)


def _joined(lines: list[Mapping[str, tuple[str, ...]]]) -> Iterator[Trade]:
    """Lines that share a way made one, under the first way of the first of them."""
    parents, seen = list(range(len(lines))), dict[str, int]()
    for number, line in enumerate(lines):
        for way in (way for ways in line.values() for way in ways):
            low, high = sorted((_root(parents, number), _root(parents, seen.setdefault(form(way), number))))
            parents[high] = low
    groups: dict[int, list[Mapping[str, tuple[str, ...]]]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(_root(parents, number), []).append(line)
    for first, *more in groups.values():
        languages = dict.fromkeys(language for line in (first, *more) for language in line)
        ways = {name: tuple(way for line in (first, *more) for way in line.get(name, ())) for name in languages}
        yield Trade(form(next(way for ways in first.values() for way in ways)), ways)


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _folded(term: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", term) if not unicodedata.combining(c)).casefold()


def _parts(term: str) -> Iterator[str]:
    return (part for part in _BREAK.split(_folded(term)) if _words(part))


def _words(part: str) -> list[str]:
    return [w for w in _WORD.findall(part) if w not in _ARTICLES and w not in _LINKS]


def _head(part: str) -> list[str]:
    words = [w for w in _WORD.findall(part) if w not in _ARTICLES]
    return words[: next((n for n, word in enumerate(words) if word in _LINKS), len(words))]


def _stems(words: list[str]) -> str:
    return " ".join(map(_stem, words))


def _stem(word: str) -> str:
    """A word without its plural: no real stem, but the same for one and for many in both languages."""
    if len(word) > 3 and not word.endswith("ss") and word not in _NOT_MANY:  # noqa: PLR2004  # `gas`, `bus` and `SEO` stay whole
        word = re.sub(r"(?:es|s|e)$", "", word)
    return re.sub(r"y$", "i", re.sub(r"z$", "c", word))


@cache
def _table() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """The lines of terms.yml: by language, every way to write a trade."""
    text = files("generator.coach").joinpath("terms.yml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=_LOADER)  # noqa: S506  # the safe loader, in C where there is one
    return tuple({language: tuple(ways) for language, ways in line.items()} for line in raw)

"""Notes: whether what the user wrote down makes part of a letter's sentence as it is, and in which form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.coach.greetings import first_name
from generator.coach.texts import Phrases, Register
from generator.records.names import NameParts

_MOST = 90  # characters of a note that still make part of a sentence
_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"[?¿!¡;()\[\]\n{}]|\.\s")


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes as a letter of one language and register can take them; `own` is the language you write notes in."""

    all_phrases: Mapping[str, Phrases]
    language: str
    register: Register | None
    own: str
    name: NameParts

    @property
    def phrases(self) -> Phrases:
        """The small words of the letter's language."""
        return self.all_phrases[self.language]

    def fits(self, note: str, *, named: bool = False) -> bool:
        """Whether it is in the letter's language and can be said in its register."""
        return self._is_sayable(note, named=named) and self._is_own(note)

    def _is_sayable(self, note: str, *, named: bool = False) -> bool:
        """Short, one clause, and about nobody in a way that the register would turn round."""
        words = _words(note)
        strange = self.phrases.strange.get(self.register or "neutral", frozenset())
        calls = not named and first_name(self.name).casefold() in words
        broken = _BROKEN.search(note)
        return len(note) <= _MOST and not (broken or calls or strange.intersection(words))

    def _is_own(self, note: str) -> bool:
        """Whether a note is in the letter's language; without a sign of any, it is in yours."""
        words = _words(note)
        signs = {
            language: sum(w in said.marks for w in words) + (words[:1] != [] and words[0] in said.determiners)
            for language, said in self.all_phrases.items()
        }
        best = max(signs.values())
        if list(signs.values()).count(best) > 1:
            return self.own == self.language
        return signs[self.language] == best

    def thing(self, note: str | None) -> str | None:
        """A note that names a thing, as one both know of: una carta de recomendación, la carta de recomendación."""
        opening, _, rest = (trim(note, self.phrases) if note else "").partition(" ")
        if not note or not rest or opening not in self.phrases.determiners or not self.fits(trim(note, self.phrases)):
            return None
        return f"{self.phrases.definite.get(opening, opening)} {rest}"

    def task(self, note: str | None) -> str | None:
        """A note that begins with what is to be done: pasarme el contacto, send me the list."""
        said = re.sub(r"^(?:to|will) ", "", _lowered(note.rstrip(" .,:"))) if note else ""
        found = re.fullmatch(self.phrases.task, said.split()[0]) if said else None
        if found is None or said.split()[0] in self.phrases.not_a_task or not self.fits(said):
            return None
        whom = found[1] if found.groups() else None
        allowed = {None, "me", "nos", *({"te", "os"} if self.register == "tu" else ()),
                   *({"le", "les"} if self.register == "usted" else ())}
        return said if whom in allowed else None

    def doing(self, note: str | None) -> str | None:
        """What somebody did, as it goes after thanks for: me leyó el borrador, leerme el borrador."""
        if not note:
            return None
        said = re.sub(r"^(?:she|he|they|ella|él) ", "", _lowered(note.rstrip(" .,:")))
        whom, verb, rest = _split_verb(said, self.language)
        if verb in self.phrases.did and self._is_sayable(rest):
            return " ".join(filter(None, [self.phrases.did[verb] + whom, rest]))
        if self.phrases.gerund and re.match(self.phrases.gerund + r"\b", said):
            return said if self.fits(said) else None
        return self.task(note) if self.language == "es" else None

    def topic(self, note: str) -> str | None:
        """A note that names something to talk about, and not something to do."""
        return trim(note, self.phrases) if self.fits(note) and self.task(note) is None else None

    def clause(self, note: str | None, *, named: bool = False) -> str | None:
        """A note as it goes into a sentence, or None where it would not fit."""
        said = trim(note, self.phrases) if note else ""
        return said if said and self.fits(said, named=named) else None


def shortened(note: str) -> str:
    """A note as it stands beside a blank: no longer than a sentence can take."""
    return note if len(note) <= _MOST else note[:_MOST].rsplit(" ", 1)[0] + "…"


def trim(note: str, phrases: Phrases) -> str:
    """A note without its full stop, and without a capital that only its place gave it."""
    note = note.strip().rstrip(" .,:")
    opening = note.split()[0].casefold() if note else ""
    return _lowered(note) if opening in phrases.determiners | phrases.marks - {"i"} else note


def _words(note: str) -> list[str]:
    return _WORD.findall(note.casefold())


def _lowered(note: str) -> str:
    note = note.strip()
    return note if note[1:2].isupper() else note[:1].lower() + note[1:]


def _split_verb(said: str, language: str) -> tuple[str, str, str]:
    """Whom (as a Spanish verb takes it at its end), the verb and the rest of `me mandó un enlace`."""
    words = said.split()
    whom = words.pop(0) if language == "es" and len(words) > 1 and words[0] in {"me", "nos"} else ""
    return whom, words[0] if words else "", " ".join(words[1:])

"""Marks: what the last brackets of an inbox line say of it: a favour, thanks, a promise, a reply, a purpose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic_core import PydanticCustomError

from generator.records.contact import Purpose
from generator.records.days import day_meant
from generator.records.loose import due_named
from generator.records.messages import WORDS
from generator.records.moments import PartialDate
from generator.records.near import meant_by, near_miss
from generator.records.places import NOWHERE, Place
from generator.records.problems import Problem

PURPOSES: tuple[str, ...] = get_args(Purpose)
BRACKETS = re.compile(r"\(([^()]*)\)\s*\Z")
"""The last brackets of a note."""

_BY = {
    "me": "me", "mí": "me", "mi": "me", "them": "them", "ella": "them", "él": "them", "ellos": "them", "ellas": "them",
    "both": "both", "ambos": "both", "ambas": "both",
}
_DUE = r"(?:(?<!\s)\s+by\s+(?P<{}>(?=\S*\d)\S+))?"
_MARK = re.compile(
    rf"""(?P<thanks>thanks?|gracias)(?:\s+(?P<of>(?=\S*\d)\S+))?
    | fav(?:ou?r)\s+(?P<favour>[1-5]) | (?:gave|di)\s+(?P<gave>[1-5])
    | (?:promise|promesa):\s*(?P<promise>.+?){_DUE.format("due")}
    | (?:promised\ me|me\ prometi(?:ó|eron)):\s*(?P<theirs>.+?){_DUE.format("their_due")}
    | (?:done|hech[oa]|cumplid[oa]):\s*(?P<done>.+) | (?:received|recibid[oa]):\s*(?P<received>.+)
    | (?P<reported>reported|contado)
    | (?P<silence>no\ reply|sin\ respuesta) | (?P<reply>reply|respuesta)
    | (?:by|por)\ (?P<by>{"|".join(_BY)})""",
    re.VERBOSE | re.IGNORECASE,
)

_UNCLEAR = re.compile(r"dio\s+[1-5]", re.IGNORECASE)
"""Who gave to whom, nobody can tell."""

_WORDS = ("thanks", "favour", "gave", "promise", "promised me", "done", "received", "reported", "reply", *PURPOSES)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a line: its name, what it says, a date if it has one, and its place."""

    name: str
    text: str = ""
    date: PartialDate | None = None
    place: Place = NOWHERE.place


def marks_in(text: str, at: Place, on: PartialDate) -> Iterator[Mark | Problem | None]:
    """The marks that brackets hold, which begin at a place, of a line of that day.

    None stands for words that are no marks at all but part of the note.
    """
    start = 0
    text = unicodedata.normalize("NFC", text)
    for part in text.split(";"):
        word = part.strip()
        place = at._replace(column=at.column + start + len(part) - len(part.lstrip()))
        start += len(part) + 1
        found = _MARK.fullmatch(word)
        if word.lower().replace(" ", "_") in PURPOSES:
            yield Mark("purpose", word.lower().replace(" ", "_"), place=place)
        elif found:
            yield _mark(found, place, on)
        elif purpose := next((p for p in meant_by(word) if p in PURPOSES), ""):
            yield Mark("purpose", purpose, place=place)
        elif near_miss(re.split(r"[:\d]", word)[0], _WORDS) or _UNCLEAR.fullmatch(word) or ";" in text:
            yield Problem(place, "inbox-bad-mark", {"value": word, "words": WORDS["marks"]}, max(len(word), 1))
        else:
            yield None


def _mark(found: re.Match[str], place: Place, on: PartialDate) -> Mark | Problem:
    typed = found["of"] or found["due"] or found["their_due"]
    promised = found["promise"] or found["theirs"]
    if promised and not typed:
        what, due = due_named(promised, on.end)
        name = "promise" if found["promise"] else "promised"
        return Mark(name, what, PartialDate.parse(due) if due else None, place)
    try:
        date = PartialDate.parse(day_meant(typed, on.end, ahead=not found["of"]) or typed) if typed else None
    except PydanticCustomError as error:
        facts = {k: str(v) for k, v in (error.context or {}).items()}
        return Problem(place._replace(column=place.column + found.string.rindex(typed)), error.type, facts, len(typed))
    if found["thanks"]:
        return Mark("thanks", date=date, place=place)
    if found["promise"]:
        return Mark("promise", found["promise"], date, place)
    if found["theirs"]:
        return Mark("promised", found["theirs"], date, place)
    if found["silence"] or found["reply"]:
        return Mark("reply", "no reply" if found["silence"] else "reply", place=place)
    if found["by"]:
        return Mark("by", _BY[found["by"].lower()], place=place)
    if found["reported"]:
        return Mark("reported", "reported", place=place)
    name = next(n for n in ("favour", "gave", "done", "received") if found[n])
    return Mark(name, found[name].strip(), place=place)

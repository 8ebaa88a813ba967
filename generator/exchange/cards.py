"""Cards: the people of a vCard file, of version 2.1, 3.0 or 4.0."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import vobject

from generator.exchange.card_lines import properties, split, text_in
from generator.exchange.newcomer import Newcomer, Remark, cleaned, one_line
from generator.records import scalars
from generator.records.places import Place
from generator.words.catalogue import N_

MOST_LINES = 2_000
"""Most lines of one card, pictures apart."""

_PICTURES = re.compile(r"(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)\b", re.IGNORECASE)
_IGNORED = {"VERSION", "PRODID", "REV", "UID", "X-ABLABEL", "N", "FN", "KIND", "X-ABSHOWAS", "X-ABADR", "BEGIN", "END",
            "SORT-STRING", "CLASS", "MAILER", "PROFILE", "SOURCE", "X-ABUID", "X-IMAGETYPE", "X-IMAGEHASH"}
"""What says nothing about the person."""

_SYSTEM_TAGS = {"myContacts", "starred"}
_NOISE = {"INTERNET", "VOICE", "PREF", "TYPE", "OTHER"}


def read_cards(file: str, raw: bytes) -> tuple[list[Newcomer], list[Remark]] | None:
    """The people of the file and what there is to say about it, or None if there is no card in it."""
    text, remarks = text_in(file, raw)
    found = list(remarks)
    people: list[Newcomer] = []
    if not re.search(r"^BEGIN:VCARD", text, re.IGNORECASE | re.MULTILINE):
        return None
    for place, lines in split(file, text, found):
        pictures = [line for line in lines if _PICTURES.match(line)]
        person = _person(place, [line for line in lines if line not in pictures], found)
        if person:
            for picture in pictures:
                person.leave(re.split("[;:]", picture)[0], _picture(picture))
            people.append(person)
    return people, found


def _person(place: Place, lines: list[str], remarks: list[Remark]) -> Newcomer | None:
    """What one card says; a property that cannot be read is kept as it stands."""
    person = Newcomer(place)
    told = properties(lines[:MOST_LINES])
    read = [found for _, found in told if found is not None]
    labels = {found.group: one_line(str(found.value)).strip("_$!<> ") for found in read if found.name == "X-ABLABEL"}
    named = {found.name: found.value for found in reversed(read) if found.name in {"N", "FN", "NICKNAME", "KIND"}}
    if str(named.get("KIND", "")).casefold() == "group":
        remarks.append(Remark(place, N_("This card is a group of people, so it was left out.")))
        return None
    _name(person, named)
    for line, found in told:
        if found is None:
            person.leave("vCard", line)
        elif found.name == "FN" and found.value != named["FN"]:
            person.leave("FN", _words(found.value))
        elif found.name not in _IGNORED:
            _take(person, found, labels.get(found.group, ""))
    for line in lines[MOST_LINES:]:
        person.leave("vCard", line)
    return person


def _name(person: Newcomer, named: dict[str, Any]) -> None:
    full = _words(named.get("FN", ""))
    parts = named.get("N")
    given = " ".join(filter(None, [_words(getattr(parts, "given", "")), _words(getattr(parts, "additional", ""))]))
    surname, honorific = _words(getattr(parts, "family", "")), _words(getattr(parts, "prefix", ""))
    if given or surname:
        full = "" if given in full.split() or " " in full else full  # where nothing parts them, FN has their order
    nick = _words(named.get("NICKNAME", "")).split(",")[0]
    person.name(given, surname, full=full, preferred=nick, honorific=honorific if given or surname else "")
    if suffix := _words(getattr(parts, "suffix", "")):
        person.leave("N", suffix)


def _take(person: Newcomer, found: Any, label: str) -> None:
    """Put one property where it belongs."""
    name, value = found.name, _words(found.value)
    label = label or " ".join(kind.lower() for kind in _kinds(found))
    shown = f"{name} ({label})" if label else name
    ways = {
        "EMAIL": person.email, "TEL": person.phone, "URL": person.link, "BDAY": person.birthday,
        "X-SOCIALPROFILE": _profile(person), "SOCIALPROFILE": _profile(person),
    }
    fields: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
        "TITLE": ("role", value, scalars.one_line), "ROLE": ("role", value, scalars.one_line),
        "LANG": ("language", value.split("-")[0].casefold(), scalars.language),
        "TZ": ("time_zone", value, scalars.time_zone),
    }
    if name in ways:
        ways[name](value, shown)
    elif name in fields:
        key, text, read = fields[name]
        person.put(key, text, name, read)
    elif name in {"NOTE", "ORG", "CATEGORIES", "NICKNAME"}:
        _take_listed(person, name, found.value)
    else:
        person.leave(shown, value)


def _take_listed(person: Newcomer, name: str, value: Any) -> None:
    """What may hold several things: departments, tags, more than one short name."""
    parts = [_words(part) for part in value] if isinstance(value, list) else _words(value).split(",")
    if name == "NOTE":
        person.note(str(value))
    elif name == "ORG":
        person.put("org", parts[0] if isinstance(value, list) else _words(value), name)
        person.leave("ORG 2", ", ".join(filter(None, parts[1:])) if isinstance(value, list) else "")
    elif name == "NICKNAME":
        person.leave(name, ", ".join(parts[1:]))
    else:
        for tag in parts:
            if tag.strip() not in _SYSTEM_TAGS:
                person.tag(tag)


def _profile(person: Newcomer) -> Callable[[str, str], None]:
    return lambda value, label: person.link(re.sub(r"^x-apple:", "", value), label)


def _kinds(found: Any) -> list[str]:
    """What the parameters say it is: WORK, CELL."""
    typed = [*found.params.get("TYPE", []), *found.params.get("X-SERVICE-TYPE", [])]
    named = [kind for value in typed for kind in value.split(",")]
    bare = [kind for kind in getattr(found, "singletonparams", []) if kind != "QUOTED-PRINTABLE"]
    return [kind for kind in dict.fromkeys([*named, *bare]) if kind.upper() not in _NOISE]


def _words(value: Any) -> str:
    """A value as text: an address or a list with its parts in a row."""
    if isinstance(value, (list, tuple)):
        return " ".join(filter(None, map(_words, value)))
    if isinstance(value, vobject.vcard.Address):
        town = f"{_words(value.code)} {_words(value.city)}"
        parts = (value.box, value.extended, value.street, town, value.region, value.country)
        return ", ".join(filter(None, (_words(part).strip() for part in parts)))
    return cleaned(str(value)).strip() if value is not None else ""


def _picture(line: str) -> str:
    """A picture's address, or how big it is: pictures are not copied."""
    value = line.split(":", 1)[-1]
    return value if re.match(r"https?:", value) else f"({max(1, len(value) * 3 // 4096)} kB)"

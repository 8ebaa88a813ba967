"""Card lines: a vCard file cut into its cards, and each of them into properties, whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import vobject

from generator.exchange.newcomer import Remark
from generator.exchange.tables import UnreadableError, decode
from generator.records.places import Place
from generator.words.catalogue import N_

MOST_CARDS = 50_000
_TOO_MANY = N_("There are more than {most} cards: split the file.")
_QUOTED = re.compile(r"ENCODING=(?:QUOTED-PRINTABLE)|;QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_VALUE = r"""(?:"[^"]*+"|[^";:,]*+)"""
_HEAD = re.compile(rf"(?:[A-Za-z0-9-]+\.)?[A-Za-z0-9_-]++(?:;[A-Za-z0-9_-]++(?:={_VALUE}(?:,{_VALUE})*+)?+)*+:")
"""How a property begins. vobject never gets done with one that begins otherwise: thirty parameters take it a day."""


def text_in(file: str, raw: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of the file with plain line ends."""
    text, remarks = decode(file, raw)
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def split(file: str, text: str, remarks: list[Remark]) -> Iterator[tuple[Place, list[str]]]:
    """Each card's content lines, unfolded; one without an end is said and left out."""
    card: list[str] | None = None
    start, count = 1, 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip().upper()
        if bare == "BEGIN:VCARD":
            if card is not None:
                remarks.append(_unclosed(file, start))
            card, start = [], number
        elif bare == "END:VCARD" and card is not None:
            count += 1
            if count > MOST_CARDS:
                raise UnreadableError(Remark(Place(file, number, 1), _TOO_MANY, {"most": str(MOST_CARDS)}))
            yield Place(file, start, 1), card
            card = None
        elif card is not None:
            _add(card, line)
    if card is not None:
        remarks.append(_unclosed(file, start))


def _add(card: list[str], line: str) -> None:
    """Join what was folded: after a blank, or after the `=` that ends a quoted-printable line."""
    if card and _QUOTED.search(card[-1].split(":")[0] + ":") and card[-1].endswith("="):
        card[-1] = card[-1][:-1] + line.lstrip(" \t")
    elif card and line[:1] in {" ", "\t"}:
        card[-1] += line[1:]
    elif line.strip():
        card.append(line)


def _unclosed(file: str, line: int) -> Remark:
    return Remark(Place(file, line, 1), N_("This card has no END:VCARD, so it was left out: export it anew."))


def properties(lines: list[str]) -> list[tuple[str, Any]]:
    """Each line with what vobject reads in it: the whole card at once or, where it stumbles, line by line."""
    whole = _read(lines)
    if whole is not None:
        return [("", found) for found in whole]
    return [(line, next(iter(_read([line]) or ()), None)) for line in lines]


def _read(lines: list[str]) -> list[Any] | None:
    if not all(map(_HEAD.match, lines)):
        return None
    try:
        card = vobject.readOne("\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""]), allowQP=True)
        return list(card.getChildren())
    except Exception:  # whatever vobject's parsers stumble over
        return None

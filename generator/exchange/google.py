"""Google: the people of a Google Contacts CSV, of the layout of today and of the one before it."""

from __future__ import annotations

import re

from generator.exchange.newcomer import Newcomer, one_line
from generator.exchange.tables import Row, Table, fold, read_table
from generator.records.scalars import language

LEAST = 4
PART = " ::: "
"""Stands between several values in one cell."""

COLUMNS = {
    "given": ("first name", "given name"), "middle": ("middle name", "additional name"),
    "surname": ("last name", "family name"), "full": ("name",), "preferred": ("nickname", "short name"),
    "honorific": ("name prefix",), "org": ("organization name", "organization 1 - name"),
    "role": ("organization title", "organization 1 - title"), "email": ("e-mail 1 - value",),
    "phone": ("phone 1 - value",), "web": ("website 1 - value",), "birthday": ("birthday",),
    "language": ("language",), "tags": ("labels", "group membership"), "notes": ("notes",),
}
"""The columns by what they hold, with the names of both layouts (folded)."""

_NAMES = ("given", "middle", "surname", "full", "preferred", "honorific")
_FIELD = {name: key for key, names in COLUMNS.items() for name in names}
_ANY = {
    *_FIELD, "name suffix", "file as", "photo", "organization department", "e-mail 1 - type", "e-mail 1 - label",
    "phone 1 - type", "phone 1 - label", "yomi name", "phonetic first name",
}
_SURE = {
    "e-mail 1 - value", "phone 1 - value", "labels", "group membership", "phonetic first name", "yomi name",
    "organization 1 - name", "organization name", "file as",
}
"""Columns that nobody but Google names so."""

_VALUE = re.compile(
    r"(?P<what>e-mail|phone|website|address|im|relation|event|custom field) (?P<n>\d+) - (?P<part>.+)\Z"
)
_ADDRESS_WHOLE = "formatted"


def read_google(file: str, raw: bytes) -> tuple[Table, list[Newcomer]] | None:
    """The people of the file, or None if its columns are not Google's."""
    table = read_table(file, raw, _ANY, LEAST)
    if table is None or len({fold(name) for name in table.columns} & _SURE) < 2:  # noqa: PLR2004 -- one may be chance
        return None
    return table, [_person(row) for row in table.rows]


def _person(row: Row) -> Newcomer:
    person = Newcomer(row.place)
    cells = {fold(name): cell for name, cell in row.cells.items()}
    _name(person, cells)
    for name, cell in row.cells.items():
        key = fold(name)
        if found := _VALUE.match(key):
            _numbered(person, row, found, name)
        elif _FIELD.get(key) not in _NAMES:
            _single(person, key, name, cell)
    for cell in row.beyond:
        person.leave("CSV", cell)
    return person


def _name(person: Newcomer, cells: dict[str, str]) -> None:
    told = {key: next(filter(None, (cells.get(name) for name in COLUMNS[key])), "") for key in _NAMES}
    given, surname = f"{told['given']} {told['middle']}".strip(), told["surname"]
    full = "" if given or surname else told["full"]
    person.name(given, surname, full=full, preferred=told["preferred"], honorific=told["honorific"])


def _single(person: Newcomer, key: str, name: str, cell: str) -> None:
    """A column that there is one of."""
    what = _FIELD.get(key)
    if what in {"org", "role"}:
        person.put(what, cell, name)
    elif what == "birthday":
        person.birthday(cell, name)
    elif what == "notes":
        person.note(cell)
    elif what == "tags":
        for tag in cell.split(PART.strip()):
            if not tag.strip().startswith("*"):
                person.tag(tag)
    elif what == "language":
        person.put("language", cell.casefold(), name, language)
    elif key == "file as" and one_line(cell) == person.display:
        pass
    else:
        person.leave(name, cell)


def _numbered(person: Newcomer, row: Row, found: re.Match[str], name: str) -> None:
    """One of several columns that belong together: what it is worth is said by its value, what it is by its label."""
    what, part = found["what"], found["part"]
    if part in {"label", "type"}:
        return
    own = {fold(other): (other, cell) for other, cell in row.cells.items()}
    prefix = f"{what} {found['n']} - "
    label = next((own[prefix + kind][1] for kind in ("label", "type") if prefix + kind in own), "").strip("* ")
    stem = name.rsplit(" - ", 1)[0]
    if what == "address" and part != _ADDRESS_WHOLE and prefix + _ADDRESS_WHOLE in own:
        return  # its parts again
    shown = f"{stem} ({label})" if label else stem
    for value in row.cells[name].split(PART.strip()):
        _value(person, what, one_line(value) if part == "value" else value, shown, part)


def _value(person: Newcomer, what: str, value: str, label: str, part: str) -> None:
    takes = {"e-mail": person.email, "phone": person.phone, "website": person.link}
    if part == "value" and what in takes:
        takes[what](value, label)
    else:
        person.leave(label if part in {"value", _ADDRESS_WHOLE} else f"{label} {part}", value)

"""LinkedIn: the people of `Connections.csv`, in whichever shape the last years' exports have given it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.exchange.dates import Reckoning
from generator.exchange.newcomer import Newcomer, one_line
from generator.exchange.tables import Row, Table, fold, read_table
from generator.records.moments import PartialDate

COLUMNS = {
    "given": ("first name", "given name", "nombre", "nombres", "prenom", "nome"),
    "surname": ("last name", "surname", "family name", "apellidos", "apellido"),
    "url": ("url", "profile url", "perfil", "url del perfil", "url de perfil"),
    "email": ("email address", "e-mail address", "email", "direccion de correo electronico", "correo electronico",
              "direccion de email", "correo", "email de contacto"),
    "org": ("company", "current company", "organization", "empresa", "compania", "organizacion"),
    "role": ("position", "current position", "job title", "title", "cargo", "puesto", "posicion"),
    "date": ("connected on", "connection date", "date connected", "conectado el", "conectados el",
             "fecha de conexion", "fecha de la conexion", "contacto desde"),
}
"""The columns by what they hold, with the names they have had (folded)."""

LEAST = 4
"""How many of the columns a header must have."""

_FIELD = {name: key for key, names in COLUMNS.items() for name in names}


def read_linkedin(file: str, raw: bytes) -> tuple[Table, list[Newcomer]] | None:
    """The people of the file, or None if its columns are not LinkedIn's."""
    table = read_table(file, raw, _FIELD, LEAST)
    found = {_FIELD[fold(name)] for name in table.columns if fold(name) in _FIELD} if table else set()
    if table is None or "given" not in found or not found & {"date", "url", "role"}:
        return None
    dates = Reckoning(_date_cells(table.rows))
    return table, [person for row in table.rows if (person := _person(row, dates))]


def _date_cells(rows: Iterable[Row]) -> list[str]:
    return [cell for row in rows for name, cell in row.cells.items() if _FIELD.get(fold(name)) == "date"]


def _person(row: Row, dates: Reckoning) -> Newcomer | None:
    """The person of one row; a row with nothing but a date is somebody who closed their account."""
    cells = {key: (name, cell) for name, cell in row.cells.items() if (key := _FIELD.get(fold(name), ""))}
    if not cells.keys() - {"date"} and len(row.cells) == len(cells):
        return None
    person = Newcomer(row.place)
    person.name(*(cells.get(key, ("", ""))[1] for key in ("given", "surname")))
    if "url" in cells:
        person.link(_profile(cells["url"][1]), cells["url"][0])
    if "email" in cells:
        person.email(cells["email"][1], cells["email"][0])
    for key in ("org", "role"):
        if key in cells:
            person.put(key, cells[key][1], cells[key][0])
    if "date" in cells:
        label, told = cells["date"]
        person.put_in("met", "date", dates.read(told) or told, label, PartialDate.parse)
    person.put_in("met", "where", "LinkedIn", "LinkedIn", str)
    for name, cell in row.cells.items():
        if fold(name) not in _FIELD:
            person.leave(name or "CSV", cell)
    for cell in row.beyond:
        person.leave("CSV", cell)
    return person


def _profile(url: str) -> str:
    """The address of a profile; some exports leave out its beginning."""
    text = one_line(url)
    return f"https://www.linkedin.com{text}" if re.match(r"/in/", text) else text

"""Outgoing sheet: people as a table with the columns of Google Contacts, which every spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.exchange.google import PART
from generator.exchange.newcomer import NUMBERS, PROFILES
from generator.exchange.tables import FORMULA
from generator.records.contact import Contact
from generator.records.network import Network

_HEADER = (
    "First Name", "Middle Name", "Last Name", "Name Prefix", "Nickname", "Organization Name", "Organization Title",
    "Birthday", "Notes", "Language", "Labels", "E-mail 1 - Label", "E-mail 1 - Value",
)
_PHONES = ("phone", *NUMBERS)
_LINKS = ("web", *PROFILES)


def sheet(network: Network) -> bytes:
    """Everybody of a network, by id, as CSV in UTF-8 with the mark by which spreadsheets know it."""
    numbered = [
        f"{what} {n} - {part}"
        for what, names in (("Phone", _PHONES), ("Website", _LINKS))
        for n in range(1, len(names) + 1)
        for part in ("Label", "Value")
    ]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_HEADER, *numbered])
    for contact in sorted(network.contacts.values(), key=lambda c: c.id):
        writer.writerow([guarded(cell) for cell in _cells(network, contact)])
    return out.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what might be one."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _cells(network: Network, contact: Contact) -> Iterator[str]:
    name = contact.name
    given, _, rest = (name.full or "").partition(" ")
    yield name.given or given or ("" if name.surnames else name.preferred or "")
    yield ""
    yield " ".join(filter(None, [name.particle, *name.surnames])) or rest
    yield name.honorific or ""
    yield name.preferred or ""
    yield network.org_name(contact) or ""
    yield contact.role or ""
    yield contact.birthday or ""
    yield contact.notes or ""
    yield contact.language or ""
    yield PART.join(contact.tags)
    yield from ("*", contact.channels.email.value) if contact.channels.email else ("", "")
    for names in (_PHONES, _LINKS):
        for way in names:
            channel = getattr(contact.channels, way)
            yield from (way.capitalize(), channel.value) if channel else ("", "")

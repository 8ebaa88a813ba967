"""Outgoing cards: people as vCard 3.0, each way of reaching them with a label that telephones show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exchange.newcomer import NUMBERS, PROFILES
from generator.pages.feeds.lines import address, folded, text
from generator.pages.feeds.people import NO_YEAR
from generator.records.contact import Contact
from generator.records.names import NameParts
from generator.records.network import Network


def vcards(network: Network) -> bytes:
    """Everybody of a network, by id."""
    people = sorted(network.contacts.values(), key=lambda c: c.id)
    return folded(line for contact in people for line in _card(network, contact))


def _card(network: Network, contact: Contact) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:person-{contact.id}@tertulia")
    name = contact.name.model_copy(update={"honorific": None})
    yield f"FN:{text(name.display)}"
    yield "N:" + ";".join(map(text, (*_parts(contact.name), "", contact.name.honorific or "", "")))
    if contact.name.preferred:
        yield f"NICKNAME:{text(contact.name.preferred)}"
    if org := network.org_name(contact):
        yield f"ORG:{text(org)}"
    if contact.role:
        yield f"TITLE:{text(contact.role)}"
    yield from _ways(contact)
    if contact.birthday:
        told = contact.birthday.removeprefix("--")
        yield f"BDAY:{told}" if len(told) > len("03-14") else f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}-{told}"
    yield from _said("CATEGORIES", ",".join(map(text, contact.tags)))
    yield from _said("LANG", contact.language or "")
    yield from _said("TZ;VALUE=text", contact.time_zone or "")
    yield from _said("NOTE", text(contact.notes or ""))
    yield "END:VCARD"


def _parts(name: NameParts) -> tuple[str, str]:
    """Surnames and given name; a whole name is split after its first word."""
    if name.full:
        given, _, rest = name.full.partition(" ")
        return rest, given
    return " ".join(filter(None, [name.particle, *name.surnames])), name.given or name.preferred or ""


def _ways(contact: Contact) -> Iterator[str]:
    channels = contact.channels
    if channels.email:
        yield f"EMAIL;TYPE=INTERNET:{text(channels.email.value)}"
    if channels.phone:
        yield f"TEL;TYPE=CELL:{text(channels.phone.value)}"
    labelled: Iterable[str] = (name for name in NUMBERS if getattr(channels, name))
    for n, name in enumerate(labelled, 1):
        yield f"item{n}.TEL:{text(getattr(channels, name).value)}"
        yield f"item{n}.X-ABLabel:{name.capitalize()}"
    if channels.web:
        yield f"URL:{address(channels.web.value)}"
    for name in PROFILES:
        if channel := getattr(channels, name):
            yield f"X-SOCIALPROFILE;TYPE={name}:{address(channel.value)}"


def _said(name: str, value: str) -> Iterator[str]:
    if value:
        yield f"{name}:{value}"

"""People for one's own telephone: an address card of each (vCard 3.0, RFC 2426)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.feeds.lines import address, folded, text
from generator.pages.page import Feed
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.records.names import NameParts

NUMBERS = ("phone", "whatsapp", "telegram", "signal")
LINKS = ("web", "linkedin", "github", "mastodon", "bluesky", "instagram")

NO_YEAR = "1604"
"""The year that telephones understand as none; it has a 29 February."""


def cards(sources: Sources) -> Iterator[Feed]:
    """Everybody this audience may see, with what it may see of them."""
    people = sorted(sources.network.contacts.values(), key=lambda c: c.id)
    yield Feed("people.vcf", folded(line for c in people if c.status != "deceased" for line in _card(sources, c)))


def _card(sources: Sources, contact: Contact) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"UID:person-{contact.id}@tertulia")
    yield f"REV:{sources.day}T00:00:00Z"
    yield f"FN:{text(contact.name.display)}"
    yield "N:" + ";".join(map(text, _parts(contact.name)))
    if contact.name.preferred:
        yield f"NICKNAME:{text(contact.name.preferred)}"
    if org := sources.network.org_name(contact):
        yield f"ORG:{text(org)}"
    if contact.role:
        yield f"TITLE:{text(contact.role)}"
    if contact.channels.email:
        yield f"EMAIL;TYPE=INTERNET:{text(contact.channels.email.value)}"
    yield from dict.fromkeys(f"TEL;TYPE=CELL:{text(number)}" for number in _values(contact, NUMBERS))
    yield from (f"URL:{address(link)}" for link in _values(contact, LINKS))
    if contact.birthday:
        told = contact.birthday.removeprefix("--")
        yield f"BDAY:{told}" if len(told) > len("03-14") else f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}-{told}"
    if contact.tags:
        yield "CATEGORIES:" + ",".join(map(text, contact.tags))
    yield "END:VCARD"


def _parts(name: NameParts) -> tuple[str, str, str, str, str]:
    """Surnames, given name, further names, title, what follows; a whole name is split after its first word."""
    if name.full:
        given, _, rest = name.full.partition(" ")
        return rest, given, "", name.honorific or "", ""
    surnames = " ".join(filter(None, [name.particle, *name.surnames]))
    return surnames, name.given or name.preferred or "", "", name.honorific or "", ""


def _values(contact: Contact, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        channel = getattr(contact.channels, name)
        if channel:
            yield str(channel.value)


def card(sources: Sources, contact: Contact) -> bytes:
    """One person's address card."""
    return folded(_card(sources, contact))

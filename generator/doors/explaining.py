"""Explaining: for each person and event whether an audience would get them, what of a person, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.records.audience import is_shown, reach_of, reduce_network
from generator.records.contact import Channels, Contact
from generator.records.event import Event
from generator.records.names import NameParts
from generator.records.network import Network
from generator.records.record import AUDIENCES, Audience, Record
from generator.words.speech import Speech

_PARTS = frozenset({"id", "origin", "share"})
"""Fields that are told otherwise: the id and how far it is shared head the list."""


class Given(NamedTuple):
    """One field of a person: whether an audience gets it, what it says if it may be told, and why."""

    key: str
    shown: bool
    value: str
    why: str

    def line(self) -> str:
        """`+` would be published, `-` would not."""
        return f"  {'+' if self.shown else '-'} {self.key}{f': {self.value}' if self.value else ''}  ({self.why})"


class Verdict(NamedTuple):
    """One person or event: whether an audience gets it at all, why, and field by field what of a person."""

    who: str
    shown: bool
    why: str
    fields: tuple[Given, ...] | None = None

    def lines(self) -> Iterator[str]:
        """For a terminal."""
        yield f"{self.who}: {self.why}"
        yield from (given.line() for given in self.fields or ())

    def as_data(self) -> dict[str, Any]:
        """For machines."""
        fields = {} if self.fields is None else {"fields": [given._asdict() for given in self.fields]}
        return {"id": self.who, "shown": self.shown, "why": self.why, **fields}


def listed(network: Network, audience: Audience, said: Speech) -> Iterator[Verdict]:
    """Everybody: shown or not, and why."""
    for contact in network.contacts.values():
        yield Verdict(contact.id, is_shown(contact, audience), _why(contact, audience, said))


def listed_events(network: Network, audience: Audience, said: Speech) -> Iterator[Verdict]:
    """Every event: shown or not, and why."""
    for event in network.events.values():
        yield Verdict(event.id, is_shown(event, audience), _why(event, audience, said))


def explained(network: Network, audience: Audience, who: str | None, said: Speech) -> Iterator[Verdict]:
    """One person, or everybody, field by field."""
    reduced = reduce_network(network, audience)
    for contact in network.contacts.values():
        if who in (None, contact.id):
            shown = is_shown(contact, audience)
            fields = _fields(contact, reduced.contacts[contact.id], reduced, audience, said) if shown else ()
            yield Verdict(contact.id, shown, _why(contact, audience, said), tuple(fields))


def _why(thing: Contact | Event, audience: Audience, said: Speech) -> str:
    """Whether a person or an event appears, and what decides it."""
    if audience == "private":
        return said.text("shown: this edition is your own.")
    if thing.share not in AUDIENCES[AUDIENCES.index(audience) :]:
        if "share" not in thing.origin.keys:
            return said.text("not shown: nothing is said, so it is `{share}`.", share=thing.share)
        return said.text("not shown: it says `share: {share}`.", share=thing.share)
    if not is_shown(thing, audience):
        return said.text("not shown, in spite of `share: {share}`: it says `status: {status}`.",
                         share=thing.share, status=thing.status)
    return said.text("shown: it says `share: {share}`.", share=thing.share)


def _fields(
    contact: Contact, shown: Contact, network: Network, audience: Audience, said: Speech
) -> Iterator[Given]:
    for name, reach in reach_of(Contact).items():
        field = Contact.model_fields[name]
        key, value = field.alias or name, getattr(contact, name)
        if name in _PARTS or value == field.get_default(call_default_factory=True):
            continue
        if isinstance(value, Channels):
            yield from _channels(value, shown.channels, contact.status, said)
        elif audience == "private" or AUDIENCES.index(reach) >= AUDIENCES.index(audience):
            withheld = name == "preferred_channel" and getattr(shown, name) is None
            why = f"`status: {contact.status}`" if withheld else said.text("a field for `{reach}`", reach=reach)
            yield Given(key, not withheld, _plain(network, name, value), why)
        else:
            yield Given(key, shown=False, value="", why=said.text("a field for `{reach}`", reach=reach))


def _channels(written: Channels, shown: Channels, status: str, said: Speech) -> Iterator[Given]:
    for name, channel in written:
        if isinstance(channel, Record):
            there = getattr(shown, name) is not None
            share, value = channel.share, channel.value  # type: ignore[attr-defined]  # every channel has both
            quiet = not there and status == "do_not_contact"
            own = said.text("its own `share: {share}`", share=share) if "share" in channel.origin.keys else \
                said.text("nothing is said, so it is `{share}`", share=share)
            why = f"`status: {status}`" if quiet else own
            yield Given(f"channels.{name}", there, str(value) if there else "", why)


def _plain(network: Network, name: str, value: Any) -> str:
    """A value in a few words; an employer by the name that the pages show."""
    if isinstance(value, NameParts):
        return value.display
    if name == "org" and value in network.organisations:
        return network.organisations[value].name
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

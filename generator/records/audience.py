"""Audience: the network as far as one audience may see it; decided here once, before anything is made of it."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from generator.records.contact import Channels, Contact
from generator.records.event import Event
from generator.records.network import Network
from generator.records.owner import CoachFile
from generator.records.record import AUDIENCES, Audience, Reach, Record

R = TypeVar("R", bound=Record)


def reduce_network(network: Network, audience: Audience) -> Network:
    """Only the people and events shared that far, and of them only the fields that may travel that far.

    The private audience gets the network itself. Others get nobody who has died: what they are shown is whom to turn
    to. Nor do they get an event that was cancelled, where they cannot be told that it was.
    """
    if audience == "private":
        return network
    contacts = {i: _contact(c, audience) for i, c in network.contacts.items() if is_shown(c, audience)}
    employers = {c.org for c in contacts.values()}
    return Network(
        me=_reduced(network.me, audience),
        contacts=contacts,
        events={i: _event(e, contacts, audience) for i, e in network.events.items() if is_shown(e, audience)},
        organisations={
            i: _reduced(o, audience) for i, o in network.organisations.items()
            if i in employers or _reaches(o.share, audience)
        },
        posts=(),
        coach=CoachFile(),
    )


def is_shown(thing: Contact | Event, audience: Audience) -> bool:
    """Whether an audience gets a person or an event at all."""
    if audience == "private":
        return True
    if isinstance(thing, Contact):
        return _reaches(thing.share, audience) and thing.status != "deceased"
    told = _kept_fields(Event, audience)["status"]
    return _reaches(thing.share, audience) and (told or thing.status != "cancelled")


def _contact(contact: Contact, audience: Audience) -> Contact:
    """A person; who is not to be contacted is offered to nobody else either, so that no way to reach them is told."""
    reduced = _reduced(contact, audience)
    if contact.status == "do_not_contact":
        return reduced.model_copy(update={"channels": Channels(), "preferred_channel": None})
    written: list[tuple[str, Any]] = [
        (name, channel) for name, channel in contact.channels if isinstance(channel, Record)
    ]
    kept = {name: channel for name, channel in written if _reaches(channel.share, audience)}
    return reduced.model_copy(update={"channels": Channels.model_construct(**kept)})


def _event(event: Event, contacts: dict[str, Contact], audience: Audience) -> Event:
    reduced = _reduced(event, audience)
    return reduced if reduced.host is None or reduced.host in contacts else reduced.model_copy(update={"host": None})


def _reaches(share: Audience, audience: Audience) -> bool:
    return AUDIENCES.index(share) >= AUDIENCES.index(audience)


@cache
def reach_of(model: type[Record]) -> dict[str, Audience]:
    """How far each field of a record may travel, as the model marks it; a field without a mark is private."""
    return {
        name: next((mark.audience for mark in field.metadata if isinstance(mark, Reach)), "private")
        for name, field in model.model_fields.items()
    }


@cache
def _kept_fields(model: type[Record], audience: Audience) -> dict[str, bool]:
    """Which fields of a record an audience may see."""
    return {name: _reaches(reach, audience) for name, reach in reach_of(model).items()}


def _reduced(record: R, audience: Audience) -> R:
    kept = _kept_fields(type(record), audience)
    blank = {
        name: type(record).model_fields[name].get_default(call_default_factory=True)
        for name, keep in kept.items() if not keep
    }
    return record.model_copy(update=blank)

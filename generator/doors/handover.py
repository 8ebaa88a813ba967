"""Handover: everything that is kept on one person, for them to have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.doors import build as door
from generator.doors.farewell import texts_in
from generator.edition.ground import prepare, sources_in
from generator.pages.feeds.people import card
from generator.records.contact import Contact
from generator.records.documents import read_document
from generator.records.folder import INBOX
from generator.records.forgetting import Traces, passages, traces_of
from generator.records.reading import Reading
from generator.records.record import ORIGIN_KEY
from generator.records.struck import Present, naming, present_in
from generator.words.speech import Speech


def all_on(wish: door.Wish, reading: Reading, contact: Contact) -> dict[str, Any]:
    """Their file as it was typed with its comments, their lines of the inbox, and where else they are named."""
    person, traces = f"contacts/{contact.id}.yml", traces_of(reading.network, contact)
    present = present_in(reading.network, wish.day or door.today(reading))
    texts = texts_in(wish.data)
    own = read_document(person, texts.pop(person).encode())
    found = [(file, n, said) for file, text in texts.items() for n, said in _said_in(file, text, traces, present)]
    document = {
        "id": contact.id,
        "contact": _plain(own.value),
        "comments": [line.strip() for line in own.lines if line.lstrip().startswith("#")],
        "inbox": [said for file, _, said in found if file == INBOX],
        "elsewhere": [{"file": f"data/{file}", "line": n, "text": said} for file, n, said in found if file != INBOX],
    }
    return {key: value for key, value in document.items() if value}


def _said_in(file: str, text: str, traces: Traces, present: Present) -> Iterator[tuple[int, str]]:
    """What a file says of somebody, with line numbers; the inbox names people as one speaks of them, too."""
    found = dict(passages(file, text, traces))
    if file == INBOX:
        found |= {number: row.strip() for number, row in naming(text, traces.who, present)}
    yield from sorted(found.items())


def as_yaml(document: dict[str, Any]) -> str:
    """A document as YAML, in the order it has."""
    text: str = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110)
    return text


def vcard_of(wish: door.Wish, reading: Reading, contact: Contact, speech: Speech) -> str:
    """An address card with every way to reach them."""
    ground = prepare(reading, door.library_of(wish), door.stamp_of(wish, reading), "private")
    return card(sources_in(ground, speech.language), contact).decode()


def _plain(value: Any) -> Any:
    """Values as they were typed, without where they stood."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if key != ORIGIN_KEY}
    return [_plain(inner) for inner in value] if isinstance(value, list) else None if value is None else str(value)

"""Handover: everything that is kept on one person, for them to have."""

from __future__ import annotations

from typing import Any

import yaml

from generator.doors import build as door
from generator.doors.farewell import texts_in
from generator.edition.ground import prepare, sources_in
from generator.pages.feeds.people import card
from generator.records.contact import Contact
from generator.records.documents import read_document
from generator.records.folder import INBOX
from generator.records.forgetting import passages, traces_of
from generator.records.reading import Reading
from generator.records.record import ORIGIN_KEY
from generator.words.speech import Speech


def everything_on(wish: door.Wish, reading: Reading, contact: Contact) -> str:
    """YAML: their file as it was typed with its comments, their lines of the inbox, and where else they are named."""
    person, traces = f"contacts/{contact.id}.yml", traces_of(reading.network, contact)
    texts = texts_in(wish.data)
    own = read_document(person, texts.pop(person).encode())
    found = [(file, n, said) for file, text in texts.items() for n, said in passages(file, text, traces)]
    document = {
        "id": contact.id,
        "contact": _plain(own.value),
        "comments": [line.strip() for line in own.lines if line.lstrip().startswith("#")],
        "inbox": [said for file, _, said in found if file == INBOX],
        "elsewhere": [{"file": f"data/{file}", "line": n, "text": said} for file, n, said in found if file != INBOX],
    }
    kept = {key: value for key, value in document.items() if value}
    text: str = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=110)
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

"""Reach: the ways to reach somebody, as links where there is something to follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.pages.labels import CHANNELS
from generator.records.contact import Contact, LinkChannel
from generator.words.speech import Speech

_CHATS = {
    "whatsapp": "https://wa.me/{digits}", "telegram": "https://t.me/+{digits}",
    "signal": "https://signal.me/#p/+{digits}",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach somebody: what it is called, what is written and where it leads (nowhere if empty)."""

    channel: str
    label: str
    text: str
    href: str


def ways(speech: Speech, contact: Contact) -> Iterator[Way]:
    """All of them, the preferred one first."""
    labels: dict[str, str] = dict(CHANNELS.items())
    written = [(name, channel) for name, channel in contact.channels if name in labels and channel]
    for name, channel in sorted(written, key=lambda way: way[0] != contact.preferred_channel):
        label = speech.text(labels[name])
        text = channel.value
        if isinstance(channel, LinkChannel):
            text = channel.value.partition("://")[2].rstrip("/")
        yield Way(name, label, text, _href(name, channel.value))


def _href(name: str, value: str) -> str:
    if name == "email":
        return "mailto:" + quote(value, safe="@+")
    if value.lower().startswith(("https://", "http://")):
        return value
    digits = "".join(c for c in value if c.isdigit())
    if name == "phone":
        return f"tel:{'+' if value.startswith('+') else ''}{digits}"
    # A chat needs the number as one dials it from abroad.
    return _CHATS[name].format(digits=digits) if value.startswith("+") else ""

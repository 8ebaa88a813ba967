"""Labels: what the few fixed values of the data are called, as messages of the catalogue."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

from markupsafe import Markup, escape

from generator.coach.prep import PointKey
from generator.records.contact import ChannelName, Closeness, LogKind, Purpose
from generator.records.event import EventKind
from generator.words.catalogue import N_
from generator.words.speech import Speech

EVENT_KINDS: Mapping[EventKind, str] = {
    "conference": N_("Conference"), "meetup": N_("Meetup"), "meeting": N_("Meeting"), "coffee": N_("Coffee"),
    "meal": N_("Meal"), "call": N_("Call"), "webinar": N_("Webinar"), "interview": N_("Interview"),
    "hosted": N_("You are the host"),
}

LOG_KINDS: Mapping[LogKind, str] = {
    "coffee": N_("Coffee"), "call": N_("Call"), "email": N_("E-mail"), "message": N_("Message"),
    "meeting": N_("Meeting"), "meal": N_("Meal"), "event": N_("Event"), "card": N_("Card"), "gift": N_("Gift"),
}

PURPOSES: Mapping[Purpose, str] = {
    "catch_up": N_("Catch up"), "ask": N_("Ask for something"), "give": N_("Lend a hand"),
    "thank": N_("Say thank you"), "follow_up": N_("Pick up the thread"),
    "introduce": N_("Introduce them to somebody"), "congratulate": N_("Congratulate them"),
    "condole": N_("Offer your condolences"),
}

CHANNELS: Mapping[ChannelName, str] = {
    "email": N_("E-mail"), "phone": N_("Telephone"), "whatsapp": N_("WhatsApp"), "telegram": N_("Telegram"),
    "signal": N_("Signal"), "linkedin": N_("LinkedIn"), "web": N_("Web"), "github": N_("GitHub"),
    "mastodon": N_("Mastodon"), "bluesky": N_("Bluesky"), "instagram": N_("Instagram"), "in_person": N_("In person"),
}

_PREFERS: Mapping[str, str] = {
    "email": N_("Prefers e-mail"), "phone": N_("Prefers the telephone"), "in_person": N_("Prefers to meet in person"),
}

CLOSENESS: Mapping[Closeness, str] = {
    "inner": N_("Inner circle"), "close": N_("Close circle"), "active": N_("Active circle"),
    "wider": N_("Wider circle"), "dormant": N_("Dormant tie"),
}

EFFORTS = (
    N_("a quick answer"), N_("a coffee or an hour of advice"), N_("an introduction or a review"),
    N_("a reference or repeated help"), N_("helped to win a client"),
)
"""The size of a favour in words, from effort 1 to 5."""

POINTS: Mapping[PointKey, str] = {
    "goal": N_("say what would make it worth going"), "place": N_("write down where and when"),
    "topics": N_("think of topics"), "people": N_("choose whom to see"), "questions": N_("prepare a first question"),
    "pitch": N_("have your introduction ready"), "arrival": N_("decide when to be there"),
}
"""What comes next while a point of readiness is open."""


def prefers(speech: Speech, channel: ChannelName) -> str:
    """How somebody likes to be reached, as a short sentence."""
    if channel in _PREFERS:
        return speech.text(_PREFERS[channel])
    return speech.text("Prefers {channel}", channel=speech.text(CHANNELS[channel]))


def language_name(speech: Speech, code: str) -> str:
    """A language by its name, with a capital as a label has it."""
    name = str(speech.locale.languages.get(code, code))
    return name[:1].upper() + name[1:]


def tone(contact_id: str) -> int:
    """The tint of somebody's initials, 1 to 6: the same on every page and in every edition."""
    return zlib.crc32(contact_id.encode()) % 6 + 1


def coded(message: str) -> Markup:
    """A message of our own with what stands between backticks set as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(message))))  # noqa: S704  # escaped before

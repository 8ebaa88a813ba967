"""Talk: the topics and the pitch of one event, as its prep sheet shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.coach.pitch import nearest_pitch, pitch_length, pitch_of
from generator.coach.prep import readiness
from generator.coach.topics import Spent, Suggestion, spent_topics, suggested
from generator.pages.occasion import is_over
from generator.pages.prose import prose
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.words.catalogue import N_

FULL_LIST = 3
"""Topics from which on none is suggested (making conversation: three to five), and how many are."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the list, and what is to be known of it: when it was talked about, and with whom."""

    text: str
    spent: str


def talk(desk: Desk, event: Event) -> Mapping[str, Any]:
    """Topics, what else could be talked about, and the pitch with its length."""
    sources = desk.sources
    points = {p.key: p for p in readiness(event, sources.network).points}
    pitch = nearest_pitch(event, sources.network) if "pitch" in points or event.pitch else None
    few = len(event.topics) < FULL_LIST and not is_over(event, sources.day)
    found = suggested(event, sources.network, sources.day)[:FULL_LIST] if few else ()
    return {
        "points": points, "wanted": points["topics"].want, "topics": tuple(_topics(desk, event)),
        "suggestions": [(s.text, _whose(desk, s)) for s in found],
        "pitch": pitch, "pitch_text": prose(pitch.text) if pitch else None, "pitch_note": _note(desk, event),
        "length": pitch_length(pitch, sources.settings) if pitch else None,
    }


def _topics(desk: Desk, event: Event) -> Iterator[Topic]:
    sources = desk.sources
    over = is_over(event, sources.day)
    known = {} if over else spent_topics(event, sources.network, sources.day)
    for topic in event.topics:
        if topic.used:
            words = sources.speech.text("talked about it: {date}", date=desk.date(topic.used))
        else:
            words = "; ".join(_spent(desk, s) for s in known.get(topic.text, ()))
        yield Topic(topic.text, words)


def _spent(desk: Desk, spent: Spent) -> str:
    text, who = desk.sources.speech.text, spent.contact.name.short
    return text("talked about it with {name}: {date}", name=who, date=desk.date(spent.when))


def _whose(desk: Desk, suggestion: Suggestion) -> str:
    """Whose topic it is: their short names, and you, where you care about it as well."""
    names = [c.name.short for c in suggestion.people]
    speech = desk.sources.speech
    return speech.text("{names} and you", names=", ".join(names)) if suggestion.mine and names else speech.list(names)


def _note(desk: Desk, event: Event) -> str:
    """Why the pitch shown is not the one it should be, or an empty text."""
    network, speech = desk.sources.network, desk.sources.speech
    pitch = nearest_pitch(event, network)
    if pitch is None or pitch_of(event, network):
        return ""
    names = speech.locale.languages
    there_is = names.get(pitch.language, pitch.language)
    if event.pitch:
        message = N_("There is no introduction called {id} in data/me.yml. There is this one, in {language}:")
        return speech.text(message, id=event.pitch, language=there_is)
    wanted = names.get(event.language or "", event.language)
    message = N_("You have no introduction in {wanted} yet. There is this one, in {language}:")
    return speech.text(message, wanted=wanted, language=there_is)

"""Occasions: days, events and talks as a letter names them within a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.texts import Phrases
from generator.records.contact import Contact, LogEntry
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.words.speech import speech

_TALKS = frozenset({"coffee", "call", "meal", "meeting", "event"})
_FRESH = 42  # days after which a talk is remembered by its month
_NEAR = 14  # days within which a date is said with its day of the week
_ORDINAL = re.compile(r"(?:[IVXLC]+|\d\S*)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Occasions:
    """Days, events and talks in the words of one language, seen from one day."""

    all_phrases: Mapping[str, Phrases]
    language: str
    day: date

    @property
    def phrases(self) -> Phrases:
        """The small words of the letter's language."""
        return self.all_phrases[self.language]

    def on(self, when: date | PartialDate | None) -> str | None:
        """A date with its preposition: el jueves 19 de noviembre, en mayo de 2026; on 13 November, in 2025."""
        if when is None:
            return None
        if isinstance(when, PartialDate) and not when.is_exact:
            return f"{self.phrases.dates['period']} {speech(self.language).date(when)}"
        exact = when.end if isinstance(when, PartialDate) else when
        style: Literal["weekday", "day"] = "weekday" if abs((exact - self.day).days) <= _NEAR else "day"
        return f"{self.phrases.dates['day']} {speech(self.language).date(exact, style, today=self.day)}"

    def about(self, when: PartialDate) -> str | None:
        """The same as one remembers it: en mayo, once some weeks have gone by."""
        if (self.day - when.end).days <= _FRESH:
            return self.on(when)
        return f"{self.phrases.dates['period']} {self._month(when)}"

    def of(self, event: Event) -> str:
        """An event as it is named within a sentence: la Jornada Pymes Digitales, our coffee."""
        if event.kind and event.kind in self.phrases.occasions:
            return self.phrases.occasions[event.kind]
        opening = _ORDINAL.sub("", event.title, count=1).split()[0].casefold()
        words = {w.casefold() for w in event.title.split()}
        for article, nouns in self.phrases.titles.items():
            if opening in nouns or (self.language == "en" and (words & nouns or self._is_noun(opening))):
                return f"{article} {event.title}"
        return event.title

    def last(self, talk: LogEntry | None, network: Network) -> str | None:
        """A talk in words: el café de mayo, the Meetup UX."""
        if talk is None:
            return None
        event = network.events.get(talk.event or "")
        if event:
            return self.of(event)
        return f"{self.phrases.occasions[talk.kind]} {self.phrases.dates['of']} {self._month(talk.date)}"

    def _month(self, when: PartialDate) -> str:
        return speech(self.language).date(when if when.month is None else when.start, "month", today=self.day)

    def _is_noun(self, opening: str) -> bool:
        return any(opening in nouns for said in self.all_phrases.values() for nouns in said.titles.values())


def last_talk(contact: Contact, day: date) -> LogEntry | None:
    """Your last talk with somebody; unanswered messages are none."""
    talks = [e for e in contact.log if e.counts and e.date.start <= day and _is_talk(e)]
    return max(talks, key=lambda e: min(e.date.end, day), default=None)


def _is_talk(entry: LogEntry) -> bool:
    answered = entry.initiator != "me" or bool(entry.reply)
    return entry.kind in _TALKS or (entry.kind in {"email", "message"} and answered)

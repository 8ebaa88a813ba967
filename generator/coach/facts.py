"""Facts: what is known about one matter, in the words of a letter; what is not known stays an honest blank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from generator.coach.declining import DRAFT as DECLINING
from generator.coach.declining import STRANGER, situation
from generator.coach.finding import Finding
from generator.coach.greetings import first_name, formal_name
from generator.coach.notes import Notes, shortened
from generator.coach.occasions import Occasions, last_talk
from generator.coach.texts import Phrases, Register
from generator.coach.thanks import gifts_fit
from generator.coach.weeks import met_on
from generator.records.contact import ChannelName, Contact, Favour, LogEntry
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.words.speech import speech

Channel = ChannelName | Literal["card"]

ALWAYS = frozenset({"first", "greet", "me", "me_full", "bye", "self"})
"""Facts that are known of everybody."""

FACTS = ALWAYS | {
    "what", "thing", "task", "effect", "event", "date", "next", "years", "need", "topic", "used", "last", "through",
    "other", "other_short", "both", "why", "late", "call", "gift", "birthday",
    "invited", "soon", "alone",
}
"""All that a letter can name or depend on."""

WRITTEN: tuple[ChannelName, ...] = (
    "email", "whatsapp", "telegram", "signal", "linkedin", "mastodon", "bluesky", "instagram",
)
SPOKEN = frozenset({"how-it-went", DECLINING})
"""Kinds that are said rather than written to people who like to be called."""

BY_HAND = 3
"""The effort from which thanks are a call or a card (see thanks.py)."""

_TWO_STOPS = re.compile(r"\.\.(?=\s|$)")
_DE_EL = re.compile(r"\b([Dd]e|[Aa]) el\b")
_Y_BEFORE_I = re.compile(r"\by (?=[Hh]?[IiÍí](?![aeoáéó]))")
_SLOT = re.compile(r"\{(\w*)(?:\?([^{}]*))?\}")
_YEARS = 730  # days from which one may say that years have gone by


@dataclass(frozen=True)
class Facts:
    """What is known about one matter, as it goes into a letter of one language and register.

    What is `known` fits as it is, `noted` is what was written down in words that do not.
    """

    finding: Finding
    network: Network
    day: date
    all_phrases: Mapping[str, Phrases]
    contact: Contact
    language: str
    register: Register | None
    noted: dict[str, str] = field(default_factory=dict)

    @property
    def phrases(self) -> Phrases:
        """The small words of the letter's language."""
        return self.all_phrases[self.language]

    @cached_property
    def notes(self) -> Notes:
        """How the user's notes go into its sentences."""
        own = next(iter(self.network.me.languages), self.language)
        return Notes(self.all_phrases, self.language, self.register, own, self.contact.name)

    @cached_property
    def occasions(self) -> Occasions:
        """How it names days, events and talks."""
        return Occasions(self.all_phrases, self.language, self.day)

    @cached_property
    def favour(self) -> Favour | None:
        """The favour behind it."""
        what, when = self.finding.facts.get("what"), self.finding.facts.get("date")
        same = [f for f in self.contact.favours if f.by == "them" and f.what == what]
        return next((f for f in same if f.date == when), same[0] if same else None)

    @cached_property
    def effort(self) -> int:
        """The size of the favour, 1 where none is recorded."""
        return self.finding.effort or (self.favour.effort if self.favour else 1)

    @cached_property
    def talk(self) -> LogEntry | None:
        """Your last talk; unanswered messages are none."""
        return last_talk(self.contact, self.day)

    @cached_property
    def channel(self) -> Channel:
        """Where it goes: as they like to be reached, but thanks for real effort are spoken or written by hand."""
        preferred = self.contact.preferred_channel
        if self.finding.draft == "thanks" and self.effort >= BY_HAND:
            return "phone" if self.effort == BY_HAND and preferred == "phone" else "card"
        if preferred in WRITTEN or (preferred == "phone" and self.finding.draft in SPOKEN):
            return preferred
        return next((name for name in WRITTEN if getattr(self.contact.channels, name)), "email")

    def known(self, name: str) -> str | None:
        """A fact that can be said as it is. A letter names few of them, and only their kind is looked into."""
        match name:
            case "thing" | "what":
                kind = self._matter
            case "task" | "need":
                kind = self._asked
            case "effect" | "why":
                kind = self._outcome
            case "topic" | "used":
                kind = self._topic
            case "date" | "next" | "event" | "last":
                kind = self._times
            case "years":
                kind = self._pause
            case "late" | "call" | "gift" | "birthday" | "invited" | "soon" | "alone":
                kind = self._circumstances
            case "self" | "other" | "other_short" | "both" | "through":
                kind = self._people
            case _:
                kind = self._names
        return kind.get(name) or None

    def fill(self, text: str) -> str:
        """The text with its facts; what is not known becomes `[…]`, with what was noted of it."""

        def said(slot: re.Match[str]) -> str:
            name, hint = slot[1], slot[2]
            if known := self.known(name):
                return known
            return "[" + ": ".join(filter(None, [hint, self.noted.get(name)])) + "]"

        filled = _TWO_STOPS.sub(".", _SLOT.sub(said, text))
        return _joined(filled) if self.language == "es" else filled

    # Who is who.

    @cached_property
    def _names(self) -> dict[str, str | None]:
        me = self.network.me.name
        unnamed, at_ease = me.display == "…", self.register == "tu" or self.language != "es"
        close = at_ease and self.contact.closeness in {"inner", "close"}
        return {
            "first": self.phrases.stranger if self.contact.id == STRANGER else first_name(self.contact.name),
            "greet": self._greeted(self.contact),
            "me": self.phrases.signature if unnamed else me.short if at_ease else me.familiar,
            "me_full": self.phrases.signature if unnamed else me.familiar,
            "bye": self.phrases.goodbye["close" if close else self.register or "neutral"],
        }

    @cached_property
    def _people(self) -> dict[str, str | None]:
        other = other_of(self.finding, self.network, self.contact)
        both = [self._greeted(c) for c in (self.contact, other) if c]
        return {
            "self": self._person(self.contact),
            "other": self._person(other) if other else None, "other_short": other.name.familiar if other else None,
            "both": speech(self.language).list(both) if other else None,
            "through": self._through(),
        }

    def _greeted(self, contact: Contact) -> str:
        return (formal_name if self.register == "usted" else first_name)(contact.name)

    def _person(self, contact: Contact) -> str:
        role = contact.role if contact.role and self.notes.fits(contact.role) else None
        said = ", ".join(filter(None, [role, self.network.org_name(contact)]))
        return self.phrases.person.format(name=contact.name.familiar, about=said) if said else contact.name.familiar

    def _through(self) -> str | None:
        who = self.contact.met.through if self.contact.met else None
        return self.network.name_of(who) if who else None

    # What it is about.

    @cached_property
    def _matter(self) -> dict[str, str | None]:
        raw = self._raw
        deed = self.phrases.deeds.get(self.favour.kind) if self.favour else None
        thing = None if self._introduces else self.notes.thing(raw) or deed
        self._keep("what", raw)
        self._keep("thing", raw)
        return {"thing": thing, "what": self.notes.doing(raw) or thing}

    @cached_property
    def _asked(self) -> dict[str, str | None]:
        # What somebody looks for is told to nobody else before they agree.
        theirs = self._introduces and self.finding.subject is self.contact
        return {"task": self.notes.task(self._raw), "need": self.notes.clause(self._raw) if theirs else None}

    @cached_property
    def _outcome(self) -> dict[str, str | None]:
        return {"effect": self._effect(), "why": self._why()}

    @property
    def _raw(self) -> str | None:
        what = self.finding.facts.get("what")
        return what if isinstance(what, str) else None

    @property
    def _introduces(self) -> bool:
        return self.finding.draft == "ask-introduction"

    def _effect(self) -> str | None:
        """What came of it, as a sentence of its own."""
        outcome = self.favour.outcome.text if self.favour and self.favour.outcome else None
        self._keep("effect", outcome)
        said = self.notes.clause(outcome)
        return said[0].upper() + said[1:] if said else None

    def _why(self) -> str | None:
        """What each has to gain by knowing the other."""
        other = other_of(self.finding, self.network, self.contact)
        pair = {c.id: c for c in (self.contact, other) if c}
        why = next((i.why for c in pair.values() for i in c.introductions if i.to in pair and i.why), None)
        self._keep("why", why)
        return self.notes.clause(why, named=self.finding.draft == "introduction")

    @cached_property
    def _topic(self) -> dict[str, str | None]:
        """The first topic that fits; one you have talked about counts before one you have not."""
        fitting = [(t, said) for t in self.contact.topics if (said := self.notes.topic(t.text))]
        talked = [(t, said) for t, said in fitting if t.used and t.used.start <= self.day]
        topic, said = next(iter([*talked, *fitting]), (None, None))
        used = topic.used if talked and topic else None
        return {"topic": said, "used": self.occasions.about(used) if used else None}

    def _keep(self, name: str, note: str | None) -> None:
        if note:
            self.noted[name] = shortened(note)

    # When and where.

    @cached_property
    def _times(self) -> dict[str, str | None]:
        facts, event, named = self.finding.facts, self._event(), self.occasions
        when = facts.get("date")
        if not isinstance(when, (date, PartialDate)) or (event and self.finding.draft == DECLINING):
            when = event.date.date if event else met_on(self.network, self.contact)
        coming = facts.get("on")
        return {
            "date": named.on(when), "next": named.on(coming) if isinstance(coming, (date, PartialDate)) else None,
            "event": named.of(event) if event else None, "last": named.last(self.talk, self.network),
        }

    def _event(self) -> Event | None:
        named = [f for f in (*self.finding.facts.values(), self.finding.subject) if isinstance(f, Event)]
        return named[0] if named else None

    @cached_property
    def _pause(self) -> dict[str, str | None]:
        return {"years": "years" if self.talk and (self.day - self.talk.date.end).days >= _YEARS else None}

    @cached_property
    def _circumstances(self) -> dict[str, str | None]:
        finding, event = self.finding, self._event()
        congratulates = finding.settle is not None and finding.settle.mark == "congratulate"
        return {
            "late": "late" if finding.over > 0 else None,
            "call": "call" if self.channel == "phone" else None,
            "gift": "gift" if gifts_fit(self.network, self.contact) else None,
            "birthday": "birthday" if congratulates and self.contact.birthday and "what" not in finding.facts else None,
            **(situation(event, self.network, self.day) if event and finding.draft == DECLINING else {}),
        }


def _joined(text: str) -> str:
    """Spanish words as they are said beside each other: del congreso, al café, Óscar e Inés."""
    return _Y_BEFORE_I.sub("e ", _DE_EL.sub(r"\1l", text))


def other_of(finding: Finding, network: Network, contact: Contact) -> Contact | None:
    """The second person of a finding, seen from the one who is written to."""
    named = [f for f in finding.facts.values() if isinstance(f, Contact)]
    named += [finding.subject] if isinstance(finding.subject, Contact) else []
    waiting = (network.person(i.to) for i in contact.introductions if not i.sent)
    found = next((c for c in named if c.id != contact.id), None)
    introduces = finding.draft in {"ask-introduction", "introduction"}
    return found or (next(filter(None, waiting), None) if introduces else None)

"""Drafts: what to write to somebody, in their language and form of address, from the facts on record.

A letter never says more than the data does. A fact nobody wrote down, and a note that would not make a
sentence in that language and register, becomes an honest blank in square brackets. Free notes never go in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.coach.finding import Finding
from generator.coach.thanks import gifts_fit
from generator.coach.weeks import met_on
from generator.records.contact import ChannelName, Contact, Favour, LogEntry
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.names import NameParts
from generator.records.network import Network
from generator.words.speech import speech

Register = Literal["tu", "usted"]
Channel = ChannelName | Literal["card"]

ALWAYS = frozenset({"first", "greet", "me", "me_full", "bye", "self"})
"""Facts that are known of everybody."""

FACTS = ALWAYS | {
    "what", "thing", "task", "effect", "event", "date", "next", "years", "need", "topic", "used", "last", "through",
    "other", "other_short", "both", "why", "late", "call", "gift", "birthday",
}
"""All that a letter can name or depend on."""

NOWHERE_TO_WRITE = frozenset({"deceased", "do_not_contact"})
WRITTEN: tuple[ChannelName, ...] = (
    "email", "whatsapp", "telegram", "signal", "linkedin", "mastodon", "bluesky", "instagram",
)
SPOKEN = frozenset({"how-it-went", "declining-late"})
"""Kinds that are said rather than written to people who like to be called."""

BY_HAND = 3
"""The effort from which thanks are a call or a card (see thanks.py)."""

_SLOT = re.compile(r"\{(\w*)(?:\?([^{}]*))?\}")
_BLANK = re.compile(r"\[[^\[\]]*\]")
_TALKS = frozenset({"coffee", "call", "meal", "meeting", "event"})
_MOST = 90  # characters of a note that still make part of a sentence
_FRESH = 42  # days after which a talk is remembered by its month
_YEARS = 730  # days from which one may say that years have gone by
_NEAR = 14  # days within which a date is said with its day of the week
_ORDINAL = re.compile(r"(?:[IVXLC]+|\d\S*)\s+(?=\S)")
_BEFORE_FIRST_NAME = {"don": "don", "doña": "doña", "d": "don", "dña": "doña", "d.ª": "doña"}
_TITLES = frozenset(
    {*_BEFORE_FIRST_NAME, "dr", "dra", "prof", "profa", "sr", "sra", "señor", "señora", "mr", "mrs", "ms"}
)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # leaves every value as typed: `on` stays a word


class DraftError(ValueError):
    """A file of drafts is not as it should be; the message names file and fault."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Letter(_Frozen):
    """One text: its greeting, its paragraphs and its closing, with placeholders."""

    subject: str
    text: Annotated[str, Field(min_length=1)]


class Spanish(_Frozen):
    """One situation in Spanish by register; `neutral` addresses nobody, for when the register is not recorded."""

    tu: Letter
    usted: Letter
    neutral: Letter | None = None


class Variant(_Frozen):
    """One situation in both languages, side by side; it fits when all facts in `when` are known."""

    when: tuple[str, ...] = ()
    effort: Annotated[int, Field(ge=1, le=5)] | None = None
    es: Spanish
    en: Letter

    def letter(self, language: str, register: Register | None) -> Letter | None:
        """The text in one language and register, if there is one."""
        if language == "en":
            return self.en
        return {"tu": self.es.tu, "usted": self.es.usted, None: self.es.neutral}[register]


class Phrases(_Frozen):
    """The small words of one language that letters are put together with, and what a note must look like to fit."""

    signature: str
    goodbye: Mapping[str, str]
    occasions: Mapping[str, str]
    deeds: Mapping[str, str]
    dates: Mapping[str, str]
    person: str
    titles: Mapping[str, frozenset[str]]
    determiners: frozenset[str]
    definite: Mapping[str, str]
    marks: frozenset[str]
    strange: Mapping[str, frozenset[str]]
    task: str
    not_a_task: frozenset[str]
    gerund: str
    did: Mapping[str, str]


class _Kind(_Frozen):
    kind: str
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Drafts:
    """All letters by kind, and the phrases by language."""

    kinds: Mapping[str, tuple[Variant, ...]]
    phrases: Mapping[str, Phrases]


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to somebody, ready but for its blanks.

    `register` is None in English and where the letter addresses nobody; `subject` is empty for what is said or
    written by hand; `to` holds the ids of the receivers.
    """

    subject: str
    paragraphs: tuple[str, ...]
    language: str
    register: Register | None
    channel: Channel
    kind: str
    to: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The whole text, paragraphs a blank line apart."""
        return "\n\n".join(self.paragraphs)

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is left to fill in, brackets included."""
        return tuple(_BLANK.findall(self.body))


def read_drafts(source: Path | Iterable[Path]) -> Drafts:
    """The drafts of a folder, or of some files; raises `DraftError` for the first file that is not as it should be."""
    kinds: dict[str, tuple[Variant, ...]] = {}
    phrases: dict[str, Phrases] = {}
    for path in sorted(source.glob("*.yml")) if isinstance(source, Path) else source:
        try:
            raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # the base loader makes nothing but texts
            if path.stem == "phrases":
                phrases = {language: Phrases.model_validate(said) for language, said in raw.items()}
                continue
            found = _Kind.model_validate(raw)
        except (yaml.YAMLError, ValidationError, AttributeError) as error:
            raise DraftError(f"{path.name}: {' '.join(str(error).split())}") from error
        if found.kind != path.stem:
            raise DraftError(f"{path.name}: kind is {found.kind}, so the file is called {found.kind}.yml")
        kinds[found.kind] = found.variants
    return Drafts(kinds, phrases)


def voice(contact: Contact, network: Network, day: date, drafts: Drafts) -> Facts | None:
    """What can be said to somebody as it is written down, with no matter behind it; None in other languages."""
    language = _language(contact, network)
    if language not in drafts.phrases:
        return None
    register = _register((contact,)) if language == "es" else None
    finding = Finding(subject=contact, place=contact.place, action="prepare")
    return Facts(finding, network, day, drafts.phrases, contact, language, register)


def receivers(finding: Finding, network: Network) -> tuple[Contact, ...]:
    """Who gets a message of their own: the subject, its host, or both sides that are still to be asked."""
    subject = finding.subject
    if isinstance(subject, Event):
        subject = network.person(subject.host or "")
    if subject is None:
        return ()
    other = _other(finding, network, subject) if finding.draft == "ask-introduction" else None
    asked = {who for one, two in ((subject, other), (other, subject)) if one and two
             for i in one.introductions if i.to == two.id for who in i.asked}
    return tuple(c for c in (subject, other) if c and c.id not in asked)


def draft_for(finding: Finding, network: Network, day: date, drafts: Drafts, to: Contact | None = None) -> Draft | None:
    """The message a finding asks for, or None where there is none to write or nobody knows how to address them.

    `to` is one of `receivers`, the first one unless given.
    """
    contact = to or next(iter(receivers(finding, network)), None)
    kind = finding.draft or ""
    if kind not in drafts.kinds or contact is None or contact.status in NOWHERE_TO_WRITE:
        return None
    pair = (contact, _other(finding, network, contact)) if kind == "introduction" else (contact,)
    people = tuple(c for c in pair if c)
    languages = {_language(c, network) for c in people}
    language = languages.pop()
    if languages or language not in drafts.phrases:
        return None  # two languages at one table: better two messages in your own words
    register = _register(people) if language == "es" else None
    facts = Facts(finding, network, day, drafts.phrases, contact, language, register)
    letter = _choose(drafts.kinds[kind], facts)
    if letter is None:
        return None
    written = facts.fill(letter.text)
    return Draft(facts.fill(letter.subject), tuple(written.strip().split("\n\n")), language, register, facts.channel,
                 kind, tuple(c.id for c in people))


def _choose(variants: tuple[Variant, ...], facts: Facts) -> Letter | None:
    for variant in variants:
        letter = variant.letter(facts.language, facts.register)
        if letter and variant.effort in (None, facts.effort) and all(name in facts.known for name in variant.when):
            return letter
    return None


def _language(contact: Contact, network: Network) -> str:
    """What you speak with somebody; where it is not recorded, a Spanish register says it, or else your own."""
    return contact.language or ("es" if contact.address_form else next(iter(network.me.languages), "es"))


def _register(people: tuple[Contact, ...]) -> Register | None:
    """How to address them together: usted as soon as one is, nothing guessed where one is not recorded."""
    forms = [c.address_form for c in people]
    return None if None in forms else "usted" if "usted" in forms else "tu"


def _other(finding: Finding, network: Network, contact: Contact) -> Contact | None:
    """The second person of a finding, seen from the one who is written to."""
    named = [f for f in finding.facts.values() if isinstance(f, Contact)]
    named += [finding.subject] if isinstance(finding.subject, Contact) else []
    waiting = (network.person(i.to) for i in contact.introductions if not i.sent)
    found = next((c for c in named if c.id != contact.id), None)
    introduces = finding.draft in {"ask-introduction", "introduction"}
    return found or (next(filter(None, waiting), None) if introduces else None)


@dataclass(frozen=True)
class Facts:
    """What is known about one matter, as it goes into a letter of one language and register.

    `known` are texts that fit as they are, `noted` is what was written down in words that do not.
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
    def channel(self) -> Channel:
        """Where it goes: as they like to be reached, but thanks for real effort are spoken or written by hand."""
        preferred = self.contact.preferred_channel
        if self.finding.draft == "thanks" and self.effort >= BY_HAND:
            return "phone" if self.effort == BY_HAND and preferred == "phone" else "card"
        if preferred in WRITTEN or (preferred == "phone" and self.finding.draft in SPOKEN):
            return preferred
        return next((name for name in WRITTEN if getattr(self.contact.channels, name)), "email")

    @cached_property
    def known(self) -> Mapping[str, str]:
        """Every fact that can be said as it is, by its name."""
        found: dict[str, str | None] = {**self._names(), **self._matter(), **self._times(), **self._circumstances()}
        return {name: said for name, said in found.items() if said}

    def fill(self, text: str) -> str:
        """The text with its facts; what is not known becomes `[…]`, with what was noted of it."""

        def said(slot: re.Match[str]) -> str:
            name, hint = slot[1], slot[2]
            if name in self.known:
                return self.known[name]
            return "[" + ": ".join(filter(None, [hint, self.noted.get(name)])) + "]"

        filled = re.sub(r"\.\.(?=\s|$)", ".", _SLOT.sub(said, text))
        return re.sub(r"\b([Dd]e|[Aa]) el\b", r"\1l", filled) if self.language == "es" else filled

    # Who is who.

    def _names(self) -> dict[str, str | None]:
        me, other = self.network.me.name, _other(self.finding, self.network, self.contact)
        unnamed, at_ease = me.display == "…", self.register == "tu" or self.language != "es"
        close = at_ease and self.contact.closeness in {"inner", "close"}
        greets = _greeted if self.register == "usted" else _first
        said = speech(self.language)
        return {
            "first": _first(self.contact.name), "greet": greets(self.contact.name), "self": self._person(self.contact),
            "me": self.phrases.signature if unnamed else me.short if at_ease else me.familiar,
            "me_full": self.phrases.signature if unnamed else me.familiar,
            "bye": self.phrases.goodbye["close" if close else self.register or "neutral"],
            "other": self._person(other) if other else None, "other_short": other.name.familiar if other else None,
            "both": said.list([greets(self.contact.name), greets(other.name)]) if other else None,
            "through": self._through(),
        }

    def _person(self, contact: Contact) -> str:
        about = [contact.role if contact.role and self._fits(contact.role) else None, self.network.org_name(contact)]
        said = ", ".join(filter(None, about))
        return self.phrases.person.format(name=contact.name.familiar, about=said) if said else contact.name.familiar

    def _through(self) -> str | None:
        who = self.contact.met.through if self.contact.met else None
        return self.network.name_of(who) if who else None

    # What it is about.

    def _matter(self) -> dict[str, str | None]:
        what = self.finding.facts.get("what")
        raw = what if isinstance(what, str) else None
        introduces = self.finding.draft == "ask-introduction"
        deed = self.phrases.deeds.get(self.favour.kind) if self.favour else None
        thing = None if introduces else self._thing(raw) or deed
        self._keep("what", raw)
        self._keep("thing", raw)
        return {
            "thing": thing, "what": self._doing(raw) or thing, "task": self.task(raw), "effect": self._effect(),
            # What somebody looks for is told to nobody else before they agree.
            "need": self.clause(raw) if introduces and self.finding.subject is self.contact else None,
            "why": self._why(), **self._topic(),
        }

    def _effect(self) -> str | None:
        """What came of it, as a sentence of its own."""
        outcome = self.favour.outcome.text if self.favour and self.favour.outcome else None
        self._keep("effect", outcome)
        said = self.clause(outcome)
        return said[0].upper() + said[1:] if said else None

    def _why(self) -> str | None:
        """What each has to gain by knowing the other."""
        other = _other(self.finding, self.network, self.contact)
        pair = {c.id: c for c in (self.contact, other) if c}
        why = next((i.why for c in pair.values() for i in c.introductions if i.to in pair and i.why), None)
        self._keep("why", why)
        return self.clause(why, named=self.finding.draft == "introduction")

    def _topic(self) -> dict[str, str | None]:
        """The first topic that fits; one you have talked about counts before one you have not."""
        fitting = [t for t in self.contact.topics if self._is_topic(t.text)]
        talked = next((t for t in fitting if t.used and t.used.start <= self.day), None)
        topic = talked or next(iter(fitting), None)
        return {
            "topic": _trim(topic.text, self.phrases) if topic else None,
            "used": self._about(talked.used) if talked and talked.used else None,
        }

    def _keep(self, name: str, note: str | None) -> None:
        if note:
            self.noted[name] = note if len(note) <= _MOST else note[:_MOST].rsplit(" ", 1)[0] + "…"

    # When and where.

    def _times(self) -> dict[str, str | None]:
        facts, event = self.finding.facts, self._event()
        when = facts.get("date")
        if not isinstance(when, (date, PartialDate)) or (event and self.finding.draft == "declining-late"):
            when = event.date.date if event else met_on(self.network, self.contact)
        coming = facts.get("on")
        return {
            "date": self._on(when), "next": self._on(coming) if isinstance(coming, (date, PartialDate)) else None,
            "event": self._occasion(event) if event else None, "last": self._last(),
        }

    def _event(self) -> Event | None:
        named = [f for f in (*self.finding.facts.values(), self.finding.subject) if isinstance(f, Event)]
        return named[0] if named else None

    def _on(self, when: date | PartialDate | None) -> str | None:
        """A date with its preposition: el jueves 19 de noviembre, en mayo de 2026; on 13 November, in 2025."""
        if when is None:
            return None
        if isinstance(when, PartialDate) and not when.is_exact:
            return f"{self.phrases.dates['period']} {speech(self.language).date(when)}"
        exact = when.end if isinstance(when, PartialDate) else when
        style: Literal["weekday", "day"] = "weekday" if abs((exact - self.day).days) <= _NEAR else "day"
        return f"{self.phrases.dates['day']} {speech(self.language).date(exact, style, today=self.day)}"

    def _about(self, when: PartialDate) -> str | None:
        """The same as one remembers it: en mayo, once some weeks have gone by."""
        if (self.day - when.end).days <= _FRESH:
            return self._on(when)
        return f"{self.phrases.dates['period']} {self._month(when)}"

    def _month(self, when: PartialDate) -> str:
        return speech(self.language).date(when if when.month is None else when.start, "month", today=self.day)

    def _occasion(self, event: Event) -> str:
        """An event as it is named within a sentence: la Jornada Pymes Digitales, our coffee."""
        if event.kind and event.kind in self.phrases.occasions:
            return self.phrases.occasions[event.kind]
        opening = _ORDINAL.sub("", event.title, count=1).split()[0].casefold()
        words = {w.casefold() for w in event.title.split()}
        for article, nouns in self.phrases.titles.items():
            if opening in nouns or (self.language == "en" and (words & nouns or self._is_noun(opening))):
                return f"{article} {event.title}"
        return event.title

    def _is_noun(self, opening: str) -> bool:
        return any(opening in nouns for said in self.all_phrases.values() for nouns in said.titles.values())

    @cached_property
    def talk(self) -> LogEntry | None:
        """Your last talk; unanswered messages are none."""
        talks = [e for e in self.contact.log if e.counts and e.date.start <= self.day and _is_talk(e)]
        return max(talks, key=lambda e: min(e.date.end, self.day), default=None)

    def _last(self) -> str | None:
        """Your last talk in words: el café de mayo, the Meetup UX."""
        if self.talk is None:
            return None
        event = self.network.events.get(self.talk.event or "")
        if event:
            return self._occasion(event)
        return f"{self.phrases.occasions[self.talk.kind]} {self.phrases.dates['of']} {self._month(self.talk.date)}"

    def _circumstances(self) -> dict[str, str | None]:
        finding = self.finding
        congratulates = finding.settle is not None and finding.settle.mark == "congratulate"
        return {
            "years": "years" if self.talk and (self.day - self.talk.date.end).days >= _YEARS else None,
            "late": "late" if finding.over > 0 else None,
            "call": "call" if self.channel == "phone" else None,
            "gift": "gift" if gifts_fit(self.network, self.contact) else None,
            "birthday": "birthday" if congratulates and self.contact.birthday and "what" not in finding.facts else None,
        }

    # Whether a note makes part of a sentence as it is.

    def _fits(self, note: str, *, named: bool = False) -> bool:
        """Whether it is in the letter's language and can be said in its register."""
        return self._is_sayable(note, named=named) and self._is_own(note)

    def _is_sayable(self, note: str, *, named: bool = False) -> bool:
        """Short, one clause, and about nobody in a way that the register would turn round."""
        words = _words(note)
        strange = self.phrases.strange.get(self.register or "neutral", frozenset())
        calls = not named and _first(self.contact.name).casefold() in words
        broken = re.search(r"[?¿!¡;()\[\]\n{}]|\.\s", note)
        return len(note) <= _MOST and not (broken or calls or strange.intersection(words))

    def _is_own(self, note: str) -> bool:
        """Whether a note is in the letter's language; without a sign of any, it is in yours."""
        words = _words(note)
        signs = {
            language: sum(w in said.marks for w in words) + (words[:1] != [] and words[0] in said.determiners)
            for language, said in self.all_phrases.items()
        }
        best = max(signs.values())
        if list(signs.values()).count(best) > 1:
            return next(iter(self.network.me.languages), self.language) == self.language
        return signs[self.language] == best

    def _thing(self, note: str | None) -> str | None:
        """A note that names a thing, as one both know of: una carta de recomendación, la carta de recomendación."""
        opening, _, rest = (_trim(note, self.phrases) if note else "").partition(" ")
        if not note or not rest or opening not in self.phrases.determiners or not self._fits(_trim(note, self.phrases)):
            return None
        return f"{self.phrases.definite.get(opening, opening)} {rest}"

    def task(self, note: str | None) -> str | None:
        """A note that begins with what is to be done: pasarme el contacto, send me the list."""
        said = re.sub(r"^(?:to|will) ", "", _lowered(note.rstrip(" .,:"))) if note else ""
        found = re.fullmatch(self.phrases.task, said.split()[0]) if said else None
        if found is None or said.split()[0] in self.phrases.not_a_task or not self._fits(said):
            return None
        whom = found[1] if found.groups() else None
        allowed = {None, "me", "nos", *({"te", "os"} if self.register == "tu" else ()),
                   *({"le", "les"} if self.register == "usted" else ())}
        return said if whom in allowed else None

    def _doing(self, note: str | None) -> str | None:
        """What somebody did, as it goes after thanks for: me leyó el borrador, leerme el borrador."""
        if not note:
            return None
        said = re.sub(r"^(?:she|he|they|ella|él) ", "", _lowered(note.rstrip(" .,:")))
        whom, verb, rest = _split_verb(said, self.language)
        if verb in self.phrases.did and self._is_sayable(rest):
            return " ".join(filter(None, [self.phrases.did[verb] + whom, rest]))
        if self.phrases.gerund and re.match(self.phrases.gerund + r"\b", said):
            return said if self._fits(said) else None
        return self.task(note) if self.language == "es" else None

    def _is_topic(self, note: str) -> bool:
        return self._fits(note) and self.task(note) is None

    def clause(self, note: str | None, *, named: bool = False) -> str | None:
        """A note as it goes into a sentence, or None where it would not fit."""
        said = _trim(note, self.phrases) if note else ""
        return said if said and self._fits(said, named=named) else None


def _is_talk(entry: LogEntry) -> bool:
    answered = entry.initiator != "me" or bool(entry.reply)
    return entry.kind in _TALKS or (entry.kind in {"email", "message"} and answered)


def _first(name: NameParts) -> str:
    """The first name, also where a plain name begins with a title: Dra. Ana Ruiz."""
    words = name.short.split()
    if words[0].casefold().rstrip(".") not in _TITLES:
        return name.short
    return next((w for w in name.display.split() if w.casefold().rstrip(".") not in _TITLES), name.short)


def _greeted(name: NameParts) -> str:
    """How to greet formally: don Julián, Dra. Ruiz, Carmen; never two surnames, and a title only where one is noted."""
    title = (name.honorific or "").casefold().rstrip(".")
    if title in _BEFORE_FIRST_NAME:
        return f"{_BEFORE_FIRST_NAME[title]} {_first(name)}"
    surname = " ".join(filter(None, [name.particle, name.first_surname]))
    if not title or name.first_surname == name.short:
        return _first(name)
    return f"{title if title in {'señor', 'señora'} else name.honorific} {surname}"


def _words(note: str) -> list[str]:
    return re.findall(r"\w+", note.casefold())


def _trim(note: str, phrases: Phrases) -> str:
    """A note without its full stop, and without a capital that only its place gave it."""
    note = note.strip().rstrip(" .,:")
    opening = note.split()[0].casefold() if note else ""
    return _lowered(note) if opening in phrases.determiners | phrases.marks - {"i"} else note


def _lowered(note: str) -> str:
    note = note.strip()
    return note if note[1:2].isupper() else note[:1].lower() + note[1:]


def _split_verb(said: str, language: str) -> tuple[str, str, str]:
    """Whom (as a Spanish verb takes it at its end), the verb and the rest of `me mandó un enlace`."""
    words = said.split()
    whom = words.pop(0) if language == "es" and len(words) > 1 and words[0] in {"me", "nos"} else ""
    return whom, words[0] if words else "", " ".join(words[1:])


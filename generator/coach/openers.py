"""Openers: a first question to somebody, put together from what is on record, in the language you speak together.

None of it is made up: where nothing is known there is no question, and where a note cannot be said to that person as
it stands (their `su` is a third person's, or it is in another language), it is given as something to ask about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.coach.drafts import voice
from generator.coach.facts import Facts
from generator.coach.prep import may_be_named
from generator.coach.texts import Drafts
from generator.coach.topics import fresh_topics
from generator.records.contact import Contact
from generator.records.event import Event, EventKind
from generator.records.network import Network
from generator.words.catalogue import LANGUAGES, N_
from generator.words.speech import speech

TOPIC = N_("What is new with {topic}?")
TASK = N_("How is it going with {task}?")
TALK = N_("What has happened since {last}?")
NEED = N_("Are you still looking for {need}?")
FIELD = N_("What is new in {field}?")
HOUSE = N_("What is keeping {org} busy these days?")

GENERAL: Mapping[EventKind | None, str] = {
    "conference": N_("Which talk should nobody miss today?"),
    "meetup": N_("What brings people back to this group?"),
    "meeting": N_("What would make this meeting time well spent?"),
    "coffee": N_("What is taking up more time than it should these days?"),
    "meal": N_("What was the best part of the week, work aside?"),
    "call": N_("What would make this call useful?"),
    "webinar": N_("Which part of this can be tried out tomorrow?"),
    "interview": N_("What would have to have happened in a year for this to be a good decision?"),
    "hosted": N_("Who is here that it would be good to meet?"),
    None: N_("What has been the good news of these days?"),
}
"""One question for whoever is there, by kind of event; none of them asks anything of the person."""

_INDIRECT = re.compile(
    r"(?:qué|cómo|quién(?:es)?|cuál(?:es)?|cuándo|cuánt[oa]s?|dónde|por qué|si"
    r"|how|what|who|whose|when|where|why|which|whether)\b", re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opener:
    """A first question, in `language`; `cue` where it is only something to ask about, in your own words."""

    text: str
    language: str
    cue: bool = False


def opener(contact: Contact, event: Event, network: Network, day: date, drafts: Drafts) -> Opener | None:
    """What to ask somebody first: a fresh topic of theirs, what you last talked about, what they look for or know."""
    said = voice(contact, network, day, drafts) if may_be_named(contact, day) else None
    if said is None:
        return None
    topics = fresh_topics(contact, event, network, day)
    asked = next(_questions(contact, topics, said), None)
    if asked:
        return Opener(asked, said.language)
    return Opener(topics[0].rstrip(" ."), said.language, cue=True) if topics else None


def _questions(contact: Contact, topics: tuple[str, ...], said: Facts) -> Iterator[str]:
    text = speech(said.language).text
    for topic in topics:
        question = _of_topic(topic, said)
        if question:
            yield question
    # A topic that cannot be put into their words is still nearer to them than anything below.
    if topics:
        return
    last = said.known("last") if said.talk and said.talk.note else None
    if last:
        yield text(TALK, last=last)
    for need in filter(None, map(said.notes.clause, contact.needs)):
        yield _tidy(text(TASK, task=need) if said.notes.task(need) else text(NEED, need=need))
    for field in filter(None, map(said.notes.clause, contact.expertise)):
        yield text(FIELD, field=field)


def _of_topic(topic: str, said: Facts) -> str | None:
    """The topic itself where it is a question, else one about it, if it can be said to that person."""
    whole = topic.strip().rstrip(".")
    if re.fullmatch(r"¿[^¿?]+\?|[^¿?]+\?", whole):
        start = whole.startswith("¿")
        return whole[:start] + whole[start].upper() + whole[start + 1:]
    clause = said.notes.clause(topic)
    if clause is None or _INDIRECT.match(clause):
        return None
    task = said.notes.task(topic)
    text = speech(said.language).text
    return _tidy(text(TASK, task=task) if task else text(TOPIC, topic=clause))


def of_house(org: str, event: Event, network: Network) -> Opener:
    """A question to somebody of whom only the house is known."""
    language = _spoken(event, network)
    return Opener(speech(language).text(HOUSE, org=org), language)


def general(event: Event, network: Network) -> Opener:
    """One question that suits the kind of event, whoever is there."""
    language = _spoken(event, network)
    return Opener(speech(language).text(GENERAL[event.kind]), language)


def _spoken(event: Event, network: Network) -> str:
    """The language of an event, else the one you speak best, as far as the coach speaks it, too."""
    wished = (event.language, *network.me.languages)
    return next((language for language in wished if language in LANGUAGES), LANGUAGES[0])


def _tidy(question: str) -> str:
    return re.sub(r"\b([Dd]e|[Aa]) el\b", r"\1l", question)

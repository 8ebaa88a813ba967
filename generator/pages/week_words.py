"""Week words: what a week is called, what it brought in one sentence with small numbers in words, and in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.pages.phrases import filled, sentence_case
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_
from generator.words.speech import Speech

NEW = (
    N_("one new person"),
    N_("two new people"),
    N_("three new people"),
    N_("four new people"),
    N_("five new people"),
    N_("six new people"),
    N_("seven new people"),
    N_("eight new people"),
    N_("nine new people"),
)
TALKED = (
    N_("one conversation"),
    N_("two conversations"),
    N_("three conversations"),
    N_("four conversations"),
    N_("five conversations"),
    N_("six conversations"),
    N_("seven conversations"),
    N_("eight conversations"),
    N_("nine conversations"),
)
KEPT = (
    N_("one promise kept"),
    N_("two promises kept"),
    N_("three promises kept"),
    N_("four promises kept"),
    N_("five promises kept"),
    N_("six promises kept"),
    N_("seven promises kept"),
    N_("eight promises kept"),
    N_("nine promises kept"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what a week brought: what was counted, how many, who or what they were, and what else there is."""

    name: str
    count: int
    named: tuple[Markup, ...]
    more: str


def line(desk: Desk, name: str, named: Sequence[Markup], most: int) -> Line:
    """A line that names so many at most, and says how many more there are."""
    speech, rest = desk.sources.speech, len(named) - most
    more = speech.plural("And one more.", "And {n} more.", rest) if rest > 0 else ""
    return Line(speech.text(name), len(named), tuple(named[:most]), more)


def in_a_sentence(speech: Speech, new: int, talks: int, kept: int) -> str:
    """New people, conversations and promises kept as a sentence; an empty text where there was none of it."""
    parts = [
        counted(speech, new, NEW, N_("{n} new people")),
        counted(speech, talks, TALKED, N_("{n} conversations")),
        counted(speech, kept, KEPT, N_("{n} promises kept")),
    ]
    said = [p for p in parts if p]
    return sentence_case(speech.text("{list}.", list=speech.list(said))) if said else ""


def span(desk: Desk, monday: date) -> str:
    """Which week it is, by its number and its days; the month once where it is the same."""
    sunday = monday + timedelta(days=6)
    start = str(monday.day) if monday.month == sunday.month else desk.date(monday)
    facts = {"number": monday.isocalendar().week, "start": start, "end": desk.date(sunday)}
    return desk.sources.speech.text("Week {number}, from {start} to {end}", **facts)


def how_met(desk: Desk, contact: Contact) -> Markup:
    """Somebody new, with the event where you met or the person who introduced you."""
    text, met = desk.sources.speech.text, contact.met
    event = desk.sources.network.events.get(met.event or "") if met else None
    if event:
        return desk.telling.sentence(text("{who} ({event})"), {"who": contact, "event": event})
    if met and met.through:
        return filled(text("{who}, through {other}"), who=desk.link(contact), other=desk.person(met.through))
    return desk.link(contact)


def counted(speech: Speech, count: int, words: Sequence[str], many: str) -> str:
    """So many of something, a small number in words; an empty text for none."""
    if not count:
        return ""
    return speech.text(words[count - 1]) if count <= len(words) else speech.text(many, n=speech.number(count))

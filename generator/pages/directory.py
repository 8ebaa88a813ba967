"""Directory: who can help with what and who looks for what, and who could meet through you."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from generator.coach.directory import Directory, Entry, Tied, is_listed
from generator.coach.finding import Advice
from generator.coach.terms import terms_of
from generator.pages.alphabet import anchor_of, by_word, letter_of
from generator.pages.introducing import consent, under_way
from generator.pages.page import Page
from generator.pages.phrases import enumerated, filled
from generator.pages.rendering import Desk
from generator.pages.several import several
from generator.pages.sources import Sources
from generator.pages.term import term_page
from generator.records.contact import Contact
from generator.words.catalogue import N_

ADDRESS = "directory/"

RULE = "offer-meets-need"

NAMED = 3
"""Most people that one line names: the others stand on the page of the term."""


@dataclass(frozen=True, slots=True)
class Line:
    """One term of a list: what it is called, where its page is, and its people as a sentence has them."""

    name: str
    href: str
    people: Markup


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms that begin with one letter; `id` is its anchor."""

    letter: str
    id: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of whom an introduction is noted, why, and what they have said to it so far."""

    names: Markup
    why: str
    said: str


def pages(sources: Sources) -> Iterator[Page]:
    """The directory and the page of each term."""
    directory = sources.directory
    yield _index(Desk(sources, ADDRESS), directory)
    meetings = _by_term(directory, matches(sources))
    for entry in directory.entries.values():
        yield term_page(Desk(sources, f"{ADDRESS}{entry.slug}/"), directory, entry, meetings.get(entry.key, {}))


def matches(sources: Sources) -> tuple[Advice, ...]:
    """What the coach says about people who look for what somebody offers: what is silenced stays silent here, too."""
    return tuple(a for a in sources.coaching.open if a.rule == RULE)


def term_links(desk: Desk, contact: Contact) -> Mapping[str, Markup]:
    """What somebody knows, offers or looks for, each thing as a link to its page where it has one."""
    return {text: _term_link(desk, contact, text) for text in (*contact.expertise, *contact.offers, *contact.needs)}


def _term_link(desk: Desk, contact: Contact, text: str) -> Markup:
    name, synonyms = Markup("<bdi>%s</bdi>") % text, desk.sources.network.coach.synonyms
    found = terms_of(synonyms).keys(text) if is_listed(contact) else ()
    if not found:
        return name
    return Markup('<a href="%s">%s</a>') % (desk.to(f"{ADDRESS}{desk.sources.addresses[found[0]]}/"), name)


def _index(desk: Desk, directory: Directory) -> Page:
    text, entries = desk.sources.speech.text, directory.entries.values()
    both = desk.sources.private or any(_seekers(directory, entry) for entry in entries)
    lead = text(N_("Who can help with what, and who looks for what.") if both else N_("Who knows about what."))
    return desk.later("directory", text("Directory"), lambda: _view(desk, directory, lead), tab="people/",
                      description=lead, found_by=lead)


def _view(desk: Desk, directory: Directory, lead: str) -> Mapping[str, Any]:
    sought = ((e, s) for e in directory.entries.values() if (s := _seekers(directory, e)))
    return {
        "lead": lead, "letters": tuple(_by_letter(desk, directory)), "sought": tuple(_lines(desk, directory, sought)),
        "meetings": matches(desk.sources), "pairs": tuple(_pairs(desk)), "wanted": tuple(_wanted(desk, directory)),
    }


def _seekers(directory: Directory, entry: Entry) -> tuple[Tied, ...]:
    """Who looks for just this: who looks for a kind of it stands on the line of that."""
    keys = directory.terms.keys
    return tuple(t for t in entry.seekers if any(entry.key in keys(need) for need in t.needs))


def _by_letter(desk: Desk, directory: Directory) -> Iterator[Letter]:
    language = desk.sources.speech.language
    lines = _lines(desk, directory, ((e, h) for e in directory.entries.values() if (h := e.helpers)))
    for letter, those in groupby(lines, key=lambda line: letter_of(line.name, language)):
        yield Letter(letter, f"letter-{anchor_of(letter)}", tuple(those))


def _lines(desk: Desk, directory: Directory, found: Iterable[tuple[Entry, tuple[Tied, ...]]]) -> list[Line]:
    """The lines of a list, in the order of the alphabet of the page's language."""
    language = desk.sources.speech.language
    lines = [_line(desk, directory, entry, people) for entry, people in found]
    return sorted(lines, key=lambda line: (by_word(line.name, language), line.href))


def _line(desk: Desk, directory: Directory, entry: Entry, people: tuple[Tied, ...]) -> Line:
    name = directory.name(entry, desk.sources.speech.language)
    return Line(name, desk.to(f"{ADDRESS}{entry.slug}/"), _named(desk, people))


def _named(desk: Desk, people: tuple[Tied, ...]) -> Markup:
    """The nearest of them by name, and how many more there are."""
    return several(desk, [desk.link(tied.contact) for tied in people[:NAMED]], len(people) - NAMED)


def _pairs(desk: Desk) -> Iterator[Pair]:
    """Introductions under way, for their owner only: others see none of them."""
    for one, step, other in under_way(desk):
        names = enumerated(desk.sources.speech, [desk.link(one), desk.link(other)])
        yield Pair(names, step.why or "", consent(desk, step, one, other)[0])


def _wanted(desk: Desk, directory: Directory) -> Iterator[Line]:
    """What the owner would like to have near: what nobody covers first, then what only sleeping ties do."""
    found = [(e, e.helpers) for e in directory.entries.values() if e.wanted]
    awake = {e.key: tuple(t for t in people if t.contact.closeness != "dormant") for e, people in found}
    for entry, people in sorted(found, key=lambda f: (bool(awake[f[0].key]), bool(f[1]), f[0].key)):
        line = _line(desk, directory, entry, awake[entry.key] or people)
        if not people:
            words = escape(desk.sources.speech.text("Nobody yet"))
        elif not awake[entry.key]:
            words = filled(desk.sources.speech.text("Only a tie that sleeps: {list}"), list=line.people)
        else:
            words = line.people
        yield Line(line.name, line.href, words)


def _by_term(directory: Directory, found: Iterable[Advice]) -> Mapping[str, Mapping[str, Advice]]:
    """By the key of a term and the id of who looks for it, the meeting that the coach proposes."""
    meetings: dict[str, dict[str, Advice]] = {}
    for advice in found:
        what, who = advice.finding.facts.get("what"), advice.finding.subject
        for key in directory.terms.senses(what) if isinstance(what, str) and who else ():
            meetings.setdefault(key, {})[who.id if who else ""] = advice
    return meetings

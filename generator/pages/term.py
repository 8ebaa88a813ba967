"""Term: one thing that people know, offer or look for: who they are, how close, and how best to introduce a friend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.coach.directory import Directory, Entry, Tied
from generator.coach.drafts import Draft, draft_for
from generator.coach.finding import Advice, Finding
from generator.coach.prep import may_be_named
from generator.coach.terms import OWN
from generator.pages.company import role_of
from generator.pages.findable import told
from generator.pages.labels import CLOSENESS, tone
from generator.pages.letter import Letter, letter_of
from generator.pages.page import Page
from generator.pages.phrases import filled, sentence_case
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.network import last_contact
from generator.records.reading import NOBODY

ASKED = 3
"""For how many people there are words to copy: one asks the nearest first, and seldom a fourth."""

SHOWN = 6
"""Most other ways to write it that the page tells; the search knows them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody with what brings them here: in their own words what they offer, know or look for, and how close."""

    contact: Contact
    tone: int
    role: str
    offers: tuple[str, ...]
    knows: tuple[str, ...]
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    proposal: str


@dataclass(frozen=True, slots=True)
class Words:
    """What to write to one person: to ask before, and to introduce once both have said yes."""

    contact: Contact
    asking: Letter
    introducing: Letter


def term_page(desk: Desk, directory: Directory, entry: Entry, meetings: Mapping[str, Advice]) -> Page:
    """The page of one term; for others than the owner only who is here with it."""
    what = directory.name(entry, desk.sources.speech.language)
    name = sentence_case(what)
    ways = directory.ways(entry)

    def found_by() -> str:
        tied = (*entry.helpers, *(s for s in entry.seekers if not s.helps))
        people = ", ".join(t.contact.name.display for t in tied)
        return told(people, ", ".join(w for w in ways if w != what)) or name

    def view() -> Mapping[str, Any]:
        return _view(desk, directory, entry, meetings)

    return desk.later("term", name, view, tab="people/", description=_lead(desk, len(entry.helpers)), found_by=found_by,
                      known_as=ways)


def _view(desk: Desk, directory: Directory, entry: Entry, meetings: Mapping[str, Advice]) -> Mapping[str, Any]:
    sources, helpers = desk.sources, entry.helpers
    what = directory.name(entry, sources.speech.language)
    return {
        "lead": _lead(desk, len(helpers)), "also": _also(directory, entry, sentence_case(what)), "wanted": entry.wanted,
        "helpers": tuple(_row(desk, t) for t in helpers),
        "seekers": tuple(_row(desk, t, meetings) for t in entry.seekers),
        "near": tuple(_near(desk, directory, entry)),
        "words": tuple(_words(desk, what, helpers)) if sources.private else (),
        "checklist": "introducing" in sources.checklists, "first": _first(desk, helpers) if sources.private else "",
    }


def _askable(desk: Desk, helpers: tuple[Tied, ...]) -> tuple[Contact, ...]:
    return tuple(t.contact for t in helpers if may_be_named(t.contact, desk.sources.day))[:ASKED]


def _first(desk: Desk, helpers: tuple[Tied, ...]) -> Markup:
    """The first step: whom to ask before anybody else."""
    message = desk.sources.speech.text(
        "First, whoever would help: separately and with an easy way out, because it is their time. "
        "The nearest to you: {who}."
    )
    return Markup().join(filled(message, who=desk.link(contact)) for contact in _askable(desk, helpers)[:1])


def _lead(desk: Desk, helpers: int) -> str:
    speech = desk.sources.speech
    if helpers:
        return speech.plural("One person can help with this.", "{n} people can help with this.", helpers)
    if desk.sources.private:
        return speech.text("Nobody in your notes knows about this yet.")
    return speech.text("Nobody here offers this so far.")


def _also(directory: Directory, entry: Entry, name: str) -> tuple[str, ...]:
    """Other ways to write it: those of people's files, the user's synonyms, and the name in each language."""
    trade = directory.terms.trade(entry.key)
    known = [*trade.ways.get(OWN, ()), *(w[0] for w in trade.ways.values())] if trade else []
    others = {way.casefold(): way for way in reversed((*entry.wordings, *known)) if way.casefold() != name.casefold()}
    return tuple(reversed(others.values()))[:SHOWN]


def _near(desk: Desk, directory: Directory, entry: Entry) -> Iterator[tuple[str, str]]:
    """The terms it is a kind of, and its own kinds, by name and link."""
    for key in (*entry.wider, *entry.narrower):
        other = directory.entries[key]
        yield directory.name(other, desk.sources.speech.language), desk.to(f"directory/{other.slug}/")


def _row(desk: Desk, tied: Tied, meetings: Mapping[str, Advice] | None = None) -> Row:
    contact, advice = tied.contact, (meetings or {}).get(tied.contact.id)
    return Row(
        contact, tone(contact.id), role_of(desk, contact), offers=tuple(tied.offers), needs=tuple(tied.needs),
        knows=tuple(words for words in tied.knows if words not in (contact.role, *tied.offers)),
        marks=tuple(_marks(desk, contact)) if desk.sources.private else (),
        proposal=desk.to(f"follow-ups/#{advice.id}") if advice else "",
    )


def _marks(desk: Desk, contact: Contact) -> Iterator[str]:
    speech, day = desk.sources.speech, desk.sources.day
    if not may_be_named(contact, day):
        yield speech.text("Paused for now")
    if contact.closeness:
        yield speech.text(CLOSENESS[contact.closeness])
    entry = last_contact(contact, day)
    yield speech.text("Last talk: {date}", date=desk.date(entry.date)) if entry else speech.text("No talk noted yet")


def _words(desk: Desk, what: str, helpers: tuple[Tied, ...]) -> Iterator[Words]:
    """Words for the nearest of those who may be asked."""
    for contact in _askable(desk, helpers):
        asking, introducing = (_draft(desk, contact, kind, what) for kind in ("ask-introduction", "introduction"))
        yield Words(
            contact, letter_of(desk, f"ask-{contact.id}", contact, asking, named=False),
            letter_of(desk, f"introduce-{contact.id}", contact, introducing, named=False),
        )


def _draft(desk: Desk, contact: Contact, kind: str, what: str) -> Draft:
    """The letter for somebody unknown to the data; introductions already noted are about others, so they stay out."""
    sources = desk.sources
    if sources.drafts:
        alone = contact.model_copy(update={"introductions": ()})
        finding = Finding(alone, contact.place, "introduce", facts={"who": alone}, draft=kind)
        found = draft_for(finding, sources.network, sources.day, sources.drafts, alone)
        if found:
            return found
    return _calm(desk, contact, kind, what)


def _calm(desk: Desk, contact: Contact, kind: str, what: str) -> Draft:
    """Words that suit any form of address, in the language of the page, where none is recorded."""
    sources, text = desk.sources, desk.sources.speech.text
    me, name = sources.network.me.name, contact.name.short
    signature = text("[your name]") if me.display == NOBODY.name.display else me.short
    if kind == "introduction":
        said = text("Hello {who} and [the other person],", who=name), text(
            "As we said separately, here is the introduction: {who} and [name, and what they do]. "
            "The reason: [what each has to gain]. The rest of the conversation goes on without me.",
            who=contact.name.familiar,
        )
    else:
        said = text("Hello {who},", who=name), text(
            "I know somebody who is looking for help with this: {what}. Would an introduction be welcome? "
            "If it isn't the moment, a “rather not” is enough and that's that.", what=what,
        )
    channel = contact.preferred_channel or "email"
    paragraphs = (*said, signature)
    return Draft(text("An introduction"), paragraphs, sources.speech.language, None, channel, kind, (contact.id,))

"""People: everybody you know, by the letter of the surname that counts; by rhythm and by tag, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from generator.pages.alphabet import OTHER, anchor_of, by_name, letter_of, surname_of
from generator.pages.page import Page
from generator.pages.people_by_rhythm import by_rhythm
from generator.pages.people_by_tag import by_tag
from generator.pages.register import Group, Register, entry, open_with, views
from generator.pages.register import pages as pages_of
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.words.catalogue import N_


def pages(sources: Sources) -> Iterator[Page]:
    """Everybody in each of the ways there are for this audience."""
    ways = {"people/": by_letter, "circles/": by_rhythm, "tags/": by_tag}
    for address, _ in views(sources):
        yield from pages_of(sources, ways[address](Desk(sources, address)))


def by_letter(desk: Desk) -> Register:
    """The register of the letters."""
    speech = desk.sources.speech
    ordered = sorted(desk.sources.network.contacts.values(), key=lambda c: by_name(c, speech.language))
    by_letter = groupby(ordered, key=lambda c: letter_of(surname_of(c), speech.language))
    groups = [_letter(desk, letter, tuple(those)) for letter, those in by_letter]
    return Register("people/", "letters/", speech.text("People"), lambda: _who(desk, ordered), groups, "letters",
                    "letter-")


def _letter(desk: Desk, letter: str, people: tuple[Contact, ...]) -> Group:
    text = desk.sources.speech.text
    first, last = surname_of(people[0]), surname_of(people[-1])
    return Group(
        anchor_of(letter), letter, people, partial(entry, desk),
        spoken=text("Other scripts and signs") if letter == OTHER else "",
        summary=text("{first} to {last}", first=first, last=last) if first != last else "",
    )


def _who(desk: Desk, people: Sequence[Contact]) -> str:
    """How many people there are, and with how many there is something to do; of nobody, how to begin."""
    speech, private, total = desk.sources.speech, desk.sources.private, len(people)
    if not total:
        return speech.text(N_("Your circle starts with one person. A name is enough; the rest will come.") if private
                           else N_("Nobody is shared here yet."))
    said = speech.plural("{n} person.", "{n} people.", total)
    if not private:
        return said
    opened = sum(open_with(desk, contact) > 0 for contact in people)
    more = speech.plural("There is something to do with {n} of them.", "There are things to do with {n} of them.",
                         opened) if opened else speech.text("Nothing is waiting with any of them.")
    return f"{said} {more}"

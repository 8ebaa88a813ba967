"""Network: who introduced whom to you, as drawings and as one table; for its owner only."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.coach.backlog import is_to_do
from generator.coach.forest import Branch, Forest, forest_of
from generator.coach.weeks import met_on
from generator.pages.family import Family, family
from generator.pages.origins import origins
from generator.pages.page import Page
from generator.pages.phrases import enumerated, filled
from generator.pages.rendering import Desk
from generator.pages.several import several
from generator.pages.sources import Sources
from generator.pages.week_words import counted
from generator.records.moments import PartialDate
from generator.records.network import last_contact
from generator.words.catalogue import N_

ADDRESS = "network/"

FAMILIES, OPENERS, NAMED = 12, 5, 3
"""Most drawings, people who opened doors, and names in a sentence: the table has them all."""

CIRCLE = 3
"""From how many people on one introducer's are called a circle."""

CLOSING = ("missing-thanks", "loop-left-open", "thanks-too-small")
"""The rules about what somebody who helped you has not heard from you."""

DOORS = (
    N_("one door"),
    N_("two doors"),
    N_("three doors"),
    N_("four doors"),
    N_("five doors"),
    N_("six doors"),
    N_("seven doors"),
    N_("eight doors"),
    N_("nine doors"),
)


@dataclass(frozen=True, slots=True)
class Opener:
    """Somebody who opened doors: whom they introduced, what they have not heard yet, or when you last talked."""

    said: Markup
    link: str
    do: str
    last: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A family with its words: what it is, its people in sentences, and how many of yours came by it."""

    family: Family
    title: str
    told: str
    caption: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: who, through whom, when, and whom they introduced in turn."""

    who: Markup
    through: Markup
    when: PartialDate | None
    opened: Markup


@dataclass(frozen=True, slots=True)
class Made:
    """Two people you introduced to each other, when, and what came of it."""

    names: Markup
    when: PartialDate
    outcome: str


def pages(sources: Sources) -> Iterator[Page]:
    """The one page of the whole network; others see nothing of how you met people."""
    if not sources.private:
        return
    desk = Desk(sources, ADDRESS)
    yield desk.later("network", sources.speech.text("Your network"), lambda: _view(desk), tab="people/")


def _view(desk: Desk) -> Mapping[str, Any]:
    forest = forest_of(desk.sources.network)
    drawn = forest.trees[:FAMILIES]
    return {
        "sentence": _sentence(desk, forest),
        "lead": tuple(_lead(desk, forest)), "drawings": tuple(_drawing(desk, tree) for tree in drawn),
        "left": _left(desk, forest, drawn), "openers": tuple(_opener(desk, b) for b in _openers(forest)),
        "origins": tuple(origins(desk, forest.own)), "own": len(forest.own), "made": tuple(_made(desk)),
        "rows": tuple(_row(desk, b) for b in forest if b.through), "introduced": forest.introduced,
    }


def named(desk: Desk, branch: Branch) -> Markup:
    """Somebody in the forest, linked if they have a page."""
    return desk.link(branch.contact) if branch.contact else Markup("<bdi>{}</bdi>").format(branch.name)


def _sentence(desk: Desk, forest: Forest) -> str:
    speech = desk.sources.speech
    if not desk.sources.network.contacts:
        return speech.text("Your network begins with one person.")
    if not forest.trees:
        return speech.text("Nobody is noted yet as having introduced somebody to you.")
    first = forest.trees[0]
    doors = counted(speech, first.size, DOORS, N_("{n} doors"))
    return speech.text("{who} has opened you {doors}.", who=first.name, doors=doors)


def _lead(desk: Desk, forest: Forest) -> Iterator[Markup]:
    """What the drawings show, in sentences: how much came by one person, and which circles hang on a single one."""
    speech, everybody = desk.sources.speech, len(desk.sources.network.contacts)
    if not forest.trees:
        return
    first = forest.trees[0]
    yield Markup.escape(speech.plural("One of your {all} people came to you that way.",
                                      "{n} of your {all} people came to you that way.", first.size,
                                      all=speech.number(everybody)))
    circles = [tree for tree in forest.trees if tree.size >= CIRCLE]
    if circles:
        words = speech.plural("One circle hangs on a single person: {list}. That thread is worth caring for.",
                              "{n} circles hang on one person each: {list}. Those threads are worth caring for.",
                              len(circles), list="{list}")
        yield filled(words, list=several(desk, [named(desk, c) for c in circles[:OPENERS]], len(circles[OPENERS:])))


def _drawing(desk: Desk, tree: Branch) -> Drawing:
    speech, drawn = desk.sources.speech, family(tree)
    title = speech.text("Whom you know through {who}", who=tree.name)
    told = [_told(desk, spot.branch, [s.branch for s in drawn.spots if s.branch.through is spot.branch])
            for spot in drawn.spots if spot.branch.opened]
    people = speech.plural("One person of your network.", "{n} people of your network.", tree.size)
    return Drawing(drawn, title, " ".join(told), people)


def _told(desk: Desk, branch: Branch, drawn: list[Branch]) -> str:
    """Whom somebody introduced to you, in a sentence: those that are drawn and how many more."""
    speech, rest = desk.sources.speech, len(branch.opened) - len(drawn)
    names = [other.name for other in drawn]
    if rest:
        names.append(speech.plural("{n} more person", "{n} more people", rest))
    return speech.text("{who} introduced {list} to you.", who=branch.name, list=speech.list(names))


def _left(desk: Desk, forest: Forest, drawn: Iterable[Branch]) -> str:
    """How many chains have no drawing, and how many people are in them."""
    speech, trees = desk.sources.speech, len(forest.trees) - FAMILIES
    if trees <= 0:
        return ""
    people = forest.introduced - sum(tree.size for tree in drawn)
    return speech.plural("One more chain, with {people}, is in the table.",
                         "{n} more chains, with {people}, are in the table.", trees,
                         people=speech.plural("{n} person", "{n} people", people))


def _openers(forest: Forest) -> list[Branch]:
    opening = (b for b in forest if b.opened)
    return heapq.nsmallest(OPENERS, opening, key=lambda b: (-b.size, b.name.casefold(), b.key))


def _opener(desk: Desk, branch: Branch) -> Opener:
    """Somebody who opened doors, with the thread to them: nothing is said of who is no longer there."""
    speech, contact = desk.sources.speech, branch.contact
    people = several(desk, [named(desk, b) for b in branch.opened[:NAMED]], len(branch.opened[NAMED:]))
    said = filled(speech.text("{who} introduced {list} to you."), who=named(desk, branch), list=people)
    if contact is None:
        return Opener(said, "", "", speech.text("Not among your people so far."))
    owed = next((a for a in desk.sources.coaching.about(contact.id) if a.rule in CLOSING and is_to_do(a)), None)
    if owed:
        return Opener(said, desk.to(f"follow-ups/#{owed.id}"), desk.do_plain(owed), "")
    entry = last_contact(contact, desk.sources.day)
    if contact.status not in ("active", "paused") or entry is None:
        return Opener(said, "", "", "")
    last = speech.text("You last talked on {date}.") if entry.date.is_exact else speech.text("You last talked: {date}.")
    return Opener(said, "", "", last.format(date=desk.date(entry.date)))


def _row(desk: Desk, branch: Branch) -> Row:
    met = met_on(desk.sources.network, branch.contact) if branch.contact else None
    opened = desk.sources.speech.plural("{n} person", "{n} people", len(branch.opened)) if branch.opened else ""
    through = named(desk, branch.through) if branch.through else Markup()
    return Row(named(desk, branch), through, met, Markup.escape(opened))


def _made(desk: Desk) -> list[Made]:
    """The introductions you made, the latest first."""
    network, day = desk.sources.network, desk.sources.day
    found: list[tuple[date, str, Made]] = []
    for contact in network.contacts.values():
        for step in contact.introductions:
            if step.sent and step.sent.start <= day:
                names = enumerated(desk.sources.speech, [desk.link(contact), desk.person(step.to)])
                outcome = step.outcome.text if step.outcome and step.outcome.text else ""
                found.append((step.sent.end, contact.id, Made(names, step.sent, outcome)))
    return [made for _, _, made in sorted(found, key=lambda f: f[:2], reverse=True)]

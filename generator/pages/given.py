"""Given: what you and one person did for each other in a year, favours and introductions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.words.speech import Day

INTRODUCTION = 3
"""The effort of an introduction (the ladder of thanks has it there)."""

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Given:
    """Something one of you did for the other: when, what, how big (1 to 5) and whose it was."""

    date: PartialDate
    what: str
    effort: int
    mine: bool

    def placed(self, today: Day) -> Day:
        """The day it stands at: of a month or a year its last one, but none to come."""
        return min(self.date.end, today)


def given_in_a_year(desk: Desk, contact: Contact) -> tuple[Given, ...]:
    """Everything of the twelve months up to this edition, the newest first."""
    day = desk.sources.day
    found = (g for g in _given(desk, contact) if day - YEAR < g.placed(day) and g.date.start <= day)
    return tuple(sorted(found, key=lambda g: g.date.end, reverse=True))


def _given(desk: Desk, contact: Contact) -> Iterable[Given]:
    introduced = {f.date for f in contact.favours if f.by == "me" and f.kind == "introduction"}
    for favour in contact.favours:
        yield Given(favour.date, favour.what, favour.effort, favour.by == "me")
    for step in contact.introductions:
        if step.sent and step.sent not in introduced:
            other = desk.sources.network.person(step.to)
            name = other.name.short if other else step.to
            yield Given(step.sent, desk.sources.speech.text("introduction to {who}", who=name), INTRODUCTION, mine=True)

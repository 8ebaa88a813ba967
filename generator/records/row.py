"""Row: one row of the inbox with what it is read with: who there is, which day it is, and what was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.records.loose import Names
from generator.records.near import Guesses
from generator.records.places import Place
from generator.records.problems import Problem
from generator.records.scalars import slug

MOST_SHOWN = 8
"""People at most that are named to choose from."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read with: who there is, by id and by name, the day if it is known, and what was guessed.

    There are nine kinds to guess from and may be thousands of people, so there are more guesses for kinds.
    """

    known: Mapping[str, object]
    people: Names
    day: date | None
    guesses: Guesses = field(default_factory=Guesses)
    kinds: Guesses = field(default_factory=lambda: Guesses(300))
    passing: list[Problem] = field(default_factory=list)

    def meant(self, name: str) -> list[str]:
        """The ids of those whom a name may mean."""
        return [name] if name in self.known else self.people.meant(name)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the inbox: where its words begin, and the words."""

    file: str
    number: int
    body: str
    at: int
    around: Around

    def place(self, column: int) -> Place:
        """The place that many columns after the start of the words."""
        return Place(self.file, self.number, self.at + column + 1)

    def wrong(self, column: int, code: str, width: int = 1, /, **facts: str) -> Problem:
        """A problem that many columns after the start of the words."""
        return Problem(self.place(column), code, facts, max(width, 1))

    def people(self, start: int, names: str) -> Iterator[str | Problem]:
        """The id of everybody named between commas, from there on; a problem for who is nobody or may be several."""
        column = start
        for name in filter(None, map(str.strip, names.split(","))):
            column = self.body.index(name, column)
            fits = self.around.meant(name)
            yield fits[0] if len(fits) == 1 else self._nobody(column, name, fits)
            column += len(name)

    def _nobody(self, column: int, name: str, fits: list[str]) -> Problem:
        if fits:
            return self.wrong(column, "inbox-several", len(name), value=name, known=", ".join(fits[:MOST_SHOWN]))
        near, known = self.around.guesses.near, self.around.known
        return self.wrong(column, "inbox-nobody", len(name), value=name, near=near(name, known) or _as_id(name, known))


def _as_id(name: str, known: Mapping[str, object]) -> str:
    return slug(name) if slug(name) in known else ""

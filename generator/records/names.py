"""Names: what people are called, exactly as written, and how names are sorted and shortened."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import model_validator

from generator.records.record import EMPTY_LIST, Record, text_as
from generator.records.scalars import Text, wrong

PARTICLES = frozenset(
    (
        "de", "del", "la", "las", "los", "y", "i", "e",
        "da", "das", "do", "dos", "von", "van", "der", "den", "di", "du", "le",
    )
)
"""Words that open a surname and do not count when sorting (RAE, Ortografía 2010)."""


class NameParts(Record):
    """A person's name, whole or in parts."""

    full: Text | None = None
    """The whole name, when it is not given in parts."""
    given: Text | None = None
    """The given name or names: María José."""
    surnames: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """The surnames, the first one first: [Ruiz, Ortega]."""
    particle: Text | None = None
    """What stands between given name and surname and does not count when sorting: de la, von."""
    preferred: Text | None = None
    """What the person likes to be called: Pepa."""
    honorific: Text | None = None
    """A title that goes with the name: Dra., Prof."""

    @model_validator(mode="after")
    def _has_words(self) -> NameParts:
        if not (self.full or self.given or self.preferred or self.surnames):
            raise wrong("nameless")
        return self

    @cached_property
    def display(self) -> str:
        """The whole name as it is shown: honorific, given, particle and surnames."""
        if self.full:
            return " ".join(filter(None, [self.honorific, self.full]))
        return " ".join(filter(None, [self.honorific, self.given or self.preferred, self.particle, *self.surnames]))

    @cached_property
    def short(self) -> str:
        """The name to use in conversation: the preferred or the given one."""
        return self.preferred or self.given or (self.full or self.display).split()[0]

    @cached_property
    def first_surname(self) -> str:
        """The surname that counts when sorting; a plain name gives its last word but one, if it has three."""
        if self.surnames:
            return self.surnames[0]
        words = [w for w in (self.full or "").split()[1:] if w.lower() not in PARTICLES]
        return words[-2] if len(words) > 1 else words[0] if words else (self.full or self.short)

    @cached_property
    def initials(self) -> str:
        """One or two letters for a portrait."""
        first, last = self.short[:1], self.first_surname[:1]
        return (first + last if self.first_surname != self.short else first).upper()

    @cached_property
    def familiar(self) -> str:
        """The short name with the first surname: Ana Ruiz, Pedro del Amo."""
        if self.surnames:
            return " ".join(filter(None, [self.short, self.particle, self.surnames[0]]))
        words = (self.full or self.display).split()
        if len(words) < 3:  # noqa: PLR2004 -- a name of two words is shown whole
            return " ".join(words)
        end = words.index(self.first_surname) + 1 if self.first_surname in words else len(words)
        return " ".join([self.short, *words[1:end]]) if self.preferred else " ".join(words[:end])


Name = Annotated[NameParts, text_as("full")]

"""Sentences: templates of a rule's page, filled with facts in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.words.speech import Speech

if TYPE_CHECKING:
    from typing import Any

Template = str | Mapping[str, str]
"""A sentence, or its forms for one and for many (`one`, `other`) by the fact `count`."""

Link = Callable[[Contact | Event, str], Markup]
"""How to make a link of a person or an event and the text that names it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How facts are told: in which language, on which day, and with links or without."""

    speech: Speech
    day: date
    link: Link | None = None

    def sentence(self, template: Template, facts: Mapping[str, object]) -> Markup:
        """The template with its placeholders filled, as safe HTML; without `link` it has no tags."""
        if not isinstance(template, str):
            template = template["one" if facts.get("count") == 1 else "other"]
        out: list[str] = []
        for literal, name in pieces(template):
            out.append(literal)
            if name is not None:
                out.append(self.fact(facts[name]))
        return Markup("".join(out))  # noqa: S704  # each piece is safe

    def plain(self, template: Template, facts: Mapping[str, object]) -> str:
        """The same without links, as plain text."""
        return Telling(self.speech, self.day).sentence(template, facts).unescape()

    def fact(self, fact: Any) -> Markup:
        """One fact in words."""
        match fact:
            case Contact():
                return self._named(fact, fact.name.familiar)
            case Event():
                return self._named(fact, fact.title)
            case date() | PartialDate():
                words = self.speech.date(fact, today=self.day)
                return Markup('<span class="tt-nb">%s</span>') % words if self.link else escape(words)
            case tuple():
                parts = [str(self.fact(part)) for part in fact]
                return Markup(self.speech.list(parts))  # noqa: S704  # each part was escaped
            case int() | float():
                return escape(self.speech.number(fact))
        return escape(str(fact))

    def _named(self, thing: Contact | Event, text: str) -> Markup:
        return self.link(thing, text) if self.link else escape(text)


@lru_cache(maxsize=1 << 12)
def pieces(template: str) -> tuple[tuple[Markup, str | None], ...]:
    """The pieces of a template, escaped, each with the name of the fact that follows it."""
    return tuple((escape(literal), name) for literal, name, _, _ in Formatter().parse(template))

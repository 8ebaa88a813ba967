"""Reasons: why the coach would see somebody first, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.company import Pick, Reason, ReasonKind
from generator.coach.prep import few_people
from generator.coach.settings import Grade
from generator.pages.phrases import filled
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.words.catalogue import N_

WORDS: Mapping[ReasonKind, str] = {
    "promise": N_("you promised something that is still to come"),
    "thanks": N_("a word of thanks from you is still to come"),
    "outcome": N_("they helped you, and do not know yet how it turned out"),
    "useful-to": N_("they are looking for something {other} offers ({what})"),
    "help-from": N_("they offer something {other} is looking for ({what})"),
    "knows": N_("they know about something you would like to have near ({what})"),
    "rhythm": N_("by your rhythm, it is time for a talk"),
    "dormant": N_("you have not talked for long, and a hello is more welcome than one thinks"),
    "weak": N_("you know each other a little, and that is where news tends to come from"),
    "colleague": N_("they work where {other} does: there you have something to begin with"),
    "stranger": N_("you have not met yet, and where they work is known"),
}

SOURCES: Mapping[ReasonKind, tuple[str, Grade]] = {
    "dormant": (N_("Levin et al., 2011"), "A"), "weak": (N_("Rajkumar et al., 2022"), "A"),
}
"""Who says so, for the reasons that are about people in general."""


@dataclass(frozen=True, slots=True)
class Why:
    """One reason, as a sentence of its own; with source and grade where it needs them."""

    words: Markup
    source: str
    grade: str


def why_first(desk: Desk, reason: Reason) -> Why:
    """A reason as a sentence."""
    words = _clause(desk, reason)
    source, grade = SOURCES.get(reason.kind, ("", ""))
    return Why(words[:1].upper() + words[1:], desk.sources.speech.text(source) if source else "", grade)


def begin_with(desk: Desk, event: Event, picks: Sequence[Pick]) -> Markup:
    """With whom to begin and why, where there is a choice; for whom people tire, that two will do."""
    if len(picks) < 2 or event.kind == "webinar":  # noqa: PLR2004  # with one person there is nothing to begin with
        return Markup()
    text, best = desk.sources.speech.text, picks[0]
    message = N_("Two conversations are enough. Begin with {name}: {reason}.") \
        if few_people(event, desk.sources.network.me) else N_("Begin with {name}: {reason}.")
    return filled(text(message), name=desk.person(best.who), reason=_clause(desk, best.reason))


def _clause(desk: Desk, reason: Reason) -> Markup:
    facts = {"what": reason.what.rstrip(" ."), "other": reason.other or ""}
    return desk.telling.sentence(desk.sources.speech.text(WORDS[reason.kind]), facts)

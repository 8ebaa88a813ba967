"""Declining: the way out of an event, on its prep sheet: a word to whoever counts on you, and what to write down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.coach.declining import declines, host_of
from generator.coach.drafts import draft_for
from generator.pages.letter import Letter, letter_of
from generator.pages.rendering import Desk
from generator.records.event import Event, Rsvp
from generator.words.catalogue import N_


@dataclass(frozen=True, slots=True)
class WayOut:
    """How to say that you do not come: the question it answers, to whom, the letter, and the line that settles it."""

    title: str
    to: str
    letter: Letter
    settle: str
    now: bool


def way_out(desk: Desk, event: Event) -> WayOut | None:
    """The way out while there is time and somebody to tell; `now` where you already know that you do not go."""
    sources = desk.sources
    found = declines(event, sources.network, sources.day)
    draft = draft_for(found, sources.network, sources.day, sources.drafts) if found and sources.drafts else None
    if draft is None:
        return None
    host, skipped = host_of(event, sources.network), event.status == "skipped"
    invited = event.rsvp is not None and event.rsvp.state in ("open", "maybe")
    title = N_("Tell them that you are not coming") if skipped else \
        N_("If it is a no") if invited else N_("If you cannot make it after all")
    return WayOut(
        sources.speech.text(title), host.name.familiar if draft.to else event.host or "",
        letter_of(desk, "decline-letter", host, draft, named=False),
        _settling(event, sources.day), now=skipped,
    )


def _settling(event: Event, day: date) -> str:
    """The invitation as it stands once it is answered, with what was written of it before."""
    asked = event.rsvp or Rsvp()
    known = {"state": "no", "invited": asked.invited, "by": asked.by, "replied": day.isoformat()}
    return f"rsvp: {{{', '.join(f'{key}: {value}' for key, value in known.items() if value)}}}"

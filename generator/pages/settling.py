"""Settling: what is open with the people of an event, in words and with where to settle it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.coach.matters import Matter, to_settle
from generator.coach.prep import may_be_named
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event
from generator.words.catalogue import N_

_OPEN = {
    "promise": N_("you promised this: {what}"), "thanks": N_("a thank-you is still missing for this: {what}"),
    "outcome": N_("tell them how this turned out: {what}"),
}


@dataclass(frozen=True, slots=True)
class Open:
    """One thing to settle with somebody before you meet, and where the coach speaks of it."""

    kind: str
    words: str
    link: str


def settling(desk: Desk, event: Event) -> tuple[tuple[Contact, tuple[Open, ...]], ...]:
    """What to settle with whom before you meet."""
    network = desk.sources.network
    found = to_settle(event, network, desk.sources.day)
    return tuple((network.contacts[who], tuple(_open(desk, who, m) for m in matters)) for who, matters in found.items()
                 if may_be_named(network.contacts[who], desk.sources.day))


def _open(desk: Desk, who: str, matter: Matter) -> Open:
    speech, record = desk.sources.speech, matter.record
    due = getattr(record, "due", None)
    if matter.kind == "promise" and due:
        sentence = (
            N_("you promised this: {what}, for {date}")
            if due.is_exact
            else N_("you promised this: {what}, for about {date}")
        )
        words = speech.text(sentence, what=matter.what, date=desk.date(due))
    else:
        words = speech.text(_OPEN[matter.kind], what=matter.what)
    about = [a for a in desk.sources.coaching.about(who) if a.finding.place == matter.place]
    wanted = {"promise": "promise", "thanks": "thank"}.get(matter.kind)
    advice = next((a for a in about if a.finding.action == wanted), about[0] if about else None)
    return Open(matter.kind, words, desk.to(f"follow-ups/#{advice.id}") if advice else "")

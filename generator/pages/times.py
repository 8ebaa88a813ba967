"""Times: the hour of an event that matters most, an hour that would suit, and how long to stay if people tire you."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.coach.arrival import arrival, goes_there, leave_home, proposed_arrival
from generator.coach.settings import HOUSE
from generator.coach.stay import Stay, planned_stay
from generator.pages.rendering import Desk
from generator.records.event import Event
from generator.words.catalogue import N_
from generator.words.speech import Speech


@dataclass(frozen=True, slots=True)
class Suits:
    """An hour to be there that the coach proposes: how early that is, and who says so."""

    at: datetime
    words: str
    source: str
    grade: str


def times(desk: Desk, event: Event) -> Mapping[str, Any]:
    """The one time that matters most: when to leave the house, when to be there, or when it begins."""
    sources, there = desk.sources, goes_there(event)
    proposal = proposed_arrival(event, sources.network)
    at = proposal.at if proposal else arrival(event)
    leave = leave_home(event, sources.settings, at)
    begins = datetime.combine(event.date.day, event.date.time) if event.date.time else None
    otherwise = (begins, "begins" if there else "call" if event.kind == "call" and not event.url else "join")
    ready = "ready" if proposal and event.kind == "hosted" else "arrive"
    go, what = (leave, "leave") if leave else (at, ready) if at else otherwise
    stay = planned_stay(event, sources.network.me, sources.settings)
    return {
        "go": go, "go_what": what, "another_day": bool(go and go.date() != event.date.day), "there": there,
        "margin": sources.settings.days("travel_margin"), "suits": _suits(desk, event),
        "stay": _stay(sources.speech, event, stay) if stay else "", "own_leave": event.leave is not None and not stay,
        "rsvp": event.rsvp is not None and event.rsvp.state in ("open", "maybe"),
    }


def _suits(desk: Desk, event: Event) -> Suits | None:
    proposal = proposed_arrival(event, desk.sources.network)
    if proposal is None:
        return None
    speech, number = desk.sources.speech, proposal.number
    if event.travel is None:
        words = speech.plural("{n} minute before it begins", "{n} minutes before it begins", proposal.early)
    else:
        words = speech.plural("To be there at {time}, {n} minute before it begins",
                              "To be there at {time}, {n} minutes before it begins", proposal.early,
                              time=speech.clock(proposal.at.time()))
    source = speech.text(HOUSE) if number.source == HOUSE else number.source.partition(":")[0]
    return Suits(proposal.at, words, source, number.grade)


def _stay(speech: Speech, event: Event, stay: Stay) -> str:
    """A break in the middle and leave to go, in one or two sentences."""
    hosting = event.kind == "hosted"
    pause = N_("Around {time}, take ten minutes on your own.") if hosting else \
        N_("Around {time}, step out for ten minutes.") if goes_there(event) else \
        N_("Around {time}, look away from the screen for ten minutes.")
    leave = N_("At {time} you may bring it to a close.") if hosting else \
        N_("From {time} on you may go home: that was enough.") if goes_there(event) else \
        N_("From {time} on you may disconnect: that was enough.")
    said = [(pause, stay.pause), (leave, stay.leave)]
    return " ".join(speech.text(message, time=speech.clock(at)) for message, at in said if at)

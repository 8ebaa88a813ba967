"""Finds people who introduced or recommended you and have not heard how it went.

Tell them after the meeting, and also when nothing came of it (Grossman 2014; career-horizons.com): a week
after an outcome is known, or thirty days after the favour where there is none. Favours of the kinds
introduction, referral and reference count, and so does `met.through` where no such favour of that person is
written. What settles it is `reported`; without an outcome, a talk or a line with the purpose `follow_up` from
a week after the favour on does as well. What is older than half a year is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.coach.finding import Fact, Finding, LogLine, Severity
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.weeks import met_on
from generator.records.contact import Contact, Favour
from generator.records.filing import opened_a_door
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.records.places import Place

SEVERITY: Severity = "warning"
GRADE = "B"
NUMBERS = (
    Number("after_outcome", 7, "days", "Grossman, HuffPost 2014; career-horizons.com: after a week", "B"),
    Number("without_outcome", 30, "days", HOUSE, "H"),
    Number("window", 180, "days", HOUSE, "H", note="older ones are left as they are"),
)

TALKS = frozenset({"coffee", "call", "meal", "meeting"})


@dataclass(frozen=True, slots=True)
class Loop:
    """One thing somebody opened for you: since when, whether its outcome is known, and what it is about."""

    variant: str
    since: PartialDate
    place: Place
    facts: dict[str, Fact]
    key: str
    known: bool = False


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each helper and favour, from the day of the favour or its outcome."""
    for helper, loop in _loops(network, day, settings.days("window")):
        allowed = settings.days("after_outcome" if loop.variant == "default" else "without_outcome")
        since = loop.since.end if loop.known else min(loop.since.end, day)
        soonest = since + timedelta(days=settings.days("after_outcome"))
        if (day - since).days > settings.days("window") or (not loop.known and _told(helper, soonest, day)):
            continue
        due = settings.workdays.on_or_after(since + timedelta(days=allowed))
        yield Finding(
            subject=helper, place=loop.place, action="thank", due=due, over=(day - due).days / max(allowed, 1),
            variant=loop.variant, facts={"who": helper, "date": loop.since, **loop.facts}, planned=day < due,
            key=loop.key, settle=LogLine(helper.id, "message", "follow_up" if loop.variant == "met" else "reported"),
            draft="how-it-went",
        )


def _loops(network: Network, day: date, window: int) -> Iterator[tuple[Contact, Loop]]:
    for who, (own, met) in of_each(network, _opened_doors, day).items():
        contact = network.contacts[who]
        yield from ((contact, loop) for loop in own)
        helper = network.person(contact.met.through or "") if met and contact.met else None
        if met and helper and helper is not contact and not _written(helper, met.since, window):
            yield helper, met


def _opened_doors(network: Network, contact: Contact, day: date) -> tuple[list[Loop], Loop | None]:
    """What somebody opened for you by their own favours, and how they were brought to you, if it can be told of."""
    own = [loop for f in _opened(contact) if f.date.start <= day and (loop := _of_favour(f))]
    met = met_on(network, contact)
    if contact.met is None or not contact.met.through or met is None or met.start > day:
        return own, None
    brought = Loop("met", met, contact.met.origin.at("through"), {"other": contact}, f"met-{contact.id}")
    return own, brought if may_be_named(contact, day) else None


def _opened(contact: Contact) -> Iterator[Favour]:
    return filter(opened_a_door, contact.favours)


def _written(helper: Contact, met: PartialDate, window: int) -> bool:
    """Whether the introduction stands there as a favour already: it speaks for itself."""
    return any(abs((f.date.end - met.end).days) <= window for f in _opened(helper))


def _of_favour(favour: Favour) -> Loop | None:
    """A week from the day of a known outcome; one without its day is counted as if there were none yet."""
    outcome = favour.outcome
    if outcome and outcome.reported:
        return None
    known = outcome is not None and bool(outcome.text or outcome.date)
    when = outcome.date if outcome else None
    variant = "default" if when else "undated" if known else "none"
    key = f"{favour.date}-{favour.what}"
    return Loop(variant, when or favour.date, favour.place, {"what": favour.what}, key, known)


def _told(helper: Contact, soonest: date, day: date) -> bool:
    return any(
        e.counts and e.initiator != "them" and (e.purpose == "follow_up" or e.kind in TALKS)
        and e.date.end >= soonest and e.date.start <= day
        for e in helper.log
    )

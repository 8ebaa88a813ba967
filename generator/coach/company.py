"""Company: whom of the people expected at an event to see first, in one order with one plain reason each.

First comes what is open between you, then where you can be of use or learn, then the rhythm, then people you know a
little: moderately weak ties bring most of what is new (Rajkumar et al. 2022), and old ones are gladder of a word than
one thinks (Levin et al. 2011). There is no mark behind the order, and whoever has no reason is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from generator.coach.introductions import matches
from generator.coach.matters import to_settle
from generator.coach.prep import PEOPLE_NUMBERS, contacts_at, few_people, may_be_named
from generator.coach.settings import Settings, numbers_of
from generator.coach.terms import terms_of
from generator.coach.weeks import met_on
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.network import Network, last_contact

ReasonKind = Literal[
    "promise", "thanks", "outcome", "useful-to", "help-from", "knows", "rhythm", "dormant", "weak", "colleague",
    "stranger",
]
KINDS: tuple[ReasonKind, ...] = get_args(ReasonKind)
"""Why to see somebody first, the strongest reason first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to see somebody first: `what` in the user's words, and the other person it has to do with."""

    kind: ReasonKind
    what: str = ""
    other: Contact | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """Somebody expected, by contact id or name, whether you chose them yourself, and why to see them first."""

    who: str
    chosen: bool
    reason: Reason


def whom_first(event: Event, network: Network, day: date, settings: Settings) -> tuple[Pick, ...]:
    """Everybody there is a reason to see, the best first; of equal reasons your own choice, then the file's order."""
    reasons = {**_contacts(event, network, day, settings), **_strangers(event, network)}
    chosen = [m.who for m in event.meet]
    named = dict.fromkeys([*chosen, *(c.id for c in contacts_at(event, network)), *reasons])
    picks = [Pick(who, who in chosen, reasons[who]) for who in named if who in reasons]
    return tuple(sorted(picks, key=lambda p: (KINDS.index(p.reason.kind), not p.chosen)))


def room(event: Event, network: Network) -> int:
    """How many people there is room for beside those you chose: two or three in all are plenty."""
    numbers = numbers_of(network, "too-many-to-meet", PEOPLE_NUMBERS)
    most = int(numbers["most_introvert" if few_people(event, network.me) else "most"])
    return max(most - len({m.who for m in event.meet}), 0)


def _contacts(event: Event, network: Network, day: date, settings: Settings) -> Mapping[str, Reason]:
    people = [c for c in contacts_at(event, network) if may_be_named(c, day)]
    open_matters = to_settle(event, network, day)
    help_ = _help(network, people)
    found: dict[str, Reason] = {}
    for contact in people:
        matters = open_matters.get(contact.id)
        reason = Reason(matters[0].kind, matters[0].what) if matters else help_.get(contact.id)
        reason = reason or _knows(contact, network) or _tie(contact, event, network, day, settings)
        if reason:
            found[contact.id] = reason
    return found


def _help(network: Network, people: list[Contact]) -> Mapping[str, Reason]:
    """Who of them could be of use to another one, or the other way round."""
    found: dict[str, Reason] = {}
    for match in matches(network, people):
        found.setdefault(match.seeker.id, Reason("useful-to", match.need, match.helper))
        found.setdefault(match.helper.id, Reason("help-from", match.need, match.seeker))
    return found


def _knows(contact: Contact, network: Network) -> Reason | None:
    """Whether somebody you know little knows what you would like to have near."""
    if contact.closeness in ("inner", "close"):
        return None
    terms = terms_of(network.coach.synonyms)
    known = {sense for text in (*contact.expertise, *contact.offers) for sense in terms.senses(text)}
    wanted = next((w for w in network.me.wanted_expertise if terms.normal(w) in known), None)
    return Reason("knows", wanted) if wanted else None


def _tie(contact: Contact, event: Event, network: Network, day: date, settings: Settings) -> Reason | None:
    """What the time since your last talk says, and how well you know each other."""
    if contact.closeness == "dormant":
        return Reason("dormant")
    rhythm, entry, met = settings.rhythm(contact), last_contact(contact, day), met_on(network, contact)
    known = [when.end for when in (entry.date if entry else None, met) if when and when.start <= day]
    if rhythm and known and max(known) + timedelta(days=rhythm) <= event.date.day:
        return Reason("rhythm")
    return Reason("weak") if known and contact.closeness in ("active", "wider", None) else None


def _strangers(event: Event, network: Network) -> Mapping[str, Reason]:
    """Of those you do not know yet, who is at the house of somebody you do, then whose house is known at all."""
    if not any(e.name and e.org for e in event.expected):
        return {}
    houses: dict[str, Contact] = {}
    for contact in network.contacts.values():
        if contact.status == "active" and (name := network.org_name(contact)):
            houses.setdefault(name.casefold(), contact)
    return dict(_unknown(event, network, houses))


def _unknown(event: Event, network: Network, houses: Mapping[str, Contact]) -> Iterator[tuple[str, Reason]]:
    for expected in event.expected:
        if expected.name and expected.org and not expected.contact and expected.name not in network.contacts:
            org = network.organisations.get(expected.org)
            house = org.name if org else expected.org
            colleague = houses.get(house.casefold())
            yield expected.name, Reason("colleague", house, colleague) if colleague else Reason("stranger", house)

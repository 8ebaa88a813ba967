"""Origins: where you met the people whom nobody introduced, by event, by place, or by neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.rendering import Desk
from generator.pages.several import several
from generator.records.contact import Contact

NAMED, SHOWN = 3, 8
"""Most names of one origin, and most origins in full."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin: what it is called and who you met there; `people` is how many."""

    name: Markup
    people: int
    named: Markup


def origins(desk: Desk, people: Iterable[Contact]) -> Iterator[Origin]:
    """The origins with the most people first; the small ones that are left and those not noted come last."""
    found: dict[tuple[str, str], list[Contact]] = {}
    for contact in people:
        found.setdefault(_origin(desk, contact), []).append(contact)
    unknown = found.pop(("", ""), [])
    ordered = sorted(found.items(), key=lambda f: (-len(f[1]), f[0]))
    for key, those in ordered[:SHOWN]:
        yield _told(desk, _name(desk, *key, those), those)
    rest = [contact for _, those in ordered[SHOWN:] for contact in those]
    speech = desk.sources.speech
    if rest:
        words = speech.plural("One more place", "{n} more places", len(ordered) - SHOWN)
        yield _told(desk, Markup.escape(words), rest)
    if unknown:
        yield _told(desk, Markup.escape(speech.text("Not noted where")), unknown)


def _origin(desk: Desk, contact: Contact) -> tuple[str, str]:
    """The event where you met, or else the place as it is written."""
    met = contact.met
    if met and met.event in desk.sources.network.events:
        return "event", met.event or ""
    where = " ".join(met.where.split()) if met and met.where else ""
    return ("place", where.casefold()) if where else ("", "")


def _name(desk: Desk, kind: str, key: str, people: list[Contact]) -> Markup:
    if kind == "event":
        return desk.link(desk.sources.network.events[key])
    met = people[0].met
    return Markup("<bdi>{}</bdi>").format(met.where if met and met.where else key)


def _told(desk: Desk, name: Markup, people: list[Contact]) -> Origin:
    return Origin(name, len(people), several(desk, [desk.link(c) for c in people[:NAMED]], len(people[NAMED:])))

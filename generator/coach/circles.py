"""Circles: everybody by how close they are, with the day on which a hello is due to each.

The day is the one that the week's load counts with, so that no two pages disagree about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.limits import gap
from generator.coach.load import hello
from generator.coach.prep import may_be_named
from generator.coach.rest import resting_until
from generator.coach.settings import Settings
from generator.records.contact import Closeness, Contact
from generator.records.network import Network

CIRCLES: tuple[Closeness | None, ...] = ("inner", "close", "active", "wider", "dormant", None)
"""The circles from the inside; None are those whom you have put in none."""

Why = Literal["turn", "resting", "left", "unknown", "silenced", "free"]
"""Why a day is the day, or why there is none: their turn, a rest, left in peace, nothing to count from, no rhythm."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody of a circle and the day on which a hello is due to them; None where there is no such day."""

    contact: Contact
    due: date | None
    why: Why


def circles(network: Network, day: date, settings: Settings) -> dict[Closeness | None, tuple[Turn, ...]]:
    """Every circle with anybody in it, each by the days of its people and then in the order of the network."""
    found: dict[Closeness | None, list[Turn]] = {circle: [] for circle in CIRCLES}
    for contact in network.contacts.values():
        found[contact.closeness].append(_turn(network, contact, day, settings))
    return {circle: tuple(sorted(turns, key=_by_day)) for circle, turns in found.items() if turns}


def _turn(network: Network, contact: Contact, day: date, settings: Settings) -> Turn:
    if not may_be_named(contact, day):
        return Turn(contact, None, "left")
    if settings.rhythm(contact) is None:
        return Turn(contact, None, "free")
    due = hello(network, contact, day, settings)
    if due is None:
        return Turn(contact, None, "silenced" if gap(network, contact, day, settings) else "unknown")
    return Turn(contact, due, "resting" if resting_until(network, contact, day) else "turn")


def _by_day(turn: Turn) -> date:
    return turn.due or date.max

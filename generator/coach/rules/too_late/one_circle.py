"""Finds a network in which more than half of the people work at the same place.

Moderately weak ties brought most new jobs, in an inverted U (Rajkumar et al. 2022; Granovetter 1973): neither
only the same faces nor only strangers. Counted are people whose status is active and who are not dormant,
those without an organisation among them, and only from ten people on: of five, three colleagues are no circle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = "A"
NUMBERS = (
    Number("most", 0.5, "share", HOUSE, "H"),
    Number("fewest_people", 10, "people", HOUSE, "H", note="with fewer it says nothing"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding at most, about the owner's own circle."""
    people = [works for works in of_each(network, _employer, day).values() if works is not None]
    if len(people) < max(settings["fewest_people"], 1):
        return
    names = [name for name in people if name]
    org, count = next(iter(Counter(name.casefold() for name in names).most_common(1)), ("", 0))
    if not org or count <= settings["most"] * len(people):
        return
    yield Finding(
        subject=None, place=network.me.place, action="keep", key=org,
        facts={"org": next(n for n in names if n.casefold() == org), "count": count, "of": len(people)},
    )


def _employer(network: Network, contact: Contact, day: date) -> str | None:
    """The organisation of somebody who counts, empty where none is known; None for who does not count."""
    counts = may_be_named(contact, day) and contact.closeness != "dormant"
    return network.org_name(contact) or "" if counts else None

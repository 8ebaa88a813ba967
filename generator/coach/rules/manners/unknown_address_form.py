"""Finds people you speak Spanish with and of whom it is not written whether it is tú or usted.

Usted until you are invited to say tú is taught (scribd 47086393, studylib.es 6473172), but it is a matter
between two people: it is recorded and never guessed. Only `language: es` counts, and only people you are
likely to write to soon: with a rhythm, with a next step, or met a short while ago. So an address
book brought in at once does not turn into a list of questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.weeks import met_on
from generator.records.contact import Contact
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "C"
EACH = True
NUMBERS = (Number("lately", 90, "days", HOUSE, "H", note="since you met; older ones count if they have a rhythm"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each of them without a form of address."""
    for contact in network.contacts.values():
        if contact.language == "es" and contact.address_form is None and _is_near(network, contact, day, settings):
            yield Finding(
                subject=contact, place=contact.origin.at("language"), action="record",
                facts={"who": contact, "file": contact.place.file},
            )


def _is_near(network: Network, contact: Contact, day: date, settings: Settings) -> bool:
    """Whether you are likely to write to them soon."""
    if contact.next is not None or settings.rhythm(contact) is not None:
        return True
    met = met_on(network, contact)
    return met is not None and met.start <= day and (day - met.end).days <= settings.days("lately")

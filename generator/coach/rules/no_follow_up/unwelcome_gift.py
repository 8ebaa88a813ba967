"""Finds presents that the person would rather not get, or that mean something else where they live.

First comes their own list, `gifts.avoid`: what stands there is an error. Then the customs known of their
region, and of everywhere, with their sources (see generator/coach/taboos.yml): a warning, and some of them
are disputed. Nobody's religion or nationality is ever guessed: only `region` counts. Presents of the last
weeks are looked at, and those still to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.taboos import is_among, taboos
from generator.records.contact import Contact, Gift
from generator.records.moments import PartialDate
from generator.records.network import Network

SEVERITY: Severity = "error"
GRADE = "B"
EACH = True
NUMBERS = (Number("window", 90, "days", HOUSE, "H", note="older ones are left as they are"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each present and each reason to choose another."""
    for contact in network.contacts.values():
        for favour in contact.favours:
            given = favour.thanks
            if favour.by == "them" and given and given.gift and (day - given.date.end).days <= settings.days("window"):
                yield from _of_gift(contact, given.gift, given.date)


def _of_gift(contact: Contact, gift: Gift, when: PartialDate) -> Iterator[Finding]:
    facts: dict[str, Fact] = {"who": contact, "gift": gift.what, "date": when}
    place, key = gift.origin.at("what"), f"{when}-{gift.what}"
    avoided = next((thing for thing in contact.gifts.avoid if is_among(gift.what, thing)), None)
    if avoided:
        yield Finding(
            subject=contact, place=place, action="thank", variant="avoid", facts={**facts, "avoid": avoided}, key=key,
        )
        return  # their own word is enough
    for taboo in taboos():
        if taboo.holds_in(contact.region) and taboo.is_in(gift.what):
            yield Finding(
                subject=contact, place=place, action="thank", variant=taboo.id, severity="warning",
                facts={**facts, "sources": taboo.sources}, key=f"{key}-{taboo.id}",
            )

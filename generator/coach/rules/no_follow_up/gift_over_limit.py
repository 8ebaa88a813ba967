"""Finds presents above what somebody may accept.

What their organisation allows per occasion and per calendar year comes first; where it allows nothing, any
present counts, and where it does not allow money, so do vouchers. In public office, with no rule written
down, any present is a question to ask: 20 and 50 USD for US federal staff (5 CFR 2635.204(a)), 50 EUR at
the European Commission (SEC(2012)167), in Spain only what is customary (EBEP art. 54). For everybody else
50 EUR is our own default. Only amounts in one currency are compared. Not legal advice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.coach.finding import Fact, Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.taboos import mentions
from generator.coach.thanks import gifts_fit
from generator.records.contact import Contact, Gift
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.records.owner import GiftPolicy
from generator.records.places import Place

SEVERITY: Severity = "error"
GRADE = "A"
EACH = True
NUMBERS = (
    Number("private_limit", 50, "EUR", HOUSE, "H", note="where no rule is known; out of proportion: protocolo.org (B)"),
    Number("window", 365, "days", HOUSE, "H", note="older ones are left as they are"),
)

CASH = (
    "dinero", "efectivo", "metálico", "cheque", "cheque regalo", "vale", "vales", "bono regalo", "tarjeta regalo",
    "tarjeta de regalo", "bizum", "cash", "money", "voucher", "gift card", "gift voucher",
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}


@dataclass(frozen=True, slots=True)
class Given:
    """One present of yours: what it was, as far as it is written, when, and where it stands in the data."""

    gift: Gift | None
    date: PartialDate
    place: Place


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each present of the last year that is more than they may accept."""
    for contact in network.contacts.values():
        given = sorted(_presents(contact), key=lambda g: (g.date.end, g.place))
        for number, present in enumerate(given):
            if (day - present.date.end).days > settings.days("window"):
                continue
            variant, limit = _too_much(network, contact, given[: number + 1], settings)
            if variant:
                yield _finding(contact, present, variant, limit)


def _finding(contact: Contact, present: Given, variant: str, limit: Decimal | None) -> Finding:
    facts: dict[str, Fact] = {"who": contact, "date": present.date}
    if present.gift:
        facts |= {"gift": present.gift.what, "currency": _currency(present.gift.currency)}
        if present.gift.value is not None:
            facts["value"] = float(present.gift.value)
    if limit is not None:
        facts["limit"] = float(limit)
    unnamed = "" if present.gift else "unnamed-"
    return Finding(
        subject=contact, place=present.place, action="thank", variant=f"{unnamed}{variant}", facts=facts,
        key=f"{present.date}-{present.gift.what if present.gift else ''}",
    )


def _presents(contact: Contact) -> Iterator[Given]:
    """Presents that went with thanks, then those of the log, unless it is the same one noted twice."""
    days = set()
    for favour in contact.favours:
        given = favour.thanks
        if favour.by == "them" and given and (given.gift or given.channel == "gift"):
            days.add(given.date)
            yield Given(given.gift, given.date, given.origin.at("gift" if given.gift else "channel"))
    for entry in contact.log:
        if entry.kind == "gift" and entry.initiator == "me" and entry.date not in days:
            yield Given(None, entry.date, entry.place)


def _too_much(
    network: Network, contact: Contact, given: list[Given], settings: Settings
) -> tuple[str | None, Decimal | None]:
    """Which limit the last of the presents goes over, and what it is."""
    organisation = network.organisations.get(contact.org or "")
    policy = organisation.gift_policy if organisation else None
    public = contact.public_official or (organisation is not None and organisation.kind == "public_body")
    amounts = policy is not None and not (policy.per_occasion is None and policy.per_year is None)
    words = contact.gifts.policy
    if _allows_nothing(network, contact, policy):
        return "none", None
    if public and not amounts and not words:
        return "unknown-policy", None
    gift = given[-1].gift
    if gift is None:
        return None, None
    if policy and not policy.cash and any(mentions(gift.what, word) for word in CASH):
        return "cash", None
    if policy and amounts:
        return _over_policy(given, gift, policy)
    limit = Decimal(str(settings["private_limit"]))
    # In public office, or where a rule stands in words, people read it: our own number says nothing there.
    return ("over", limit) if not (public or words) and _over(gift, limit, "EUR") else (None, None)


def _allows_nothing(network: Network, contact: Contact, policy: GiftPolicy | None) -> bool:
    """Whether a rule says: no presents; their own words are asked for without office or employer."""
    alone = contact.model_copy(update={"org": None, "public_official": False})
    return not gifts_fit(network, alone) or (policy is not None and 0 in (policy.per_occasion, policy.per_year))


def _over_policy(given: list[Given], gift: Gift, policy: GiftPolicy) -> tuple[str | None, Decimal | None]:
    if policy.per_occasion is not None and _over(gift, policy.per_occasion, policy.currency):
        return "over", policy.per_occasion
    same_year = [g.gift for g in given if g.date.year == given[-1].date.year and g.gift]
    total = sum((g.value or Decimal(0) for g in same_year if _same(g.currency, policy.currency)), Decimal(0))
    counts = gift.value and _same(gift.currency, policy.currency)
    if policy.per_year is not None and counts and total > policy.per_year:
        return "year", policy.per_year
    return None, None


def _over(gift: Gift, limit: Decimal, currency: str) -> bool:
    return gift.value is not None and _same(gift.currency, currency) and gift.value > limit


def _same(one: str, other: str) -> bool:
    return _currency(one) == _currency(other)


def _currency(text: str) -> str:
    return _SIGNS.get(text.strip(), text.strip().upper())

"""Thanks: the ladder of what fits which effort, and where a present does not fit.

The ladder is Westaway's (lawprofessors blog, 2016-07) and Whitmore and Tilson's (bizjournals.com,
2010-12-31), both grade B: the more somebody did for you, the more of yourself goes into the thanks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.coach.settings import Grade
from generator.records.contact import Contact, LogKind, Thanks
from generator.records.network import Network

SOURCE = "Westaway, lawprofessors blog 2016-07; Whitmore and Tilson, bizjournals.com 2010-12-31"
GRADE: Grade = "B"

Way = Literal["message", "email", "call", "card", "gift", "in_person", "public"]


@dataclass(frozen=True, slots=True)
class Rung:
    """What fits favours of one effort (1 to 5).

    `name` tells the words on a page apart; `kind` is the log entry that fits best; `enough` are the
    ways that do without a present; `gift` is true where a present belongs to it.
    """

    effort: int
    name: str
    kind: LogKind
    enough: frozenset[Way] = frozenset()
    gift: bool = False


_VOICE: frozenset[Way] = frozenset({"call", "card", "in_person", "public"})

LADDER = (
    Rung(1, "message", "message", _VOICE | {"message", "email"}),
    Rung(2, "email", "email", _VOICE | {"email"}),
    Rung(3, "call-or-card", "card", _VOICE),
    Rung(4, "small-gift", "gift", gift=True),
    Rung(5, "chosen-gift", "gift", gift=True),
)
"""From a quick answer to helping win a client; each rung holds what the ones above it hold."""

INSTEAD_OF_GIFT = Rung(4, "no-gift", "card", frozenset({"card", "public"}))
"""Where presents do not fit: a card, and credit given in public; each on its own is enough."""

_NOTHING = {"no", "none", "nothing", "no gifts", "no presents", "nada", "ninguno", "sin regalos", "no acepta regalos"}


def gifts_fit(network: Network, contact: Contact) -> bool:
    """Whether a present may go with thanks: not in public office, nor where a policy says none.

    A policy in other words than the few known ones is for people to read, and says nothing here.
    """
    organisation = network.organisations.get(contact.org or "")
    policy = organisation.gift_policy if organisation else None
    return not (
        contact.public_official
        or (organisation is not None and organisation.kind == "public_body")
        or (policy is not None and 0 in (policy.per_occasion, policy.per_year))
        or (contact.gifts.policy or "").casefold().rstrip(".") in _NOTHING
    )


def fitting(network: Network, contact: Contact, effort: int) -> Rung:
    """What fits a favour of that effort by that person."""
    rung = LADDER[effort - 1]
    return rung if not rung.gift or gifts_fit(network, contact) else replace(INSTEAD_OF_GIFT, effort=effort)


def is_enough(thanks: Thanks, rung: Rung) -> bool:
    """Whether thanks reach a rung; a present always does (whether it is too much is another question)."""
    return thanks.gift is not None or thanks.channel == "gift" or thanks.channel in rung.enough

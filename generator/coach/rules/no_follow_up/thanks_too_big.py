"""Finds presents given in thanks for something small.

The ladder (see generator/coach/thanks.py) asks for a message after a quick answer and for an e-mail after a
coffee; a present out of proportion puts the other person on the spot (protocolo.org). What is given
is given, so it only remarks on it; while the day of the thanks is still to come, there is time to change
it. A favour whose effort was never written counts as 1, so there the effort is asked about first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach import thanks
from generator.coach.finding import Finding, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.contact import Favour, Thanks
from generator.records.network import Network

SEVERITY: Severity = "information"
GRADE = thanks.GRADE
EACH = True
NUMBERS = (
    Number("small_effort", 2, "of 5", thanks.SOURCE, "B", note="up to this effort words are enough"),
    Number("window", 90, "days", HOUSE, "H", note="older favours are left as they are"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each recent favour of theirs that was small and thanked for with a present."""
    for contact in network.contacts.values():
        for favour in contact.favours:
            given = favour.thanks
            if favour.by != "them" or given is None or favour.date.start > day or not _is_gift(given):
                continue
            old = (day - favour.date.end).days > settings.days("window")
            if old or favour.effort > settings["small_effort"]:
                continue
            variant = _variant(favour, given, day)
            yield Finding(
                subject=contact, place=favour.origin.at("thanks"), action="thank" if variant == "planned" else "record",
                variant=variant, facts={"who": contact, "what": favour.what, "date": favour.date},
                key=f"{favour.date}-{favour.what}", effort=favour.effort,
            )


def _is_gift(given: Thanks) -> bool:
    return given.gift is not None or given.channel == "gift"


def _variant(favour: Favour, given: Thanks, day: date) -> str:
    if "effort" not in favour.model_fields_set:
        return "no-effort"
    return "planned" if given.date.start > day else "default"

"""Finds thanks that are smaller than the favour they answer.

The ladder (see generator/coach/thanks.py) says what fits each effort; where presents do not fit, a
card or credit given in public is enough. Only favours of the last weeks are looked at, and there is
no date by which to act: it is a second chance. A line of the inbox that names the favour's day settles it,
as its thanks go further than those before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach import thanks
from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.settings import HOUSE, Number, Settings
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = thanks.GRADE
EACH = True
NUMBERS = (Number("window", 90, "days", HOUSE, "H", note="older favours are left as they are"),)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each recent favour of theirs whose thanks stay below its rung."""
    for contact in network.contacts.values():
        for favour in contact.favours:
            if favour.by != "them" or favour.thanks is None or favour.date.start > day:
                continue
            rung = thanks.fitting(network, contact, favour.effort)
            old = (day - favour.date.end).days > settings.days("window")
            if old or thanks.is_enough(favour.thanks, rung):
                continue
            yield Finding(
                subject=contact, place=favour.origin.at("thanks"), action="thank", variant=rung.name,
                facts={"who": contact, "what": favour.what, "date": favour.date},
                key=f"{favour.date}-{favour.what}",
                settle=LogLine(contact.id, rung.kind, f"thanks {favour.date}"), draft="thanks", effort=favour.effort,
            )

"""Finds favours of others that nobody has thanked for yet.

A helper is appreciated less once the goal is reached (Converse & Fishbach 2012), and senders
underestimate how welcome thanks are (Kumar & Epley 2018): so soon, and for every favour. It warns
from the soft limit on and becomes an error at the hard one, whichever kind of day comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.limits import limits
from generator.coach.settings import Number, Settings
from generator.coach.thanks import fitting
from generator.records.network import Network

SEVERITY: Severity = "warning"
GRADE = "A"
EACH = True
NUMBERS = (
    Number("soft_limit", 2, "business days", "Whitmore and Tilson, bizjournals.com 2010-12-31: same or next day", "B",
           note="counted in business days: house default"),
    Number("hard_limit", 7, "days", "climbtheladder.com, hithaonthego.com: never over a week", "C"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each favour of theirs without thanks, from the day it was done."""
    for contact in network.contacts.values():
        for favour in contact.favours:
            if favour.by != "them" or favour.thanks or favour.date.start > day:
                continue
            done = min(favour.date.end, day)
            soft, hard = limits(done, settings.workdays, settings.days("soft_limit"), settings.days("hard_limit"))
            kind = fitting(network, contact, favour.effort).kind
            yield Finding(
                subject=contact, place=favour.place, action="thank", due=soft,
                over=(day - soft).days / max((soft - done).days, 1), variant="late" if day > hard else "default",
                facts={"who": contact, "what": favour.what, "date": favour.date},
                severity="error" if day > hard else None, planned=day < soft,
                key=f"{favour.date}-{favour.what}",
                settle=LogLine(contact.id, kind, f"thanks {favour.date}"), draft="thanks", effort=favour.effort,
            )

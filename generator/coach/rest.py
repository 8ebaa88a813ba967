"""Rest: people who have not answered for a while are left in peace until a day.

The rule talking-to-silence and the week's load both read it here, so that they agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from generator.coach.settings import Number, resolve
from generator.records.contact import Contact, LogEntry
from generator.records.network import Network
from generator.records.owner import RuleSettings

RULE = "talking-to-silence"
_SOURCE = "climbtheladder.com, staceylane.net, letsligo.com: three in all, then a rest"
NUMBERS = (Number("tries", 3, "messages", _SOURCE, "B"), Number("rest", 90, "days", _SOURCE, "B"))


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest: the last thing you sent, and the day on which it is over."""

    last: LogEntry
    end: date


def rest_of(contact: Contact, day: date, tries: int, days: int) -> Rest | None:
    """The rest somebody is in on a day, after so many messages of yours without an answer."""
    if all(e.reply is not False for e in contact.log):  # most people: nothing is known to have stayed unanswered
        return None
    row = _unanswered(contact, day)[: max(tries, 1)]
    silent = len(row) == max(tries, 1) and all(e.reply is False for e in row)
    if not silent or _helped_since(contact, row[-1], day):
        return None
    end = min(row[0].date.end, day) + timedelta(days=days)
    return Rest(row[0], end) if day < end else None


def resting_until(network: Network, contact: Contact, day: date) -> date | None:
    """The day on which somebody's rest is over, by your own numbers; none where you have silenced the rule."""
    if all(e.reply is not False for e in contact.log):
        return None
    changed = network.coach.rules.get(RULE, RuleSettings())
    if changed.off or any(i.rule == RULE and i.until >= day for i in contact.ignore):
        return None
    own = ({k: float(v) for k, v in numbers.items()} for numbers in (network.coach.numbers, changed.numbers))
    numbers = resolve(NUMBERS, *own)
    found = rest_of(contact, day, int(numbers["tries"]), int(numbers["rest"]))
    return found.end if found else None


def _unanswered(contact: Contact, day: date) -> list[LogEntry]:
    """What you sent since their last sign, the latest first; on one day, theirs is taken to come last."""
    past = [e for e in contact.log if e.counts and e.date.start <= day]
    past.sort(key=lambda e: (min(e.date.end, day), e.initiator != "me"), reverse=True)
    return list(takewhile(lambda e: e.initiator == "me", past))


def _helped_since(contact: Contact, first: LogEntry, day: date) -> bool:
    return any(f.by == "them" and f.date.end >= first.date.start and f.date.start <= day for f in contact.favours)

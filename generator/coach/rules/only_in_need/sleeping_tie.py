"""Finds old acquaintances, silent for three years or more, whom you once had something to say to.

Ties that have gone to sleep are as useful as ever or more so (Levin, Walter & Murnighan 2011), and a hello is
most welcome where there is least contact (Liu et al. 2023). Warm they were with a favour on either side or two
entries that were no request. Two a build are plenty. They go in turn, week by week, from the shortest silence
to the longest: what was said last is still remembered there, while the longest silence first would show for
ever the one person hardest to write to. The turn is settled on Monday: once a line is written, nobody takes
their place that week. Who has a rhythm belongs to gone-quiet, and for whom a next step is planned there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.coach.finding import Finding, LogLine, Severity
from generator.coach.one_by_one import of_each
from generator.coach.prep import may_be_named
from generator.coach.settings import HOUSE, Number, Settings
from generator.coach.weeks import met_on, monday_of
from generator.records.contact import Contact
from generator.records.moments import PartialDate
from generator.records.network import Network

SEVERITY: Severity = "opportunity"
GRADE = "A"
NUMBERS = (
    Number("silent_days", 1095, "days", "Levin, Walter and Murnighan 2011: three years or more", "A"),
    Number("most", 2, "people", HOUSE, "H"),
    Number("warm_entries", 2, "entries", HOUSE, "H"),
)


def check(network: Network, day: date, settings: Settings) -> Iterator[Finding]:
    """One finding for each of those whose turn it is this week and who still sleep."""
    monday = monday_of(day)
    asleep = [network.contacts[who] for who, sleeps in of_each(network, _sleeps, monday, settings).items() if sleeps]
    silenced = [c for c in asleep if any(i.rule == "sleeping-tie" and i.until >= day for i in c.ignore)]
    turn = [c for c in asleep if c not in silenced and may_be_named(c, day)]
    turn.sort(key=lambda c: (monday - _last(network, c, monday)[1], c.name.display.casefold(), c.id))
    most = max(settings.days("most"), 0)
    start = monday.toordinal() // 7 * most % len(turn) if turn else 0
    chosen = (turn[start:] + turn[:start])[:most]
    for contact in (*chosen, *silenced):  # who is silenced takes nobody's place but stays countable
        if not _sleeps(network, contact, day, settings) or _has_plan(contact, day):
            continue
        when, last = _last(network, contact, day)
        yield Finding(
            subject=contact, place=contact.place, action="keep",
            facts={"who": contact, "date": when or last, "count": (day - last).days // 365},
            settle=LogLine(contact.id, "message", "catch_up"), draft="reviving",
        )


def _sleeps(network: Network, contact: Contact, day: date, settings: Settings) -> bool:
    if settings.rhythm(contact) is not None:
        return False
    entries = [e for e in contact.log if e.counts and e.purpose != "ask" and e.date.start <= day]
    warm = len(entries) >= settings.days("warm_entries") or any(f.date.start <= day for f in contact.favours)
    return warm and (day - _last(network, contact, day)[1]).days >= settings.days("silent_days")


def _last(network: Network, contact: Contact, day: date) -> tuple[PartialDate | None, date]:
    """When something last passed between you, as written and as a day; without any, today."""
    known: list[PartialDate | None] = [e.date for e in contact.log if e.counts]
    known += [f.date for f in contact.favours] + [f.thanks.date for f in contact.favours if f.thanks]
    known += [i.sent for i in contact.introductions] + [met_on(network, contact)]
    past = [when for when in known if when and when.start <= day]
    last = max(past, key=lambda when: when.end, default=None)
    return last, min(last.end, day) if last else day


def _has_plan(contact: Contact, day: date) -> bool:
    return contact.next is not None and (contact.next.date is None or contact.next.date.end >= day)

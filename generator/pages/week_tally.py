"""Week tally: what one ISO week brought, with the names of the people it was with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.coach.backlog import Backlog
from generator.coach.finding import Advice
from generator.coach.weeks import TALKS, WEEK, meetings
from generator.records.contact import Contact, LogEntry, Promise
from generator.records.moments import PartialDate
from generator.records.network import Network


@dataclass(frozen=True, slots=True)
class Tally:
    """One week, from its Monday: who was new, who was talked to, what you kept and what moved on to the next."""

    monday: date
    new: tuple[Contact, ...]
    talks: tuple[tuple[Contact, LogEntry], ...]
    kept: tuple[tuple[Contact, Promise], ...]
    moved: tuple[Advice, ...]

    @property
    def asks(self) -> int:
        """In how many of the conversations you asked for something."""
        return sum(entry.purpose == "ask" and entry.initiator != "them" for _, entry in self.talks)

    @property
    def with_whom(self) -> tuple[Contact, ...]:
        """The people you talked with, once each, in the order of the days."""
        return tuple({c.id: c for c, _ in self.talks}.values())


def tally(network: Network, backlog: Backlog, monday: date) -> Tally:
    """What happened in the seven days from `monday`; a date without its day belongs to no week.

    A line that names several people is one conversation with each. What moved on is what should have been done
    before the next Monday and is still open.
    """
    end = monday + WEEK

    def within(when: PartialDate | None) -> bool:
        return when is not None and when.is_exact and monday <= when.end < end

    people = network.contacts.values()
    talks = [(c, e) for c in people for e in c.log if e.kind in TALKS and e.counts and within(e.date)]
    kept = [(c, p) for c in people for p in c.promises if p.by == "me" and within(p.done)]
    return Tally(
        monday=monday,
        new=tuple(c for met, c in sorted(meetings(network, end), key=lambda m: (m[0], m[1].id)) if monday <= met < end),
        talks=tuple(sorted(talks, key=lambda t: (t[1].date.end, t[0].id))),
        kept=tuple(sorted(kept, key=lambda k: (k[1].done.end if k[1].done else end, k[0].id))),
        moved=tuple(a for a in backlog.groups["late"] if a.finding.due and a.finding.due < end),
    )

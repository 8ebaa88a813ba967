"""Chronicle: the editions before this one as the pages tell them, each compared with what came after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.coach.changes import Changes, Outcome, compare, outcomes
from generator.coach.memory import Memory, Snapshot
from generator.coach.weeks import meetings, monday_of, talks
from generator.records.contact import Contact
from generator.records.network import Network


@dataclass(frozen=True, slots=True)
class PastWeek:
    """One Monday: what was on the list, what changed until the next one, and what became of it by today.

    `people` and `talks` are what the week itself brought: who was new, and with whom you talked.
    """

    snapshot: Snapshot
    changes: Changes
    outcomes: tuple[Outcome, ...]
    people: tuple[Contact, ...] = ()
    talks: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What changed since the edition before, and the Mondays before it, the oldest first.

    `why` says in one word why there is nothing to compare with; it is empty where there is, or where nobody asked.
    `listed` are the ids of what is on today's list.
    """

    since: Changes | None = None
    weeks: tuple[PastWeek, ...] = ()
    why: str = ""
    listed: frozenset[str] = frozenset()


NOTHING_BEFORE = Chronicle()


def chronicle(memory: Memory, today: Snapshot) -> Chronicle:
    """Compare today with the edition before, and each Monday with the next one and with today."""
    row = (*memory.weeks, today)
    mondays = [then.day for then in memory.weeks]
    new, said = _new(today.network, mondays), talks(today.network, mondays)
    weeks = tuple(
        PastWeek(then, _compared(then, row[n + 1], today), outcomes(then, row[n + 1:]), new[then.day], said[then.day])
        for n, then in enumerate(memory.weeks)
    )
    since = compare(memory.before, today) if memory.before else None
    return Chronicle(since, weeks, memory.why, frozenset(_ids(today)))


def _compared(then: Snapshot, later: Snapshot, today: Snapshot) -> Changes:
    """What changed until a later day; between two days of the past it is found out once."""
    return compare(then, later) if later is today else then.once("changes", later, lambda: compare(then, later))


def _new(network: Network, mondays: list[date]) -> dict[date, tuple[Contact, ...]]:
    """Who was new in each of some ISO weeks, in the order of the days."""
    found: dict[date, list[tuple[date, str, Contact]]] = {monday: [] for monday in mondays}
    for met, contact in meetings(network, date.max) if found else ():
        if monday_of(met) in found:
            found[monday_of(met)].append((met, contact.id, contact))
    return {m: tuple(c for _, _, c in sorted(people, key=lambda p: p[:2])) for m, people in found.items()}


def _ids(today: Snapshot) -> Iterator[str]:
    """Every id that has its place on today's list, the covered ones too."""
    for advice in today.listed:
        yield advice.id
        yield from (other.id for other in today.listed.covered.get(advice.id, ()))


"""Chronicle: the editions before this one as the pages tell them, each compared with what came after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.coach.changes import Changes, Outcome, compare, outcomes
from generator.coach.memory import Memory, Snapshot


@dataclass(frozen=True, slots=True)
class PastWeek:
    """One Monday: what was on the list, what changed until the next one, and what became of it by today."""

    snapshot: Snapshot
    changes: Changes
    outcomes: tuple[Outcome, ...]


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
    weeks = tuple(
        PastWeek(then, compare(then, row[n + 1]), outcomes(then, row[n + 1:])) for n, then in enumerate(memory.weeks)
    )
    since = compare(memory.before, today) if memory.before else None
    return Chronicle(since, weeks, memory.why, frozenset(_ids(today)))


def _ids(today: Snapshot) -> Iterator[str]:
    """Every id that has its place on today's list, the covered ones too."""
    for advice in today.listed:
        yield advice.id
        yield from (other.id for other in today.listed.covered.get(advice.id, ()))


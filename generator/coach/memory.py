"""Memory: what the coach would have said on earlier days, from the data as it was then.

An earlier network is told in today's names before the coach sees it, so that nobody who was forgotten since comes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar, cast

from generator.coach.backlog import Backlog, backlog
from generator.coach.coach import Coaching, advise, shared_settings
from generator.coach.finding import Advice
from generator.records.contact import Contact
from generator.records.continuity import heirs, told_today, unspoken
from generator.records.event import Event
from generator.records.network import Network

FAR = 3 * 366
"""Days ahead that are looked at to tell a matter that is new from one that only came nearer."""

Matter = tuple[str, str]
"""What makes two findings the same thing to do: whom the settling line names and its mark, or else the finding's id."""

T = TypeVar("T")

_QUIET = frozenset({"deceased", "do_not_contact"})


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The data of one day with everything the coach said of it, near and far.

    `unread` are the files that could not be read: what they would have said is not known. `hidden` are the ids of what
    was known and is not told again.
    """

    day: date
    commit: str
    network: Network
    far: Coaching
    unread: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()

    @cached_property
    def near(self) -> Coaching:
        """What the coach said that day, as far ahead as the follow-ups look."""
        last = self.day + timedelta(days=shared_settings(self.network).days("horizon"))
        planned = (a for a in self.far.planned if (a.finding.due or self.day) <= last)
        open_, planned_ = (tuple(a for a in part if a.id not in self.hidden) for part in (self.far.open, planned))
        return replace(self.far, open=open_, planned=planned_)

    @cached_property
    def listed(self) -> Backlog:
        """What stood on the list of follow-ups that day."""
        return backlog(self.near, self.day)

    @cached_property
    def known(self) -> dict[str, Advice]:
        """Every finding of that day by its id, however far ahead."""
        return {a.id: a for a in (*self.far.open, *self.far.planned)}

    @cached_property
    def matters(self) -> frozenset[Matter]:
        """Every matter of that day."""
        return frozenset(matter(a) for a in self.known.values())

    def written(self, about: Contact | Event) -> object:
        """What is written that day about somebody or something, wherever in the file it stands; None for nothing."""
        shelf = self.network.contacts if isinstance(about, Contact) else self.network.events
        record = shelf.get(about.id)
        key = (isinstance(about, Contact), about.id)
        if key not in self._written:
            self._written[key] = record.model_dump(exclude={"name", "id"}) if record else None
        return self._written[key]

    @cached_property
    def _written(self) -> dict[tuple[bool, str], object]:
        return {}

    def once(self, what: object, inputs: object, make: Callable[[], T]) -> T:
        """What `make` gives, or gave for `what` the last time if it was made from the same inputs.

        An earlier day does not change any more, and while the site is served it is told at every saved file.
        """
        if what not in self._made or self._made[what][0] != inputs:
            self._made[what] = (inputs, make())
        return cast(T, self._made[what][1])

    @cached_property
    def _made(self) -> dict[object, tuple[object, object]]:
        return {}

    @cached_property
    def silenced(self) -> frozenset[str]:
        """The ids of what an `ignore` silenced that day."""
        return frozenset(a.id for a in self.far.ignored)


@dataclass(frozen=True)
class Memory:
    """The editions before today's; `weeks` are those of the last Mondays, the oldest first.

    `why` says in one word why there is no edition before, and is empty where there is one. `cut` is true where older
    commits exist but are not in this copy of the repository.
    """

    before: Snapshot | None = None
    weeks: tuple[Snapshot, ...] = ()
    why: str = ""
    cut: bool = False


def matter(advice: Advice) -> Matter:
    """What an advice is about, whichever rule speaks of it."""
    settle = advice.finding.settle
    return (settle.who, settle.mark) if settle and settle.mark else (advice.id, "")


def remembered(then: Network, now: Network, day: date, commit: str, unread: Iterable[str] = ()) -> Snapshot:
    """What the coach would have said on an earlier day, as far as it may still be told today."""
    who = heirs(then, now)
    network = told_today(then, now, who)
    forbidden = unspoken(then, now, who)
    words = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(forbidden))) + r")(?!\w)") if forbidden else None

    def may_be_told(advice: Advice) -> bool:
        changed = now.coach.rules.get(advice.rule)
        if changed and changed.off:
            return False
        subject = advice.finding.subject
        if isinstance(subject, Contact) and now.contacts[subject.id].status in _QUIET:
            return False
        return words is None or not any(words.search(text) for text in _texts(advice))

    found = advise(network, day, horizon=FAR)
    hidden = frozenset(a.id for a in (*found.open, *found.planned) if not may_be_told(a))
    return Snapshot(day, commit, network, found, frozenset(unread), hidden)


def as_snapshot(
    network: Network, day: date, commit: str = "", unread: Iterable[str] = (), before: Snapshot | None = None
) -> Snapshot:
    """Today, told as the earlier days are; what was said of it `before` an edit may be lent."""
    answers = before.far.answers if before else None
    return Snapshot(day, commit, network, advise(network, day, horizon=FAR, before=answers), frozenset(unread))


def _texts(advice: Advice) -> Iterable[str]:
    """All free text of an advice, small; people and events in it are told in today's names anyway."""
    finding = advice.finding
    yield finding.settle.mark.casefold() if finding.settle else ""
    for fact in finding.facts.values():
        if isinstance(fact, str):
            yield fact.casefold()
        elif isinstance(fact, Event):
            yield fact.title.casefold()
        elif isinstance(fact, tuple):
            yield from (part.casefold() for part in fact if isinstance(part, str))

"""Backlog: what there is to do with or for people and events, in groups by when it should be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, get_args

from generator.coach.coach import Coaching
from generator.coach.finding import Advice
from generator.coach.weeks import monday_of
from generator.records.contact import Contact

GroupName = Literal["late", "today", "week", "later", "whenever", "waiting"]
GROUPS: tuple[GroupName, ...] = get_args(GroupName)
"""The groups in their order: its day has passed, today, until Sunday, later, no date, somebody else's turn."""

_BY_DUE: frozenset[GroupName] = frozenset({"week", "later", "waiting"})


@dataclass(frozen=True, slots=True)
class Backlog:
    """What there is to do, by group; every group is there, empty or not.

    `covered` holds, by the id of an advice in a group, those of other rules that are not listed again
    because the same line of the inbox settles them.
    """

    groups: Mapping[GroupName, tuple[Advice, ...]]
    covered: Mapping[str, tuple[Advice, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(map(len, self.groups.values()))

    def __iter__(self) -> Iterator[Advice]:
        for group in self.groups.values():
            yield from group

    @property
    def now(self) -> tuple[Advice, ...]:
        """What is for today: what its day has passed for, then what is due today."""
        return self.groups["late"] + self.groups["today"]


def backlog(coaching: Coaching, day: date) -> Backlog:
    """Sort what the coach says into groups, each thing to do once.

    Late and today keep the coach's order, week, later and waiting go by their days.
    """
    covered: dict[str, list[Advice]] = {}
    groups: dict[GroupName, list[Advice]] = {name: [] for name in GROUPS}
    for advice in _once((*coaching.open, *coaching.planned), covered):
        groups[_group(advice, day)].append(advice)
    for name in _BY_DUE:
        groups[name].sort(key=_due)
    return Backlog(
        {name: tuple(group) for name, group in groups.items()},
        {first: tuple(others) for first, others in covered.items()},
    )


def is_to_do(advice: Advice) -> bool:
    """Whether it means doing something with or for a person, at an event, or by yourself before a date.

    What else is about the owner alone belongs to the week's review, and a record about somebody that could say
    more to their page: a list of things to do that fills with paperwork is a list nobody reads.
    """
    finding = advice.finding
    if finding.subject is None:
        return finding.action == "prepare" and finding.due is not None
    return not (finding.action == "record" and isinstance(finding.subject, Contact))


def about_owner(coaching: Coaching) -> tuple[Advice, ...]:
    """What is open about the owner's own habits and is nothing to do by a date, in the coach's order."""
    return tuple(a for a in coaching.open if a.finding.subject is None and not is_to_do(a))


def _once(found: Iterable[Advice], covered: dict[str, list[Advice]]) -> Iterator[Advice]:
    """Each thing to do once, as it comes first in the coach's order.

    Two rules can see the same matter: thanks that are owed, and owed to somebody you are about to meet.
    They are one thing to do when one line of the inbox settles both.
    """
    first: dict[tuple[str, str], Advice] = {}
    for advice in filter(is_to_do, found):
        settle = advice.finding.settle
        same = first.setdefault((settle.who, settle.mark), advice) if settle and settle.mark else advice
        if same.rule == advice.rule or same.finding.waiting != advice.finding.waiting:
            yield advice
        else:
            covered.setdefault(same.id, []).append(advice)


def _group(advice: Advice, day: date) -> GroupName:
    due = advice.finding.due
    if advice.finding.waiting:
        return "waiting"
    if due is None:
        return "whenever"
    if due <= day:
        return "today" if due == day else "late"
    return "week" if due < monday_of(day) + timedelta(weeks=1) else "later"


def _due(advice: Advice) -> date:
    return advice.finding.due or date.max

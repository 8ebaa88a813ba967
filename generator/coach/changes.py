"""Changes: what became of the follow-ups between two days: new, done, put off, and those whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.finding import Advice
from generator.coach.memory import Snapshot, matter
from generator.records.contact import Contact
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import last_contact

Fate = Literal["open", "done", "slipped", "gone", "unknown"]
"""What became of something: still there, settled, moved to a later day, no longer asked for, or not to be read."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that was put off: what it is now, and the two days."""

    advice: Advice
    old: date
    new: date


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one snapshot to a later one; each in the order of its list.

    `passed` is what has since gone past its day; `gone` what is neither done nor asked for any more.
    """

    since: Snapshot
    new: tuple[Advice, ...]
    done: tuple[Advice, ...]
    slipped: tuple[Slip, ...]
    passed: tuple[Advice, ...]
    gone: tuple[Advice, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.done or self.slipped or self.passed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing that was on a list.

    `on` is the day it was settled, if the data says so, and `by` the first edition that no longer had it; `to` is the
    day it was moved to.
    """

    advice: Advice
    fate: Fate
    on: date | None = None
    by: date | None = None
    to: date | None = None


def compare(then: Snapshot, now: Snapshot) -> Changes:
    """What changed between two days."""
    fates = [(advice, fate_of(advice, then, now)) for advice in then.listed]
    return Changes(
        since=then,
        new=tuple(a for a in now.listed if _is_new(a, then, now)),
        done=tuple(a for a, fate in fates if fate == "done"),
        slipped=tuple(_slip(a, now) for a, fate in fates if fate == "slipped"),
        passed=tuple(a for a in now.listed.groups["late"] if _has_passed(a, then)),
        gone=tuple(a for a, fate in fates if fate == "gone"),
    )


def fate_of(advice: Advice, then: Snapshot, now: Snapshot) -> Fate:
    """What became of something that was on the list of an earlier day.

    What is no longer found counts as done only when something was written down about whom it was about;
    a birthday that went by is not done.
    """
    subject, after = advice.finding.subject, now.known.get(advice.id)
    if _file(subject) in now.unread:
        return "unknown"
    if after is None:
        if matter(advice) in now.matters:
            return "open"
        quiet = advice.id in now.silenced or (isinstance(subject, Contact) and _status(now, subject.id) != "active")
        return "gone" if quiet or not _was_edited(subject, then, now) else "done"
    old, new = advice.finding.due, after.finding.due
    if old is None or new is None or new <= old or not _was_edited(subject, then, now):
        return "open"
    return "done" if advice.finding.action == "keep" and _talked(subject, then, now) else "slipped"


def outcomes(then: Snapshot, later: Sequence[Snapshot]) -> tuple[Outcome, ...]:
    """What became of each thing on an earlier list by the last of some later days, and when."""
    past, last = tuple(later[:-1]), later[-1]
    ends: dict[str, Outcome | None] = then.once("ends", past, dict)
    return tuple(_outcome(advice, then, past, last, ends) for advice in then.listed)


def _outcome(
    advice: Advice, then: Snapshot, past: Sequence[Snapshot], last: Snapshot, ends: dict[str, Outcome | None]
) -> Outcome:
    """What became of one thing by the last day; `ends` keeps which were done on one of the days before it."""
    fate = fate_of(advice, then, last)
    if fate != "done":
        return Outcome(advice, fate, to=last.known[advice.id].finding.due if fate == "slipped" else None)
    if advice.id not in ends:
        first = next((s for s in past if fate_of(advice, then, s) == "done"), None)
        ends[advice.id] = _done(advice, then, first) if first else None
    return ends[advice.id] or _done(advice, then, last)


def _done(advice: Advice, then: Snapshot, first: Snapshot) -> Outcome:
    days = sorted(d for d in _new_days(advice, then, first) if then.day <= d <= first.day)
    return Outcome(advice, "done", days[-1] if days else None, first.day)


def _is_new(advice: Advice, then: Snapshot, now: Snapshot) -> bool:
    if _file(advice.finding.subject) in then.unread:
        return False
    same = (advice, *now.listed.covered.get(advice.id, ()))
    return not any(a.id in then.known or matter(a) in then.matters for a in same)


def _has_passed(advice: Advice, then: Snapshot) -> bool:
    before = then.known.get(advice.id)
    due = before.finding.due if before else None
    return due is not None and due >= then.day


def _slip(advice: Advice, now: Snapshot) -> Slip:
    after = now.known[advice.id]
    return Slip(after, advice.finding.due or now.day, after.finding.due or now.day)


def _file(subject: Contact | Event | None) -> str:
    return subject.place.file if subject else "me.yml"


def _status(snapshot: Snapshot, who: str) -> str:
    contact = snapshot.network.contacts.get(who)
    return contact.status if contact else "active"


def _was_edited(subject: Contact | Event | None, then: Snapshot, now: Snapshot) -> bool:
    """Whether what is written about the subject is another than it was; where in the file it stands does not count."""
    if subject is None:
        return True
    same = _record(then, subject) is _record(now, subject)
    return not same and then.written(subject) != now.written(subject)


def _record(snapshot: Snapshot, subject: Contact | Event) -> Contact | Event | None:
    shelf = snapshot.network.contacts if isinstance(subject, Contact) else snapshot.network.events
    return shelf.get(subject.id)


def _talked(subject: Contact | Event | None, then: Snapshot, now: Snapshot) -> bool:
    pair = (_record(then, subject), _record(now, subject)) if isinstance(subject, Contact) else (None, None)
    days = (then.day, now.day)
    before, after = (last_contact(c, d) if isinstance(c, Contact) else None for c, d in zip(pair, days, strict=True))
    return after is not None and (before is None or after.date.end > before.date.end)


def _new_days(advice: Advice, then: Snapshot, now: Snapshot) -> set[date]:
    """The exact days of what was written down about the subject since."""
    subject = advice.finding.subject
    if subject is None:
        return set()
    before, after = (set(_days(_record(s, subject))) for s in (then, now))
    return {when.end for when in after - before}


def _days(record: Contact | Event | None) -> Iterator[PartialDate]:
    found: list[PartialDate | None] = []
    if isinstance(record, Contact):
        found += [e.date for e in record.log]
        found += [f.thanks.date for f in record.favours if f.thanks]
        found += [p.done for p in record.promises]
        found += [i.sent for i in record.introductions]
    elif isinstance(record, Event) and record.review:
        found.append(record.review.date)
    yield from (when for when in found if when and when.is_exact)

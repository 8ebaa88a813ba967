"""Matters: what is still open with the people of an event, to settle before you meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.coach.prep import contacts_at
from generator.records.contact import Contact, Favour, Promise
from generator.records.event import Event
from generator.records.moments import PartialDate
from generator.records.network import Network
from generator.records.places import Place


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle with somebody before you meet: a promise of yours, thanks or an outcome owed."""

    kind: Literal["promise", "thanks", "outcome"]
    record: Promise | Favour

    @property
    def what(self) -> str:
        """The promise or the favour in the user's words."""
        return self.record.what

    @property
    def place(self) -> Place:
        """Where it stands in the data."""
        return self.record.place


def to_settle(event: Event, network: Network, day: date) -> Mapping[str, tuple[Matter, ...]]:
    """By contact id, what is open with the people at an event: promises first, then thanks, then outcomes."""
    open_matters = {c.id: tuple(_matters(c, event.date.day, day)) for c in contacts_at(event, network)}
    return {who: matters for who, matters in open_matters.items() if matters}


def _matters(contact: Contact, meeting: date, day: date) -> Iterator[Matter]:
    for promise in contact.promises:
        # A promise for a day after the meeting may wait: nobody expects it sooner.
        later = promise.due is not None and promise.due.end > meeting
        if promise.by == "me" and not promise.done and not later and not _is_to_come(promise.made, day):
            yield Matter("promise", promise)
    favours = [f for f in contact.favours if f.by == "them" and not _is_to_come(f.date, day)]
    yield from (Matter("thanks", f) for f in favours if not f.thanks)
    for favour in favours:
        outcome = favour.outcome
        known = outcome and (outcome.text or outcome.date) and not _is_to_come(outcome.date, day)
        if known and outcome and not outcome.reported:
            yield Matter("outcome", favour)


def _is_to_come(when: PartialDate | None, day: date) -> bool:
    return when is not None and when.start > day

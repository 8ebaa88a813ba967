"""Filing: what the lines of the inbox mean for the people they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from generator.records.contact import (
    Contact,
    Favour,
    FavourKind,
    Introduction,
    LogEntry,
    Outcome,
    Promise,
    Thanks,
)
from generator.records.inbox import InboxLine
from generator.records.marks import Mark
from generator.records.problems import Problem

R = TypeVar("R", Favour, Introduction)

_CHANNEL = {
    "coffee": "in_person", "meeting": "in_person", "meal": "in_person", "event": "in_person", "email": "email",
    "message": "message", "call": "call", "card": "card", "gift": "gift",
}

_SIZES = ("message", "email", "call in_person", "card public", "gift")
"""Ways of saying thanks, the smaller first; how much each favour calls for is the coach's matter."""

_OPENING: frozenset[FavourKind] = frozenset({"introduction", "referral", "reference"})

_SMALL = 2
"""Efforts up to this one are thanked for without a present."""


def opened_a_door(favour: Favour) -> bool:
    """Whether it is a favour of theirs whose outcome they like to hear of, and how it is going until there is one."""
    return favour.by == "them" and favour.kind in _OPENING


def file_lines(contacts: Mapping[str, Contact], lines: Iterable[InboxLine]) -> tuple[dict[str, Contact], list[Problem]]:
    """The contacts with every line of the inbox filed into their records, and the marks that fitted nothing."""
    filed = dict(contacts)
    problems: list[Problem] = []
    for line in sorted(lines, key=lambda line: line.date.end):  # a promise is made before it is kept, in any order
        for who in line.who:
            if who in filed:  # a file that cannot be read now has no record to file into
                filed[who] = _filed(filed[who], line, problems)
    return filed, problems


def _filed(contact: Contact, line: InboxLine, problems: list[Problem]) -> Contact:
    entry: dict[str, Any] = {"origin": line.origin, "date": line.date, "kind": line.kind, "note": line.note or None}
    changes: dict[str, Any] = {}
    for mark in line.marks:
        contact = contact.model_copy(update=changes)
        changes = {}
        match mark.name:
            case "purpose":
                entry["purpose"] = mark.text
            case "reply":
                entry["reply"] = mark.text == "reply"
            case "by":
                entry["by"] = mark.text
            case "favour" | "gave":
                changes["favours"] = (*contact.favours, _favour(line, mark))
            case "promise" | "promised":
                changes["promises"] = (*contact.promises, _promise(line, mark))
            case "thanks":
                entry["purpose"] = "thank"
                changes["favours"] = _thanked(contact, line, mark, problems)
            case "done" | "received":
                changes["promises"] = _kept(contact, line, mark, problems)
            case "reported":
                changes |= _reported(contact, line)
    log = (*contact.log, LogEntry.model_construct(**{**_blank(LogEntry), **entry}))
    return contact.model_copy(update={**changes, "log": log})


def _blank(model: type[LogEntry] | type[Favour] | type[Promise]) -> dict[str, Any]:
    optional = {name: f for name, f in model.model_fields.items() if not f.is_required()}
    return {name: f.get_default(call_default_factory=True) for name, f in optional.items()}


def _favour(line: InboxLine, mark: Mark) -> Favour:
    what = line.note or line.kind
    by = "them" if mark.name == "favour" else "me"
    fields = {"date": line.date, "what": what, "effort": int(mark.text), "by": by}
    return Favour.model_construct(**{**_blank(Favour), "origin": line.origin, **fields})


def _promise(line: InboxLine, mark: Mark) -> Promise:
    fields = {"what": mark.text, "by": "me" if mark.name == "promise" else "them", "made": line.date, "due": mark.date}
    return Promise.model_construct(**{**_blank(Promise), "origin": line.origin, **fields})


def _thanked(contact: Contact, line: InboxLine, mark: Mark, problems: list[Problem]) -> tuple[Favour, ...]:
    fields: dict[str, Any] = {"date": line.date, "channel": _CHANNEL[line.kind], "gift": None}
    thanks = Thanks.model_construct(origin=line.origin, **fields)
    past = [f for f in contact.favours if f.by == "them" and f.date.start <= line.date.end]
    fitting = [f for f in past if not f.thanks and mark.date in (None, f.date)]
    if mark.date:
        # Who names the favour may thank for it once more, with more than before; a present is not meant for a small
        # one of the same day.
        again = [f for f in past if f.date == mark.date and f.thanks and _is_more(thanks, f.thanks)]
        fitting += [f for f in again if line.kind != "gift" or f.effort > _SMALL]
    if mark.date and not fitting:
        still = [str(f.date) for f in contact.favours if f.by == "them" and not f.thanks]
        problems.append(_nothing_open(contact, mark, str(mark.date), still))
    return tuple(f.model_copy(update={"thanks": thanks}) if f in fitting else f for f in contact.favours)


def _is_more(thanks: Thanks, before: Thanks) -> bool:
    """Whether thanks come later and go further than those given before."""
    return before.date.start <= thanks.date.end and _size(thanks) > _size(before)


def _size(thanks: Thanks) -> int:
    channel = "gift" if thanks.gift else thanks.channel
    return next(n for n, ways in enumerate(_SIZES) if channel in ways.split())


def _kept(contact: Contact, line: InboxLine, mark: Mark, problems: list[Problem]) -> tuple[Promise, ...]:
    side = "me" if mark.name == "done" else "them"
    still = [p for p in contact.promises if p.by == side and not p.done]
    kept = next((p for p in still if mark.text.casefold() in p.what.casefold()), None)
    if kept is None:
        problems.append(_nothing_open(contact, mark, mark.text, [p.what for p in still]))
    return tuple(p.model_copy(update={"done": line.date}) if p is kept else p for p in contact.promises)


def _reported(contact: Contact, line: InboxLine) -> dict[str, Any]:
    def told(outcome: Outcome | None) -> Outcome:
        return (outcome or Outcome()).model_copy(update={"reported": line.date})

    def is_open(record: Favour | Introduction) -> bool:
        outcome = record.outcome
        if outcome is None:
            return isinstance(record, Favour) and opened_a_door(record) and record.date.start <= line.date.end
        return outcome.reported is None and (outcome.date is None or outcome.date.start <= line.date.end)

    def settled(record: R) -> R:
        return record.model_copy(update={"outcome": told(record.outcome)}) if is_open(record) else record

    return {
        "favours": tuple(settled(f) for f in contact.favours),
        "introductions": tuple(settled(i) for i in contact.introductions),
    }


def _nothing_open(contact: Contact, mark: Mark, value: str, still: list[str]) -> Problem:
    facts = {"who": contact.name.familiar, "value": value, "known": "; ".join(still) or "—"}
    return Problem(mark.place, "inbox-nothing-open", facts, len(value))

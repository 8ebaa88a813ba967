"""Entries: what one thing that happened adds to a person's file, and what it settles there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.records.change import Append, Change, Plain, Put, meant

KINDS = ("coffee", "call", "email", "message", "meeting", "meal", "event", "card", "gift")
"""The words of a log entry's kind; contact.py has them as a type."""

PURPOSES = ("catch_up", "ask", "give", "thank", "follow_up", "introduce", "congratulate", "condole")
ORDER = (
    "name", "language", "register", "org", "role", "expertise", "offers", "needs", "channels", "preferred_channel",
    "time_zone", "region", "closeness", "every", "met", "birthday", "status", "until", "public_official", "gifts",
    "topics", "log", "favours", "promises", "introductions", "next", "share", "added", "verified", "tags", "notes",
    "ignore",
)
"""The keys of a person's file in the order people write them."""

_CHANNEL = {"coffee": "in_person", "meeting": "in_person", "meal": "in_person", "event": "in_person"}
_SIZES = ("message", "email", "call in_person", "card public", "gift")
_OPENING = {"introduction", "referral", "reference"}
_SMALL = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened: when, of what kind, in which words, and its marks with what each says.

    `marks` holds pairs of a mark's name (as in the inbox) with its text and its date.
    """

    date: str
    kind: str
    note: str = ""
    marks: tuple[tuple[str, str, str | None], ...] = ()
    more: dict[str, str] = field(default_factory=dict)


class NothingOpenError(Exception):
    """A mark settles nothing in this person's file; `value` is what was named and `still` what is open."""

    def __init__(self, value: str, still: list[str]) -> None:
        super().__init__(value)
        self.value, self.still = value, still


def before(key: str) -> tuple[str, ...]:
    """The keys that stand before a key of a person's file."""
    return ORDER[: ORDER.index(key)]


def changes_of(person: Plain, happening: Happening) -> list[Change]:
    """The changes to make in the file of a person that says `person` now."""
    says, made = person or {}, []
    entry: dict[str, Any] = {"date": happening.date, "kind": happening.kind}
    for name, text, date in happening.marks:
        if name == "purpose":
            entry["purpose"] = text
        elif name == "reply":
            entry["reply"] = text == "reply"
        elif name == "by":
            entry["by"] = text
        else:
            entry |= {"purpose": "thank"} if name == "thanks" else {}
            for change in _settled(says, happening, name, text, date):
                made.append(change)
                says = meant(says, change)
    entry |= happening.more
    order = ("date", "kind", "by", "purpose", "note", "reply", "event")
    entry = {key: value for key in order if (value := entry.get(key, happening.note if key == "note" else "")) != ""}
    return [Append(("log",), entry, before("log")), *made]


def _settled(says: Plain, happening: Happening, name: str, text: str, date: str | None) -> Iterator[Change]:
    on = happening.date
    match name:
        case "favour" | "gave":
            by = "them" if name == "favour" else "me"
            favour = {"date": on, "by": by, "what": happening.note or happening.kind, "effort": int(text)}
            yield Append(("favours",), favour, before("favours"))
        case "promise" | "promised":
            by = "me" if name == "promise" else "them"
            due = {"due": date} if date else {}
            yield Append(("promises",), {"what": text, "by": by, "made": on, **due}, before("promises"))
        case "thanks":
            yield from _thanked(says, happening, date)
        case "done" | "received":
            yield kept(says, on, "me" if name == "done" else "them", text)
        case "reported":
            yield from _reported(says, on)


def _thanked(says: Plain, happening: Happening, of: str | None) -> Iterator[Change]:
    channel = _CHANNEL.get(happening.kind, happening.kind)
    favours = says.get("favours") or []
    theirs = [(n, f) for n, f in enumerate(favours) if f.get("by") == "them"]
    past = [(n, f) for n, f in theirs if first(f["date"]) <= last(happening.date)]
    open_ = [(n, f) for n, f in past if not f.get("thanks") and (of is None or same(f["date"], of))]
    for number, _ in open_:
        yield Put(("favours", number, "thanks"), {"date": happening.date, "channel": channel})
    again = []
    if of:
        again = [(n, f) for n, f in past if same(f["date"], of) and f.get("thanks") and _is_more(happening, f, channel)]
        if happening.kind == "gift":
            again = [(n, f) for n, f in again if int(f.get("effort") or 1) > _SMALL]
        for number, _ in again:
            yield Put(("favours", number, "thanks", "date"), happening.date)
            yield Put(("favours", number, "thanks", "channel"), channel)
    if of and not open_ and not again:
        raise NothingOpenError(of, [f["date"] for _, f in theirs if not f.get("thanks")])


def _is_more(happening: Happening, favour: Plain, channel: str) -> bool:
    thanks = favour["thanks"]
    earlier = "gift" if thanks.get("gift") else thanks.get("channel") or "message"
    size = {way: n for n, ways in enumerate(_SIZES) for way in ways.split()}
    return first(thanks["date"]) <= last(happening.date) and size[channel] > size.get(earlier, 0)


def kept(says: Plain, on: str, by: str, text: str) -> Change:
    """The promise that is kept by its words, the first one that is open."""
    promises = says.get("promises") or []
    still = [(n, p) for n, p in enumerate(promises) if p.get("by") == by and not p.get("done")]
    for number, promise in still:
        if text.casefold() in promise["what"].casefold():
            return Put(("promises", number, "done"), on)
    raise NothingOpenError(text, [p["what"] for _, p in still])


def _reported(says: Plain, on: str) -> Iterator[Change]:
    for key in ("favours", "introductions"):
        for number, record in enumerate(says.get(key) or []):
            outcome = record.get("outcome")
            if outcome is None:
                opened = record.get("by") == "them" and record.get("kind") in _OPENING
                is_open = key == "favours" and opened and first(record["date"]) <= last(on)
            else:
                then = outcome.get("date")
                is_open = not outcome.get("reported") and (not then or first(then) <= last(on))
            if is_open and outcome is None:
                yield Put((key, number, "outcome"), {"reported": on})
            elif is_open:
                yield Put((key, number, "outcome", "reported"), on)


def first(date: str) -> tuple[int, ...]:
    """The first day a date may mean, to compare it."""
    parts = [int(part) for part in date.split("-")]
    return (*parts, 1, 1)[:3]


def last(date: str) -> tuple[int, ...]:
    """The last day a date may mean, to compare it; a month is as long as any."""
    parts = [int(part) for part in date.split("-")]
    return (*parts, *(12, 31)[len(parts) - 1 :])[:3]


def same(one: str, other: str) -> bool:
    """Whether two dates are the same, however many noughts they have."""
    return [int(part) for part in one.split("-")] == [int(part) for part in other.split("-")]

"""Struck: one person taken out of the lines of the inbox, by id or as loosely as people are named there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.records.loose import Names, beginning
from generator.records.network import Network
from generator.records.roll import Entry

_ROW = re.compile(r"(\s*-\s+[\"']?\S+\s+)([^:]*?)(\s+\w+[\"']?\s*(?::|$).*)", re.DOTALL)
"""A line of the inbox: the day, whom it names, what it was."""

_DASH = re.compile(r"\s*-\s+[\"']?")


@dataclass(frozen=True, slots=True)
class Present:
    """Who there is by name, and the day: what a loose line is read with."""

    people: Names = field(default_factory=lambda: Names(()))
    day: date | None = None


def present_in(network: Network, day: date) -> Present:
    """Everybody in a network, as the inbox may name them on that day."""
    people = network.contacts.values()
    roll = [Entry(c.id, " ".join(filter(None, [c.name.display, c.name.preferred]))) for c in people]
    return Present(Names(roll), day)


def struck(text: str, who: str, present: Present) -> str:
    """The inbox without a person; a line that names nobody else goes."""
    return "".join(_row(row, who, present) for row in text.splitlines(keepends=True))


def doubtful(text: str, who: str, present: Present) -> Iterator[tuple[int, str]]:
    """The lines with a name that may mean this person or another one, with their numbers."""
    for number, row in enumerate(text.splitlines(), 1):
        named = _named(row, present)
        if any(who in fits and len(fits) > 1 for fits in (present.people.meant(n) for n in named[2])):
            yield number, row


def naming(text: str, who: str, present: Present) -> Iterator[tuple[int, str]]:
    """The lines that name this person and can mean nobody else, with their numbers."""
    for number, row in enumerate(text.splitlines(), 1):
        if any(present.people.meant(name) == [who] for name in _named(row, present)[2]):
            yield number, row


def _row(row: str, who: str, present: Present) -> str:
    found = _ROW.match(row)
    by_id = [name.strip() for name in found[2].split(",")] if found else []
    if found and who in by_id:
        left = [name for name in by_id if name != who]
        return f"{found[1]}{', '.join(left)}{found[3]}" if left else ""
    start, end, names = _named(row, present)
    left = [name for name in names if present.people.meant(name) != [who]]
    if left == names:
        return row
    return f"{row[:start]}{', '.join(left)}{row[end:]}" if left else ""


def _named(row: str, present: Present) -> tuple[int, int, list[str]]:
    """From where to where a line names people, and the names."""
    dash = _DASH.match(row)
    loose = beginning(row[dash.end():].rstrip(), present.day, present.people) if dash and present.day else None
    if dash is None or loose is None:
        return 0, 0, []
    start = dash.end() + loose.names[0]
    names = [name.strip() for name in loose.names[1].split(",") if name.strip()]
    return start, start + len(loose.names[1]), names

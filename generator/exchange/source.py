"""Source: what kind of export a file is, told from what is in it, and who and what it brings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.exchange.calendars import read_calendar
from generator.exchange.cards import read_cards
from generator.exchange.google import read_google
from generator.exchange.linkedin import read_linkedin
from generator.exchange.newcomer import Newcomer, Remark
from generator.exchange.recurring import Wanted
from generator.exchange.tables import MOST_BYTES, NO_TEXT, TOO_BIG, UnreadableError
from generator.exchange.whole import read_json
from generator.records.places import Place
from generator.words.catalogue import N_

Kind = Literal["LinkedIn", "Google", "vCard", "iCalendar", "Tertulia"]


@dataclass
class Haul:
    """What one file brings."""

    kind: Kind
    people: list[Newcomer] = field(default_factory=list)
    events: list[Newcomer] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    files: list[tuple[str, str, Newcomer]] = field(default_factory=list)
    past: int = 0
    alone: int = 0


def read_source(file: str, raw: bytes, wanted: Wanted) -> Haul:
    """Everything a file brings; raises `UnreadableError` with the place and the way to mend it."""
    if len(raw) > MOST_BYTES:
        raise UnreadableError(Remark(Place(file, 1, 1), TOO_BIG, {"most": str(MOST_BYTES >> 20)}))
    if raw.startswith(b"PK\x03\x04"):
        raise UnreadableError(Remark(Place(file, 1, 1), NO_TEXT))
    start = raw[:4000].replace(b"\0", b"").upper()
    if b"BEGIN:VCALENDAR" in start and (calendar := read_calendar(file, raw, wanted)):
        return Haul(
            "iCalendar", events=calendar.events, remarks=calendar.remarks, past=calendar.past, alone=calendar.alone
        )
    if b"BEGIN:VCARD" in start and (cards := read_cards(file, raw)):
        return Haul("vCard", cards[0], [], cards[1])
    if ours := read_json(file, raw):
        return Haul("Tertulia", [], [], ours[1], ours[0])
    if google := read_google(file, raw):
        return Haul("Google", google[1], [], list(google[0].remarks))
    if linkedin := read_linkedin(file, raw):
        return Haul("LinkedIn", linkedin[1], [], list(linkedin[0].remarks))
    raise UnreadableError(Remark(Place(file, 1, 1), N_(
        "This is none of the exports that can be read: LinkedIn's Connections.csv, Google Contacts as CSV, "
        "a vCard file, a calendar, or what `tertulia export` has written. Export it anew, and leave its first lines "
        "as they are; a table of your own begins with First Name,Last Name,Organization Name,E-mail 1 - Value."
    )))

"""Register: everybody in groups, all on one page while it is short, and beyond that each group on pages of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.pages.company import role_of
from generator.pages.labels import tone
from generator.pages.page import Page
from generator.pages.phrases import enumerated
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.words.catalogue import N_

MOST = 300
"""Most rows of one page: more are slow to load on a phone, and nobody reads that far."""

PART = 200
"""Rows of one page of a group that has pages of its own."""

FEW = 3
"""So many people of a group are named in its line; more have their own page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: who, what they do, their tint, how many things are open, and a day or a few words about it."""

    contact: Contact
    role: str
    tone: int
    open: int = 0
    due: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its name in an address, its title, its people, how it is read aloud if otherwise, what to know of it.

    `row` makes the row of one of them, when it is asked for.
    """

    slug: str
    title: str
    people: tuple[Contact, ...]
    row: Callable[[Contact], Entry]
    spoken: str = ""
    hint: Markup | str = ""
    summary: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows of all of them."""
        return tuple(map(self.row, self.people))


@dataclass(frozen=True, slots=True)
class Line:
    """A group on the page of a register that is too long for one: where it stands, and who is in it, or how many."""

    group: Group
    href: str
    text: Markup | str


@dataclass(frozen=True, slots=True)
class Register:
    """One way to look for people: its address, the folder of its groups' pages, its title, and how it is laid out.

    `lead` says how many there are; it counts through everybody, and so only when it is asked.
    """

    address: str
    folder: str
    title: str
    lead: Callable[[], str]
    groups: Sequence[Group]
    kind: str
    prefix: str


Jumps = tuple[tuple[str, Group], ...]
"""Links to groups, in the order of the groups."""

VIEWS = (("people/", N_("By name")), ("circles/", N_("By rhythm")), ("tags/", N_("By tag")))
"""The ways to look for people, each with an address of its own."""


def views(sources: Sources) -> tuple[tuple[str, str], ...]:
    """The ways there are for this audience: rhythms are the owner's, and tags need to be seen by somebody."""
    tagged = sources.private or any(c.tags for c in sources.network.contacts.values())
    there = {"people/": True, "circles/": sources.private, "tags/": tagged}
    return tuple((address, sources.speech.text(name)) for address, name in VIEWS if there[address])


def pages(sources: Sources, register: Register) -> Iterator[Page]:
    """The page of a register, and those of its groups where there are too many rows for one."""
    desk = Desk(sources, register.address)
    long = sum(len(g.people) for g in register.groups) > MOST
    yield desk.later("register", register.title, lambda: {
        "register": register, "lead": register.lead(), "views": views(sources),
        "lines": tuple(_line(desk, register, g) for g in register.groups) if long else (),
        "jumps": _jumps(desk, register, long=long),
    }, tab="people/")
    for group in register.groups if long else ():
        if len(group.people) > FEW:
            yield from _group(sources, register, group)


def entry(desk: Desk, contact: Contact, due: date | None = None, note: str = "") -> Entry:
    """The row of one person."""
    return Entry(contact, role_of(desk, contact), tone(contact.id), open_with(desk, contact), due, note)


def open_with(desk: Desk, contact: Contact) -> int:
    """How many things there are to do with somebody."""
    # Gaps in what is written down are no matter between the two of you.
    about = [a.finding for a in desk.sources.coaching.about(contact.id) if not a.finding.planned]
    return sum(not f.waiting and f.action != "record" for f in about)


def _jumps(desk: Desk, register: Register, *, long: bool) -> Jumps:
    """The way to each group; there may be as many tags as people, and a long list is the way to its groups itself."""
    if long and (register.kind == "tags" or (register.kind == "circles" and desk.address == register.address)):
        return ()
    return tuple((_to(desk, register, g) if long else f"#{register.prefix}{g.slug}", g) for g in register.groups)


def _to(desk: Desk, register: Register, group: Group) -> str:
    """The way to a group of a long register: its own page, or its line."""
    if len(group.people) > FEW:
        return desk.to(f"{register.folder}{group.slug}/")
    here = desk.address == register.address
    return ("" if here else desk.to(register.address)) + f"#{register.prefix}{group.slug}"


def _line(desk: Desk, register: Register, group: Group) -> Line:
    speech, people = desk.sources.speech, group.people
    if len(people) <= FEW:
        return Line(group, "", enumerated(speech, [desk.link(c) for c in people]))
    said = speech.plural("{n} person", "{n} people", len(people))
    return Line(group, _to(desk, register, group), " · ".join(filter(None, (said, group.summary))))


def _group(sources: Sources, register: Register, group: Group) -> Iterator[Page]:
    """The pages of one group, two hundred people on each."""
    parts = [group.people[n:n + PART] for n in range(0, len(group.people), PART)]
    addresses = [f"{register.folder}{group.slug}/" + (f"{n}/" if n > 1 else "") for n in range(1, len(parts) + 1)]
    for n, people in enumerate(parts):
        desk, text = Desk(sources, addresses[n]), sources.speech.text
        facts = {"title": group.title, "n": n + 1, "all": len(parts)}
        title = text("{title}, page {n} of {all}", **facts) if len(parts) > 1 else group.title
        before, after = addresses[n - 1] if n else "", addresses[n + 1] if n + 1 < len(parts) else ""
        yield desk.later("register_group", f"{register.title}: {title}", partial(
            _group_view, desk, register, group, people, heading=title, before=before, after=after), tab="people/")


def _group_view(
    desk: Desk, register: Register, group: Group, people: Sequence[Contact], **turns: str
) -> Mapping[str, Any]:
    return {
        "register": register, "group": group, "views": views(desk.sources), "entries": tuple(map(group.row, people)),
        "jumps": _jumps(desk, register, long=True), **turns,
    }

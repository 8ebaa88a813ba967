"""Event: an occasion to meet people, with how you prepare it and how it went."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.contact import Ignore, Topic
from generator.records.moments import ClockTime, EventEnd, Moment, PartialDate
from generator.records.record import EMPTY_LIST, ID_KEY, PUBLIC, SHARED, Audience, OneOrMany, Record, text_as
from generator.records.scalars import Amount, Id, Language, Link, Prose, Region, Text, TimeZone, Whole, YesNo

EventKind = Literal[
    "conference", "meetup", "meeting", "coffee", "meal", "call", "webinar", "interview", "hosted"
]
Mode = Literal["in_person", "online", "hybrid"]


class VenueParts(Record):
    """Where it takes place."""

    name: Annotated[Text | None, PUBLIC] = None
    """What the place is called."""
    address: Annotated[Text | None, PUBLIC] = None
    """How to find it."""
    region: Annotated[Region | None, PUBLIC] = None
    """Whose holidays apply: ES-MD."""


class Rsvp(Record):
    """An invitation and its answer."""

    state: Literal["yes", "no", "maybe", "open"] = "open"
    """What you said; `open` while you have not answered."""
    invited: PartialDate | None = None
    """When you were invited."""
    by: PartialDate | None = None
    """By when they want to know."""
    replied: PartialDate | None = None
    """When you answered."""


class Expected(Record):
    """Somebody who will be there."""

    contact: Id | None = None
    """A contact's id."""
    name: Text | None = None
    """The name of somebody you do not know yet."""
    org: Text | None = None
    """Where that person works."""


class Meeting(Record):
    """Somebody you want to talk to there."""

    who: Text
    """A contact's id, or the name of somebody you do not know yet."""
    why: Text | None = None
    """What you could do for each other."""
    question: Text | None = None
    """Your first question."""
    research: Prose | None = None
    """What you found out beforehand."""


class Review(Record):
    """How it went, for yourself."""

    arrived: Annotated[Whole | None, Field(ge=-600, le=600)] = None
    """Minutes after the time you meant to arrive; below 0 is early."""
    met: Annotated[tuple[Text, ...] | None, OneOrMany()] = None
    """Whom you met: contact ids or names; `none` if nobody."""
    questions: Annotated[Whole | None, Field(ge=0, le=500)] = None
    """How many questions you asked, about."""
    talk_share: Annotated[Amount | None, Field(ge=0, le=1)] = None
    """How much of the talking was yours: 0.4."""
    lesson: Prose | None = None
    """What you would do differently."""
    date: PartialDate | None = None
    """When you wrote this down."""


class Event(Record):
    """An occasion to meet people. Only a title and a date are needed."""

    id: Annotated[str, Field(alias=ID_KEY, exclude=True), PUBLIC] = ""
    title: Annotated[Text, PUBLIC]
    """What it is called."""
    date: Annotated[Moment, PUBLIC]
    """When it begins: a day, or a day and an hour: 2026-11-26 9:30."""
    end: Annotated[EventEnd | None, PUBLIC] = None
    """When it ends: 14:00, or a day."""
    time_zone: Annotated[TimeZone | None, PUBLIC] = None
    """Whose clock that is; without it, yours."""
    kind: Annotated[EventKind | None, PUBLIC] = None
    """What sort of occasion it is; it picks the checklist."""
    mode: Annotated[Mode, PUBLIC] = "in_person"
    """Whether you go there."""
    language: Annotated[Language | None, PUBLIC] = None
    """What is spoken there; it picks the pitch."""
    venue: Annotated[VenueParts | None, text_as("name"), PUBLIC] = None
    """Where it is."""
    url: Annotated[Link | None, PUBLIC] = None
    """Its page, or where to join online."""
    dress: Annotated[Text | None, SHARED] = None
    """What to wear."""
    host: Annotated[Text | None, SHARED] = None
    """Who invites: a contact's id or a name."""
    status: Annotated[Literal["planned", "attended", "skipped", "cancelled"], SHARED] = "planned"
    """What became of it."""
    rsvp: Rsvp | None = None
    """The invitation and your answer."""
    goal: Text | None = None
    """What would make it worth going."""
    expected: Annotated[tuple[Annotated[Expected, text_as("contact")], ...], EMPTY_LIST] = ()
    """Who will be there: contact ids, or name and org for strangers."""
    topics: Annotated[tuple[Topic, ...], EMPTY_LIST] = ()
    """What you could talk about."""
    meet: Annotated[tuple[Annotated[Meeting, text_as("who")], ...], EMPTY_LIST] = ()
    """Whom you want to talk to, and why."""
    pitch: Id | None = None
    """Which of your pitches."""
    travel: Annotated[Whole | None, Field(ge=0, le=6000)] = None
    """Minutes from your door to theirs."""
    arrive: ClockTime | None = None
    """When you want to be there."""
    leave: ClockTime | None = None
    """When you may go home."""
    checklists: Annotated[tuple[Id, ...], EMPTY_LIST] = ()
    """Further checklists to print with it."""
    review: Review | None = None
    """How it went."""
    share: Annotated[Audience, PUBLIC] = "private"
    """How far this event's page may travel."""
    notes: Prose | None = None
    """Anything else."""
    ignore: Annotated[tuple[Ignore, ...], EMPTY_LIST] = ()
    """Rules that keep silent about this event."""
    introvert: YesNo | None = None
    """Whether to plan this one for an introvert; without it, as you are."""

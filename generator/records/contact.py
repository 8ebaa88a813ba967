"""Contact: a person of the network, with everything that passed between the two of you."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.records.moments import Birthday, FullDate, PartialDate, Span
from generator.records.names import Name
from generator.records.record import EMPTY_LIST, FREE_KEYS, ID_KEY, PUBLIC, SHARED, Audience, Record, text_as
from generator.records.scalars import (
    Amount,
    Email,
    Id,
    Language,
    Link,
    Phone,
    Prose,
    Region,
    Text,
    TimeZone,
    Whole,
    YesNo,
)

Side = Literal["me", "them"]
Closeness = Literal["inner", "close", "active", "wider", "dormant"]
LogKind = Literal["coffee", "call", "email", "message", "meeting", "meal", "event", "card", "gift"]
Purpose = Literal["catch_up", "ask", "give", "thank", "follow_up", "introduce", "congratulate", "condole"]
ChannelName = Literal[
    "email", "phone", "whatsapp", "telegram", "signal", "linkedin", "web", "github", "mastodon", "bluesky",
    "instagram", "in_person",
]
FavourKind = Literal[
    "answer", "coffee", "advice", "introduction", "referral", "review", "reference", "client", "other"
]


class EmailChannel(Record):
    """An e-mail address."""

    value: Email
    """The address."""
    share: Audience = "shared"
    """How far the address may travel."""


class PhoneChannel(Record):
    """A number to call or to write to."""

    value: Phone
    """The number, as you would dial it."""
    share: Audience = "shared"
    """How far the number may travel."""


class LinkChannel(Record):
    """A page or profile on the web."""

    value: Link
    """The address, with https://."""
    share: Audience = "shared"
    """How far the address may travel."""


class Channels(Record):
    """Where somebody can be reached."""

    email: Annotated[EmailChannel | None, text_as("value")] = None
    """E-mail address."""
    phone: Annotated[PhoneChannel | None, text_as("value")] = None
    """Telephone."""
    whatsapp: Annotated[PhoneChannel | None, text_as("value")] = None
    """WhatsApp number."""
    telegram: Annotated[PhoneChannel | None, text_as("value")] = None
    """Telegram number."""
    signal: Annotated[PhoneChannel | None, text_as("value")] = None
    """Signal number."""
    linkedin: Annotated[LinkChannel | None, text_as("value")] = None
    """LinkedIn profile."""
    web: Annotated[LinkChannel | None, text_as("value")] = None
    """Web site."""
    github: Annotated[LinkChannel | None, text_as("value")] = None
    """GitHub profile."""
    mastodon: Annotated[LinkChannel | None, text_as("value")] = None
    """Mastodon profile."""
    bluesky: Annotated[LinkChannel | None, text_as("value")] = None
    """Bluesky profile."""
    instagram: Annotated[LinkChannel | None, text_as("value")] = None
    """Instagram profile."""


class Met(Record):
    """How the two of you met."""

    date: PartialDate | None = None
    """When: the day, or as much of it as you remember."""
    event: Id | None = None
    """At which event of yours (its id)."""
    through: Text | None = None
    """Who introduced you: a contact's id, or the name of somebody who is not in your network."""
    where: Text | None = None
    """The place, in words."""
    note: Prose | None = None
    """What you talked about."""


class GiftTastes(Record):
    """What a present may be for this person."""

    likes: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """What they enjoy: a restaurant, books on gardening."""
    avoid: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """What not to give, without the reason: alcohol, lilies."""
    policy: Text | None = None
    """What their employer allows, in words."""


class TopicText(Record):
    """Something to talk about."""

    text: Annotated[Text, PUBLIC]
    """The topic, in a few words."""
    used: PartialDate | None = None
    """When you last talked about it."""


Topic = Annotated[TopicText, text_as("text")]


class LogEntry(Record):
    """One thing that passed between you."""

    date: PartialDate
    """When."""
    kind: LogKind
    """What it was."""
    by: Literal["me", "them", "both"] | None = None
    """Who began it; without it, you for what is sent and both for what is shared."""
    purpose: Purpose | None = None
    """What it was for."""
    note: Prose | None = None
    """What was said."""
    reply: YesNo | None = None
    """Whether it was answered."""
    event: Id | None = None
    """At which event of yours (its id)."""
    counts: YesNo = True
    """`false` for mail to many: it does not count as keeping in touch."""

    @property
    def initiator(self) -> Literal["me", "them", "both"]:
        """Who began it, filled in from the kind when it was not written."""
        return self.by or ("me" if self.kind in {"email", "message", "card", "gift"} else "both")


class Gift(Record):
    """A present."""

    what: Text
    """What it was."""
    value: Annotated[Amount | None, Field(ge=0)] = None
    """What it cost."""
    currency: Text = "EUR"
    """In which currency."""


class Thanks(Record):
    """How a favour was thanked for."""

    date: PartialDate
    """When."""
    channel: Literal["message", "email", "call", "card", "gift", "in_person", "public"] = "message"
    """In which way."""
    gift: Gift | None = None
    """The present that went with it."""


class Outcome(Record):
    """What came of it in the end."""

    text: Text | None = None
    """What happened."""
    date: PartialDate | None = None
    """When."""
    reported: PartialDate | None = None
    """When you told the person who had helped."""


class Favour(Record):
    """Something one of you did for the other."""

    date: PartialDate
    """When."""
    by: Side
    """Who did it."""
    what: Text
    """What it was."""
    effort: Annotated[Whole, Field(ge=1, le=5)] = 1
    """From 1 (a quick answer) to 5 (helped to win a client)."""
    kind: FavourKind = "other"
    """What sort of help it was."""
    thanks: Thanks | None = None
    """How it was thanked for."""
    outcome: Outcome | None = None
    """What came of it."""


class Promise(Record):
    """Something one of you said they would do."""

    what: Text
    """What was promised."""
    by: Side
    """Who promised it."""
    made: PartialDate | None = None
    """When it was promised."""
    due: PartialDate | None = None
    """By when."""
    done: PartialDate | None = None
    """When it was kept."""


class Asked(Record):
    """One side's answer to: may I introduce you?"""

    date: PartialDate
    """When you asked."""
    answer: YesNo | None = None
    """What they said; nothing while you wait."""


class Introduction(Record):
    """Bringing this person together with another of your contacts."""

    to: Id
    """The other contact."""
    why: Text | None = None
    """What each has to gain."""
    asked: Annotated[dict[Id, Asked], FREE_KEYS] = Field(default_factory=dict)
    """Each one's answer, by contact id."""
    sent: PartialDate | None = None
    """When you introduced them."""
    outcome: Outcome | None = None
    """What came of it."""


class NextStep(Record):
    """What you mean to do next."""

    date: PartialDate | None = None
    """When."""
    purpose: Purpose | None = None
    """What for."""
    channel: ChannelName | None = None
    """By which way."""
    draft: Prose | None = None
    """The words, already written."""


class Ignore(Record):
    """A rule that is to keep silent here, for a while and for a reason."""

    rule: Text
    """The rule's name: gone-quiet."""
    until: FullDate
    """The last day of silence."""
    reason: Text
    """Why, for the day you wonder."""


NO_CHANNELS, NO_TASTES = Channels(), GiftTastes()
"""Nothing written down; frozen, so that all who lack them share them."""


class Contact(Record):
    """A person of your network. Only the name is needed; the rest will come."""

    id: Annotated[str, Field(alias=ID_KEY, exclude=True), PUBLIC] = ""
    name: Annotated[Name, PUBLIC]
    """What they are called: plain, or in parts."""
    language: Annotated[Language | None, SHARED] = None
    """The language you speak together: es, en."""
    address_form: Annotated[Literal["tu", "usted"] | None, Field(alias="register"), SHARED] = None
    """How you address each other in Spanish."""
    org: Annotated[Text | None, PUBLIC] = None
    """Where they work: an organisation's id, or its name."""
    role: Annotated[Text | None, PUBLIC] = None
    """What they do there."""
    expertise: Annotated[tuple[Text, ...], EMPTY_LIST, PUBLIC] = ()
    """What they know well."""
    offers: Annotated[tuple[Text, ...], EMPTY_LIST, SHARED] = ()
    """What they like to help with."""
    needs: Annotated[tuple[Text, ...], EMPTY_LIST, SHARED] = ()
    """What they are looking for."""
    channels: Annotated[Channels, SHARED] = Field(default_factory=lambda: NO_CHANNELS)
    """Where to reach them."""
    preferred_channel: Annotated[ChannelName | None, SHARED] = None
    """How they like to be reached."""
    time_zone: Annotated[TimeZone | None, SHARED] = None
    """Where their clock stands: Europe/Madrid."""
    region: Annotated[Region | None, SHARED] = None
    """Where they live and keep holidays: ES-MD."""
    closeness: Closeness | None = None
    """How well you know each other; it sets the rhythm."""
    every: Span | None = None
    """A rhythm of your own for this person: 6 weeks."""
    met: Met | None = None
    """How you met."""
    birthday: Birthday | None = None
    """Only if they told you: 03-14 or 1980-03-14."""
    status: Literal["active", "paused", "do_not_contact", "deceased"] = "active"
    """Whether the coach may suggest anything."""
    until: FullDate | None = None
    """Until when it is paused."""
    public_official: YesNo = False
    """Whether gift rules of public office apply."""
    gifts: GiftTastes = Field(default_factory=lambda: NO_TASTES)
    """What they like and what not to give."""
    topics: Annotated[tuple[Topic, ...], EMPTY_LIST] = ()
    """What to talk about."""
    log: Annotated[tuple[LogEntry, ...], EMPTY_LIST] = ()
    """What passed between you, in any order."""
    favours: Annotated[tuple[Favour, ...], EMPTY_LIST] = ()
    """Who helped whom."""
    promises: Annotated[tuple[Promise, ...], EMPTY_LIST] = ()
    """Who said they would do what."""
    introductions: Annotated[tuple[Introduction, ...], EMPTY_LIST] = ()
    """Whom you brought or could bring them together with."""
    next: NextStep | None = None
    """What you mean to do next."""
    share: Annotated[Audience, PUBLIC] = "private"
    """How far this person's page may travel: private, shared or public."""
    added: PartialDate | None = None
    """When you wrote them down."""
    verified: PartialDate | None = None
    """When you last checked that all this is still true."""
    tags: Annotated[tuple[Text, ...], EMPTY_LIST, SHARED] = ()
    """Words to find them by."""
    notes: Prose | None = None
    """Anything else; nothing you would not say to their face."""
    ignore: Annotated[tuple[Ignore, ...], EMPTY_LIST] = ()
    """Rules that keep silent about this person."""

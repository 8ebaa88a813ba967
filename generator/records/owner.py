"""Owner: you, your organisations, your planned posts and how strict the coach is to be."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.records.contact import Ignore, Topic
from generator.records.moments import FullDate, Moment, PartialDate
from generator.records.names import Name
from generator.records.record import EMPTY_LIST, FREE_KEYS, ID_KEY, PUBLIC, Audience, Record
from generator.records.scalars import Amount, Id, Language, Link, Prose, Region, Text, TimeZone, Whole, YesNo, wrong


class GiftPolicy(Record):
    """What an organisation lets its people accept."""

    per_occasion: Annotated[Amount | None, Field(ge=0)] = None
    """Most per present."""
    per_year: Annotated[Amount | None, Field(ge=0)] = None
    """Most per year and giver."""
    currency: Text = "EUR"
    """In which currency."""
    cash: YesNo = False
    """Whether money or vouchers are allowed."""
    source: Text | None = None
    """Where it says so."""
    checked: PartialDate | None = None
    """When you looked it up."""


class Organisation(Record):
    """A company, public body, university or association."""

    id: Annotated[str, Field(alias=ID_KEY, exclude=True), PUBLIC] = ""
    name: Annotated[Text, PUBLIC]
    """What it is called."""
    kind: Annotated[Literal["company", "public_body", "university", "ngo"], PUBLIC] = "company"
    """What sort of organisation it is."""
    region: Annotated[Region | None, PUBLIC] = None
    """Where it is: ES-MD."""
    web: Annotated[Link | None, PUBLIC] = None
    """Its page."""
    gift_policy: GiftPolicy | None = None
    """What its people may accept."""
    notes: Prose | None = None
    """Anything else."""
    share: Annotated[Audience, PUBLIC] = "private"
    """How far the organisation may be named by more than its people's pages."""


class Pitch(Record):
    """How you introduce yourself, in so many seconds."""

    id: Id
    """A name for it, to use in events."""
    language: Language
    """In which language."""
    seconds: Annotated[Whole, Field(ge=5, le=600)] = 30
    """How long it may take."""
    text: Prose
    """The words."""
    practised: PartialDate | None = None
    """When you last said it aloud."""


class Goals(Record):
    """What you set yourself for a week."""

    new_per_week: Annotated[Whole | None, Field(ge=0, le=50)] = None
    """New people a week."""
    touches_per_week: Annotated[Whole | None, Field(ge=1, le=100)] = None
    """How many people you can write to or see in a week."""


class Meant(Record):
    """A word that may be published though it sounds private."""

    text: Text
    """The word or words, as they stand in the data."""
    reason: Text
    """Why, for the day you wonder."""


class Site(Record):
    """How the site is made."""

    audience: Audience | None = None
    """Whom the built site is for, unless the build says otherwise."""
    alarms: YesNo = False
    """Whether the calendars carry reminders; many ignore them in what they subscribe to."""
    watch: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """Words of your own that no public site may have; `*` at the end stands for any ending."""
    meant: Annotated[tuple[Meant, ...], EMPTY_LIST] = ()
    """Words that a public site may have all the same, with the reason."""


class Me(Record):
    """You."""

    name: Annotated[Name, PUBLIC]
    """What you are called."""
    languages: Annotated[tuple[Language, ...], EMPTY_LIST, PUBLIC] = ()
    """What you speak, best first."""
    region: Region | None = None
    """Whose holidays you keep: ES-MD."""
    time_zone: TimeZone | None = None
    """Where your clock stands: Europe/Madrid."""
    pitches: Annotated[tuple[Pitch, ...], EMPTY_LIST] = ()
    """How you introduce yourself."""
    topics: Annotated[tuple[Topic, ...], EMPTY_LIST] = ()
    """What you care about."""
    wanted_expertise: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """Who should be in your network: a lawyer, an editor."""
    introvert: YesNo = False
    """Whether people tire you: fewer conversations, more breaks."""
    goals: Goals = Goals()
    """What you set yourself for a week."""
    site: Site = Site()
    """How the site is made."""
    ignore: Annotated[tuple[Ignore, ...], EMPTY_LIST] = ()
    """Rules that keep silent about you."""


class Post(Record):
    """Something you mean to publish."""

    title: Text
    """What it is about."""
    date: Moment | None = None
    """When."""
    where: Text | None = None
    """On which network or page."""
    text: Prose | None = None
    """The words."""
    mentions: Annotated[tuple[Text, ...], EMPTY_LIST] = ()
    """Whom it names: contact ids or names."""
    checked: Annotated[tuple[Id, ...], EMPTY_LIST] = ()
    """Items of the checklist posting-online you have gone through, or `all`."""
    status: Literal["planned", "published", "dropped"] = "planned"
    """What became of it."""


class RuleSettings(Record):
    """What you change of one rule."""

    off: YesNo = False
    """Whether it is to keep silent altogether."""
    severity: Literal["error", "warning", "information", "opportunity"] | None = None
    """How serious it is to you."""
    numbers: Annotated[dict[str, Amount], FREE_KEYS] = Field(default_factory=dict)
    """Your own numbers, by the names on the rule's page."""


def _in_groups(value: Any) -> Any:
    """Refuse one list of words at once: nobody could say which of them mean the same."""
    if isinstance(value, (list, tuple)) and value and all(isinstance(item, str) for item in value):
        raise wrong("synonyms-in-one-list", group=", ".join(value[:2]))
    return value


class CoachFile(Record):
    """How strict the coach is to be."""

    numbers: Annotated[dict[str, Amount], FREE_KEYS] = Field(default_factory=dict)
    """Your own numbers, for all rules."""
    rules: Annotated[dict[str, RuleSettings], FREE_KEYS] = Field(default_factory=dict)
    """What you change of single rules, by name."""
    holidays: Annotated[tuple[FullDate, ...], EMPTY_LIST] = ()
    """Local holidays that no calendar knows."""
    synonyms: Annotated[tuple[tuple[Text, ...], ...], BeforeValidator(_in_groups), EMPTY_LIST] = ()
    """Words that mean the same to you, one group a line: [captions, subtítulos]."""

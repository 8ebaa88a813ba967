"""Task: one follow-up as it is shown: what, with whom, why, by when, by which way, and what settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from markupsafe import Markup

from generator.coach.finding import Action, Advice
from generator.coach.prep import coming
from generator.coach.thanks import fitting
from generator.pages.labels import CHANNELS, LOG_KINDS
from generator.pages.letter import Letter, letters_for
from generator.pages.measure import Measure, measure_of
from generator.pages.rendering import Desk
from generator.records.contact import ChannelName, Contact, LogKind
from generator.records.event import Event
from generator.records.places import Place
from generator.words.catalogue import N_

TaskState = Literal["late", "now", "soon", "later", "wait"]

KEPT_KINDS: frozenset[str] = frozenset({"card", "gift", "call", "coffee", "meal", "meeting"})
"""Ways that say more than how somebody likes to be written to; a card is not replaced by their e-mail."""

KIND_ICONS: Mapping[LogKind, str] = {
    "coffee": "coffee-outline", "call": "phone-outline", "email": "email-outline", "message": "message-outline",
    "meeting": "handshake-outline", "meal": "silverware-fork-knife", "event": "calendar-account-outline",
    "card": "card-account-details-outline", "gift": "gift-outline",
}
CHANNEL_ICONS: Mapping[ChannelName, str] = {
    "email": "email-outline", "phone": "phone-outline", "whatsapp": "message-outline", "telegram": "message-outline",
    "signal": "message-outline", "linkedin": "linkedin", "web": "earth", "github": "link-variant",
    "mastodon": "link-variant", "bluesky": "link-variant", "instagram": "link-variant", "in_person": "account-voice",
}
ACTION_WAYS: Mapping[Action, tuple[str, str]] = {
    "prepare": ("pencil-outline", N_("On its prep sheet")), "review": ("pencil-outline", N_("In its file")),
    "record": ("pencil-outline", N_("In its file")),
}
"""By which way when nobody is written to: icon and message."""

BEFORE_MEETING: frozenset[Action] = frozenset({"thank", "promise", "introduce"})
"""What is better settled before the two of you meet."""


NEAR = timedelta(days=14)
"""How near an event must be for a follow-up to speak of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a follow-up comes from: its id, its rule, the line of data, and what it says there is to do."""

    id: str
    rule: str
    title: str
    place: Place
    do: Markup

    @property
    def short(self) -> str:
        """File and line without the folder."""
        return f"{self.place.file.rpartition('/')[2]}:{self.place.line}"

    @property
    def full(self) -> str:
        """File and line as they are found from the repository's root."""
        return f"data/{self.place.file}:{self.place.line}"


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up. `flag` tells that the two of you will meet; `line` is the inbox line that settles it, if any.

    `letters` are the messages to send, if any; `also` are findings of other rules that `line` settles, too;
    `silent` are those that a rest keeps silent. `date` is its day in words, where `when` changes as days go by.
    `file` is where an `ignore` puts it off, and `ignores` whether that file has one already.
    """

    id: str
    kind: Action
    closeness: str
    state: TaskState
    do: Markup
    title: str
    why: Markup
    flag: Markup
    due: date | None
    when: str
    icon: str
    way: str
    measure: Measure | None
    line: str
    source: Source
    file: str
    ignores: bool
    date: str = ""
    also: tuple[Source, ...] = ()
    silent: tuple[Source, ...] = ()
    letters: tuple[Letter, ...] = ()


def task_of(desk: Desk, advice: Advice, covered: Iterable[Advice] = ()) -> Task:
    """One advice as a follow-up."""
    finding, subject = advice.finding, advice.finding.subject
    contact = subject if isinstance(subject, Contact) else None
    event = _meeting(desk, contact) if contact else None
    state = _state(desk, advice)
    icon, way = _way(desk, advice, contact, event)
    return Task(
        id=advice.id,
        kind=finding.action,
        closeness=(contact.closeness if contact else None) or "",
        state=state,
        do=desk.do(advice),
        title=desk.do_plain(advice),
        why=desk.why(advice),
        flag=_flag(desk, advice, event),
        due=finding.due,
        when=_when(desk, advice, state),
        icon=icon,
        way=way,
        measure=measure_of(desk, contact, finding.effort),
        line=desk.settling_line(advice),
        source=source_of(desk, advice),
        file=_file(subject),
        ignores=bool((subject or desk.sources.network.me).ignore),
        date=desk.date(finding.due, "short") if finding.due and not finding.rests else "",
        also=tuple(source_of(desk, a) for a in covered),
        silent=tuple(_silent(desk, advice)),
        letters=tuple(letters_for(desk, advice)),
    )


def _silent(desk: Desk, advice: Advice) -> Iterator[Source]:
    subject = advice.finding.subject
    if advice.finding.rests and subject:
        resting = desk.sources.coaching.resting
        yield from (source_of(desk, a) for a in resting if a.finding.subject and a.finding.subject.id == subject.id)


def source_of(desk: Desk, advice: Advice) -> Source:
    """Where a finding comes from."""
    return Source(advice.id, advice.rule, desk.sources.rules[advice.rule].title, advice.finding.place, desk.do(advice))


def _file(subject: Contact | Event | None) -> str:
    """The file of a subject, as it is found from the repository's root; what is about nobody else is the owner's."""
    if subject is None:
        return "data/me.yml"
    folder = "contacts" if isinstance(subject, Contact) else "events"
    return f"data/{subject.place.file or f'{folder}/{subject.id}.yml'}"


def _state(desk: Desk, advice: Advice) -> TaskState:
    due, day = advice.finding.due, desk.sources.day
    if advice.finding.waiting:
        return "wait"
    if due is None:
        return "later"
    return "late" if due < day else "now" if due == day else "soon"


def _when(desk: Desk, advice: Advice, state: TaskState) -> str:
    due, text = advice.finding.due, desk.sources.speech.text
    if due is None:
        return text("no date") if state == "wait" else text("when it suits you")
    said = {"now": N_("today, {date}"), "wait": N_("ask on {date}"), "late": N_("since {date}")}
    words = said.get(state, N_("{date}"))
    if advice.finding.rests:
        words = N_("not before {date}")
    return text(words, date=desk.date(due, "short"))


def _meeting(desk: Desk, contact: Contact) -> Event | None:
    """The next event, if it is near, at which the two of you should meet."""
    theirs = {e.id for e in desk.sources.network.events_of.get(contact.id, ())}
    return next((e for e in coming(desk.sources.network, desk.sources.day, NEAR.days) if e.id in theirs), None)


def _flag(desk: Desk, advice: Advice, event: Event | None) -> Markup:
    """That you will meet, unless the finding speaks of that event itself."""
    finding = advice.finding
    if event is None or any(isinstance(f, Event) and f.id == event.id for f in finding.facts.values()):
        return Markup()
    settle = finding.action in BEFORE_MEETING and not finding.waiting
    text = desk.sources.speech.text
    sentence = text("You will meet on {date} ({event}): settle this first.") if settle \
        else text("You will meet on {date}: {event}.")
    return desk.telling.sentence(sentence, {"date": desk.date(event.date.day, "weekday"), "event": event})


def _way(desk: Desk, advice: Advice, contact: Contact | None, event: Event | None) -> tuple[str, str]:
    """The way, as icon and words: what the matter asks for, in person if you meet, how they like it, the line's."""
    text, finding = desk.sources.speech.text, advice.finding
    kind: str | None = finding.settle.kind if finding.settle else None
    if kind is None and contact and finding.effort:
        kind = fitting(desk.sources.network, contact, finding.effort).kind
    for log_kind, label in LOG_KINDS.items():
        if log_kind == kind and kind in KEPT_KINDS:
            return KIND_ICONS[log_kind], text(label)
    if finding.action in ACTION_WAYS and kind is None:
        icon, words = ACTION_WAYS[finding.action if finding.subject else "record"]
        return icon, text(words)
    preferred: ChannelName | None = contact.preferred_channel if contact else None
    if finding.action == "keep" and event:
        preferred = "in_person"
    if preferred:
        return CHANNEL_ICONS[preferred], text(CHANNELS[preferred])
    return next(((KIND_ICONS[k], text(words)) for k, words in LOG_KINDS.items() if k == kind),
                (KIND_ICONS["message"], text(LOG_KINDS["message"])))

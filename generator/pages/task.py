"""Task: one follow-up as it is shown: what, with whom, why, by when, by which way, and what settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from generator.coach.finding import Action, Advice, Finding
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
    """Where a follow-up comes from: its id, its rule and the title of that, and the line of data."""

    id: str
    rule: str
    title: str
    place: Place

    @property
    def file(self) -> str:
        """The file as it is found from the repository's root."""
        return f"data/{self.place.file}"

    @property
    def folder(self) -> str:
        """Its folder, with the slash at the end."""
        return self.file[:-len(self.file.rpartition("/")[2])]

    @property
    def short(self) -> str:
        """File and line without the folder."""
        return f"{self.file.rpartition('/')[2]}:{self.place.line}"

    @property
    def full(self) -> str:
        """File and line as they are found from the repository's root."""
        return f"{self.file}:{self.place.line}"


Told = tuple[Source, Markup]
"""Where another finding comes from, and what it says there is to do."""


@dataclass(frozen=True, slots=True)
class Task:
    """One follow-up. `flag` tells that the two of you will meet; `line` is the inbox line that settles it, if any.

    `letters` are the messages to send, if any; `also` are findings of other rules that `line` settles, too;
    `silent` are those that a rest keeps silent.
    An `ignore` in `file`, or where it is empty in that of its source, puts it off; `rules` are the ones to name there
    where they are more than the source's; `ignores` says whether that file has an `ignore` already.
    """

    id: str
    kind: Action
    closeness: str
    do: Markup
    why: Markup
    flag: Markup
    due: date | None
    when: Markup
    icon: str
    way: str
    measure: Measure | None
    line: str
    source: Source
    file: str
    ignores: bool
    rules: str = ""
    also: tuple[Told, ...] = ()
    silent: tuple[Told, ...] = ()
    letters: tuple[Letter, ...] = ()


def tasks_of(desk: Desk, advices: Iterable[Advice], covered: Mapping[str, Sequence[Advice]]) -> Iterator[Task]:
    """Advices as follow-ups, each with what the same line settles, too."""
    soon = coming(desk.sources.network, desk.sources.day, NEAR.days)
    for advice in advices:
        yield _task(desk, advice, covered.get(advice.id, ()), soon)


def _task(desk: Desk, advice: Advice, covered: Sequence[Advice], soon: Sequence[Event]) -> Task:
    finding, subject = advice.finding, advice.finding.subject
    contact = subject if isinstance(subject, Contact) else None
    event = _meeting(desk, contact, soon) if contact and soon else None
    source, file = source_of(desk, advice), _file(subject)
    icon, way = _way(desk, advice, contact, event)
    return Task(
        id=advice.id,
        kind=finding.action,
        closeness=(contact.closeness if contact else None) or "",
        do=desk.do(advice),
        why=desk.why(advice),
        flag=_flag(desk, advice, event),
        due=finding.due,
        when=_when(desk, advice),
        icon=icon,
        way=way,
        measure=measure_of(desk, contact, finding.effort),
        line=desk.settling_line(advice),
        source=source,
        file=file if file != source.file else "",
        ignores=bool((subject or desk.sources.network.me).ignore),
        rules=" ".join(dict.fromkeys(a.rule for a in (advice, *covered))) if covered else "",
        also=tuple(_told(desk, a) for a in covered),
        silent=tuple(_told(desk, a) for a in _silent(desk, advice)),
        letters=tuple(letters_for(desk, advice)),
    )


def _silent(desk: Desk, advice: Advice) -> Iterator[Advice]:
    subject = advice.finding.subject
    if advice.finding.rests and subject:
        resting = desk.sources.coaching.resting
        yield from (a for a in resting if a.finding.subject and a.finding.subject.id == subject.id)


def _told(desk: Desk, advice: Advice) -> Told:
    return source_of(desk, advice), desk.do(advice)


def source_of(desk: Desk, advice: Advice) -> Source:
    """Where a finding comes from."""
    return Source(advice.id, advice.rule, desk.sources.rules[advice.rule].title, advice.finding.place)


def _file(subject: Contact | Event | None) -> str:
    """The file of a subject, as it is found from the repository's root; what is about nobody else is the owner's."""
    if subject is None:
        return "data/me.yml"
    folder = "contacts" if isinstance(subject, Contact) else "events"
    return f"data/{subject.place.file or f'{folder}/{subject.id}.yml'}"


def _when(desk: Desk, advice: Advice) -> Markup:
    """Its day in words; where more is said than the day itself, that one stands out, so that a script finds it."""
    finding, text = advice.finding, desk.sources.speech.text
    if finding.due is None:
        return escape(text("no date") if finding.waiting else text("when it suits you"))
    before, _, after = text(_said_of(finding, desk.sources.day)).partition("{date}")
    day = escape(desk.date(finding.due, "short"))
    # The words around it are the catalogue's.
    return Markup(f"{before}<b>{day}</b>{after}") if before or after else day  # noqa: S704


def _said_of(finding: Finding, day: date) -> str:
    """The message that tells its day."""
    if finding.rests:
        return N_("not before {date}")
    if finding.waiting:
        return N_("ask on {date}")
    if finding.due is None or finding.due > day:
        return N_("{date}")
    return N_("today, {date}") if finding.due == day else N_("since {date}")


def _meeting(desk: Desk, contact: Contact, soon: Sequence[Event]) -> Event | None:
    """The next of those events at which the two of you should meet."""
    theirs = {e.id for e in desk.sources.network.events_of.get(contact.id, ())}
    return next((e for e in soon if e.id in theirs), None)


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

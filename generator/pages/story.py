"""Story: what passed between you and one person, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.coach.weeks import met_on
from generator.pages.labels import LOG_KINDS
from generator.pages.occasion import is_over, when
from generator.pages.phrases import sentence_case
from generator.pages.prose import prose
from generator.pages.rendering import Desk
from generator.records.contact import Contact, Favour, LogEntry
from generator.records.moments import PartialDate

NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing in the story: when, what, what was noted; whether it was yours to do and is still to come.

    `joint` stands between what it was and the note.
    """

    when: PartialDate | None
    what: Markup
    note: Markup = NOTHING
    mine: bool = False
    coming: bool = False
    joint: str = "."

    @property
    def sorted_by(self) -> date:
        """The day it is placed at; one without a date stands at the beginning of the story."""
        return self.when.end if self.when else date.min


def story(desk: Desk, contact: Contact) -> tuple[Happening, ...]:
    """Everything, with what is still to come on top."""
    found = [
        *_events(desk, contact), *(_entry(desk, e) for e in contact.log), *_favours(desk, contact),
        *_introductions(desk, contact), *_met(desk, contact),
    ]
    return tuple(sorted(found, key=lambda h: (h.coming, h.sorted_by), reverse=True))


def brief(text: str | None) -> Markup:
    """A note as HTML, without a paragraph of its own if it has but one."""
    html = prose(text).strip() if text else NOTHING
    single = html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>")
    return html[3:-4] if single else html


def _events(desk: Desk, contact: Contact) -> Iterator[Happening]:
    logged = {entry.event for entry in contact.log}
    for event in desk.sources.network.events_of.get(contact.id, ()):
        over = is_over(event, desk.sources.day)
        there = bool(event.review and contact.id in (event.review.met or ()))
        if not over:
            yield Happening(
                event.date.date, desk.link(event), Markup.escape(sentence_case(when(desk, event))), coming=True
            )
        elif there and event.id not in logged:
            words = desk.sources.speech.text("You met at {event}")
            yield Happening(event.date.date, desk.telling.sentence(words, {"event": event}))


def _entry(desk: Desk, entry: LogEntry) -> Happening:
    speech = desk.sources.speech
    what = Markup.escape(speech.text(LOG_KINDS[entry.kind]))
    event = desk.sources.network.events.get(entry.event or "")
    if event:
        what = desk.link(event)
    note = brief(entry.note)
    if entry.reply is False and entry.initiator == "me":
        note = Markup("{} <small>{}</small>").format(note, speech.text("(no answer so far)"))
    return Happening(entry.date, what, note, entry.initiator == "me",
                     coming=entry.date.start > desk.sources.day)


def _favours(desk: Desk, contact: Contact) -> Iterator[Happening]:
    """The favours, but for an introduction of yours that is told as one already."""
    introduced = {step.sent for step in contact.introductions}
    for favour in contact.favours:
        if not (favour.by == "me" and favour.kind == "introduction" and favour.date in introduced):
            yield _favour(desk, favour)


def _favour(desk: Desk, favour: Favour) -> Happening:
    speech, mine = desk.sources.speech, favour.by == "me"
    what = Markup.escape(speech.text("You lent a hand") if mine else speech.text("They lent you a hand"))
    notes = [favour.what]
    if favour.outcome and favour.outcome.text:
        notes.append(speech.text("What came of it: {text}", text=favour.outcome.text))
    if favour.thanks and not mine:
        notes.append(speech.text("You said thank you on {date}", date=desk.date(favour.thanks.date))
                     if favour.thanks.date.is_exact else speech.text("You have said thank you"))
    note = Markup(". ").join(Markup("<bdi>%s</bdi>") % n.rstrip(".") for n in notes) + "."
    return Happening(favour.date, what, note, mine, favour.date.start > desk.sources.day, ":")


def _introductions(desk: Desk, contact: Contact) -> Iterator[Happening]:
    words = desk.sources.speech.text("You introduced them to {who}")
    for one, step in desk.sources.network.introductions_of.get(contact.id, ()):
        who = step.to if one.id == contact.id else one.id
        if step.sent and step.sent.start <= desk.sources.day:
            other = desk.sources.network.person(who)
            note = Markup("<bdi>{}</bdi>").format(step.why) if step.why else NOTHING
            what = desk.telling.sentence(words, {"who": other or who})
            yield Happening(step.sent, what, note, mine=True, joint=":" if note else ".")


def _met(desk: Desk, contact: Contact) -> Iterator[Happening]:
    met = contact.met
    if met is None:
        return
    speech, network = desk.sources.speech, desk.sources.network
    event = network.events.get(met.event or "")
    if event:
        what = desk.telling.sentence(speech.text("You first met at {event}"), {"event": event})
    elif met.where:
        what = desk.telling.sentence(speech.text("You met: {where}"), {"where": met.where})
    else:
        what = Markup.escape(speech.text("You met"))
    parts = [brief(met.note)] if met.note else []
    if met.through:
        who = network.person(met.through) or met.through
        parts.append(desk.telling.sentence(speech.text("{who} introduced you."), {"who": who}))
    yield Happening(met_on(network, contact), what, Markup(" ").join(parts))

"""Review: five questions about how an event went, what you answered, and the lines to write it down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.coach.arrival import goes_there
from generator.pages.afterwards import PREFILLED
from generator.pages.company import everybody
from generator.pages.occasion import last_day
from generator.pages.prose import prose
from generator.pages.rendering import Desk
from generator.records.event import Event, Review
from generator.words.catalogue import N_
from generator.words.speech import Speech


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the review and what you wrote, empty where there is nothing."""

    question: str
    words: Markup


def answers(desk: Desk, event: Event) -> tuple[Answer, ...]:
    """The five questions; four after a webinar, where hundreds listen and the talking is not yours to share."""
    text, review = desk.sources.speech.text, event.review or Review()
    on_time = N_("Were you on time?") if goes_there(event) else N_("Did you begin on time?")
    found = [
        Answer(text(on_time), _arrived(desk.sources.speech, review.arrived)),
        Answer(text(N_("How much of the talking was yours?")), _share(desk.sources.speech, review)),
        Answer(text(N_("How many questions did you ask?")), _questions(desk.sources.speech, review)),
        Answer(text(N_("Whom did you meet, and what did you promise?")), _met(desk, event)),
        Answer(text(N_("What would you do differently?")), prose(review.lesson) if review.lesson else Markup()),
    ]
    return tuple(a for n, a in enumerate(found) if not (n == 1 and event.kind == "webinar" and not a.words))


def _share(speech: Speech, review: Review) -> Markup:
    if review.talk_share is None:
        return Markup()
    share = speech.number(round(float(review.talk_share) * 100))
    return Markup.escape(speech.text("About {share}% of it.", share=share))


def _questions(speech: Speech, review: Review) -> Markup:
    if review.questions is None:
        return Markup()
    return Markup.escape(speech.plural("About {n} question.", "About {n} questions.", review.questions)
                         if review.questions else speech.text("None this time."))


def _arrived(speech: Speech, minutes: int | None) -> Markup:
    return Markup() if minutes is None else Markup.escape(_minutes(speech, minutes))


def _minutes(speech: Speech, minutes: int) -> str:
    if not minutes:
        return speech.text("When you meant to.")
    if minutes < 0:
        return speech.plural("{n} minute before the time you had in mind.",
                             "{n} minutes before the time you had in mind.", -minutes)
    return speech.plural("{n} minute after the time you had in mind.",
                         "{n} minutes after the time you had in mind.", minutes)


def _met(desk: Desk, event: Event) -> Markup:
    """Whom you met, and what you promised those people on those days."""
    network, speech = desk.sources.network, desk.sources.speech
    who = network.met_at.get(event.id, ())
    if not who:
        nobody = event.review is not None and event.review.met is not None
        return Markup.escape(speech.text("Nobody new this time.")) if nobody else Markup()
    sentences = [Markup("{}.").format(desk.listing([desk.person(one) for one in who]))]
    promised = list(_promises(desk, event, who))
    if promised:
        message = speech.text("You promised: {promises}.")
        sentences.append(desk.telling.sentence(message, {"promises": tuple(promised)}))
    return Markup(" ").join(sentences)


def _promises(desk: Desk, event: Event, who: tuple[str, ...]) -> Iterator[str]:
    for contact in filter(None, map(desk.sources.network.person, who)):
        for promise in contact.promises:
            made = promise.made
            if promise.by == "me" and made and made.is_exact and event.date.date.start <= made.end <= last_day(event):
                yield f"{promise.what.rstrip(' .')} ({contact.name.short})"


def review_lines(desk: Desk, event: Event) -> str:
    """The lines of YAML that would record how an event went, ready to paste and to change.

    Of a review that is there already, only those for what it does not answer: they go on under its `review`.
    """
    review, lines = event.review, _lines(desk, event)
    if review is None:
        head = [*(["status: attended"] if event.status != "attended" else []), "review:"]
        return "\n".join([*head, f"  date: {desk.sources.day}", *lines.values()])
    answered = {key for key in lines if getattr(review, key) is not None}
    answered |= {"met"} if _met(desk, event) else set()
    return "\n".join(line for key, line in lines.items() if key not in answered)


def _lines(desk: Desk, event: Event) -> dict[str, str]:
    """The line of each question, by its key."""
    speech, network = desk.sources.speech, desk.sources.network
    people = everybody(event)[:PREFILLED]
    named = [who if who in network.contacts else json.dumps(who, ensure_ascii=False) for who in people]
    lines = {
        "arrived": f"  arrived: 0  # {speech.text('minutes after the time you had in mind; below 0 is before')}",
        "met": f"  met: [{', '.join(named or ['none'])}]  # {speech.text('who you really talked to: ids or names')}",
        "questions": f"  questions: 5  # {speech.text('how many you asked, more or less')}",
        "talk_share": f"  talk_share: 0.5  # {speech.text('how much of the talking was yours')}",
        "lesson": f'  lesson: "…"  # {speech.text("what you would do differently")}',
    }
    return {key: line for key, line in lines.items() if not (key == "talk_share" and event.kind == "webinar")}

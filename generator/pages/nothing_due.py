"""Nothing due: what today's page says on a day without anything to do, and why it is so quiet."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.coach.backlog import Backlog
from generator.coach.prep import may_be_named
from generator.pages.phrases import enumerated, filled
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.words.catalogue import N_

FIRST_PEOPLE = 5
"""With fewer people than this a circle has only begun, and the best thing to do is to note one more."""

WAITED_FOR = 2
"""Most people named whose turn it is."""


def nothing_due(desk: Desk, found: Backlog, *, ahead: bool) -> Markup:
    """That there is nothing for today, and the one thing that explains it or is good to know.

    With something else `ahead` to tell, only what explains it is said and no wish.
    """
    return _unread(desk) or _paused(desk) or _waiting(desk, found) or _put_off(desk, found) or _wish(desk, ahead=ahead)


def _unread(desk: Desk) -> Markup:
    """Files that could not be read may hold what is due."""
    reading = desk.sources.reading
    if not (reading and reading.problems):
        return Markup()
    return escape(desk.sources.speech.text("Nothing for today in what could be read."))


def _paused(desk: Desk) -> Markup:
    people = [c for c in desk.sources.network.contacts.values() if c.status in ("active", "paused")]
    if not people or any(may_be_named(c, desk.sources.day) for c in people):
        return Markup()
    return escape(desk.sources.speech.text("Nothing for today: all your people are paused."))


def _waiting(desk: Desk, found: Backlog) -> Markup:
    """Whose turn it is, where nothing of your own is coming up this week."""
    waiting = [a.finding.subject for a in found.groups["waiting"]]
    people = list({c.id: c for c in waiting if isinstance(c, Contact)}.values())
    if not people or found.groups["week"]:
        return Markup()
    speech = desk.sources.speech
    if len(people) > WAITED_FOR:
        return escape(speech.text("Nothing for today: it is other people's turn."))
    sentence = speech.plural("Nothing for today: it is {who}'s turn.", "Nothing for today: it is the turn of {who}.",
                             len(people), who="{who}")
    return filled(sentence, who=enumerated(speech, [desk.link(c) for c in people]))


def _put_off(desk: Desk, found: Backlog) -> Markup:
    """That everything there is was silenced or rests."""
    coaching = desk.sources.coaching
    if len(found) or not (coaching.ignored or coaching.resting):
        return Markup()
    return escape(desk.sources.speech.text("Nothing for today: you have put off what there is."))


def _wish(desk: Desk, *, ahead: bool) -> Markup:
    text = desk.sources.speech.text
    return escape(text(N_("Nothing for today.") if ahead else _kind_of_day(desk)))


def _kind_of_day(desk: Desk) -> str:
    day, workdays = desk.sources.day, desk.sources.settings.workdays
    if workdays.is_holiday(day):
        return N_("Nothing for today. Enjoy the holiday.")
    if not workdays.is_workday(day):
        return N_("Nothing for today. Have a good weekend.")
    if workdays.is_bridge(day):
        return N_("Nothing for today. Enjoy the long weekend.")
    if len(desk.sources.network.contacts) < FIRST_PEOPLE:
        return N_("Nothing for today. Your circle has just begun: a good day to note one more person.")
    if workdays.is_august_in_spain(day):
        return N_("Nothing for today. In August, what is in no hurry waits for September.")
    return N_("Nothing for today. A good day to say hello for no reason.")

"""Met: the people you met at an event, and what comes next with each of them, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from generator.coach.backlog import is_to_do
from generator.coach.finding import Advice
from generator.pages.company import were_met
from generator.pages.labels import tone
from generator.pages.occasion import last_day
from generator.pages.person import calm
from generator.pages.rendering import Desk
from generator.records.contact import Contact
from generator.records.event import Event

RECENT = timedelta(days=60)
"""For so long a name without a record is worth one: after that nobody remembers the face."""


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next with one person: the words, the day if there is one, and whether that day has passed.

    `link` leads to the follow-up, and is empty where there is none.
    """

    name: Markup
    initials: str
    tone: int
    what: str
    due: date | None
    when: str
    late: bool
    link: str


def met(desk: Desk, event: Event) -> tuple[Next, ...]:
    """Everybody you met there, in the order of the review."""
    return tuple(_next(desk, event, who) for who in were_met(event, desk.sources.network))


def _next(desk: Desk, event: Event, who: str) -> Next:
    contact = desk.sources.network.person(who)
    what, due, link = _of_contact(desk, contact) if contact else _of_stranger(desk, event)
    words = who.split()
    initials = contact.name.initials if contact else "".join(w[0] for w in (words[0], *words[1:2])).upper()
    late = due is not None and due < desk.sources.day
    return Next(desk.person(who), initials, tone(who), what, due, _by(desk, due, late=late) if due else "", late, link)


def _by(desk: Desk, due: date, *, late: bool) -> str:
    """The day, as it is said of one that is still to come or has passed."""
    words = desk.date(due, "weekday")
    text = desk.sources.speech.text
    return text("it was for {date}", date=words) if late else text("by {date}", date=words)


def _of_contact(desk: Desk, contact: Contact) -> tuple[str, date | None, str]:
    """The first message if it is still to come, else what is open first, else that there is nothing to do."""
    found = [a for a in desk.sources.coaching.about(contact.id) if is_to_do(a) and not a.finding.waiting]
    first = min(found, key=_first_message, default=None)
    if first is None:
        return calm(desk, contact), None, ""
    return desk.do_plain(first), first.finding.due, desk.to(f"follow-ups/#{first.id}")


def _first_message(advice: Advice) -> bool:
    return advice.finding.action != "first"


def _of_stranger(desk: Desk, event: Event) -> tuple[str, date | None, str]:
    """Somebody who is only a name: to be written down, with a first message by the usual day."""
    sources, over = desk.sources, last_day(event)
    if sources.day - over > RECENT:
        return "", None, ""
    what = sources.speech.text("Write them down in data/contacts/, and send a first message.")
    exact = event.date.date.is_exact
    limit = sources.settings.workdays.after(over, sources.settings.days("business_day_limit"))
    return what, limit if exact else None, ""

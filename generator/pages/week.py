"""Week: the review of the last whole ISO week, and the seven days ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from generator.coach.backlog import about_owner, backlog
from generator.coach.finding import Advice
from generator.coach.weeks import WEEK, monday_of
from generator.pages.chart import new_people_chart
from generator.pages.page import Page
from generator.pages.phrases import filled, sentence_case
from generator.pages.questions import questions
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.spreading import load
from generator.pages.task import Source, source_of
from generator.pages.week_ahead import days_ahead
from generator.pages.week_tally import Tally, tally
from generator.records.contact import Contact
from generator.words.speech import N_, Speech

ADDRESS = "week/"

NAMED = 6
"""Most names or things in one line of the tally."""

NEW = (
    N_("one new person"),
    N_("two new people"),
    N_("three new people"),
    N_("four new people"),
    N_("five new people"),
    N_("six new people"),
    N_("seven new people"),
    N_("eight new people"),
    N_("nine new people"),
)
TALKED = (
    N_("one conversation"),
    N_("two conversations"),
    N_("three conversations"),
    N_("four conversations"),
    N_("five conversations"),
    N_("six conversations"),
    N_("seven conversations"),
    N_("eight conversations"),
    N_("nine conversations"),
)
KEPT = (
    N_("one promise kept"),
    N_("two promises kept"),
    N_("three promises kept"),
    N_("four promises kept"),
    N_("five promises kept"),
    N_("six promises kept"),
    N_("seven promises kept"),
    N_("eight promises kept"),
    N_("nine promises kept"),
)


@dataclass(frozen=True, slots=True)
class About:
    """A finding about the owner: where it comes from, with what there is to do, and why."""

    source: Source
    why: Markup


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tally: what was counted, how many, and who or what they were."""

    name: str
    count: int
    named: tuple[Markup, ...]
    more: str


def pages(sources: Sources) -> Iterator[Page]:
    """The review of this week; for others only the events of the days ahead."""
    desk, text = Desk(sources, ADDRESS), sources.speech.text
    if not sources.private:
        yield desk.render(
            "week_for_others", text("Week"), tab=ADDRESS, days=tuple(d for d in days_ahead(desk, None) if d.events)
        )
        return
    yield desk.later("week", text("Review of the week"), lambda: _view(desk), tab=ADDRESS)


def _view(desk: Desk) -> Mapping[str, Any]:
    sources = desk.sources
    found = backlog(sources.coaching, sources.day)
    monday = monday_of(sources.day) - WEEK
    last = tally(sources.network, found, monday)
    return {
        "sentence": _sentence(sources, last), "span": span(desk, monday), "lines": tuple(_lines(desk, last)),
        "chart": new_people_chart(desk), "questions": questions(desk, last), "days": days_ahead(desk, found),
        "load": load(desk),
        "about": tuple(About(source_of(desk, a), desk.why(a)) for a in about_owner(sources.coaching)),
    }


def span(desk: Desk, monday: date) -> str:
    """Which week it is, by its number and its days; the month once where it is the same."""
    sunday = monday + timedelta(days=6)
    start = str(monday.day) if monday.month == sunday.month else desk.date(monday)
    facts = {"number": monday.isocalendar().week, "start": start, "end": desk.date(sunday)}
    return desk.sources.speech.text("Week {number}, from {start} to {end}", **facts)


def _sentence(sources: Sources, last: Tally) -> str:
    """The week in one sentence: a list of what there was, or that it was quiet."""
    speech = sources.speech
    if not (sources.network.contacts or sources.network.events):
        return speech.text("Nothing to review yet: the first week begins with one person.")
    parts = [
        _counted(speech, len(last.new), NEW, N_("{n} new people")),
        _counted(speech, len(last.talks), TALKED, N_("{n} conversations")),
        _counted(speech, len(last.kept), KEPT, N_("{n} promises kept")),
    ]
    said = [p for p in parts if p]
    if said:
        return sentence_case(speech.text("{list}.", list=speech.list(said)))
    return speech.text(N_("A quiet week, with something left for this one.") if last.moved else N_("A quiet week."))


def _counted(speech: Speech, count: int, words: Sequence[str], many: str) -> str:
    if not count:
        return ""
    return speech.text(words[count - 1]) if count <= len(words) else speech.text(many, n=speech.number(count))


def _lines(desk: Desk, last: Tally) -> Iterator[Line]:
    text = desk.sources.speech.text
    yield _line(desk, N_("New people"), [how_met(desk, c) for c in last.new])
    talks = [desk.link(c) for c in last.with_whom]
    asks = desk.sources.speech.plural("In one of them you asked for something.",
                                      "In {n} of them you asked for something.", last.asks) if last.asks else ""
    more = " ".join(filter(None, [_more(desk, talks), asks]))
    yield Line(text("Conversations"), len(last.talks), tuple(talks[:NAMED]), more)
    kept = [desk.telling.sentence("{who}: {what}", {"who": c, "what": p.what}) for c, p in last.kept]
    yield _line(desk, N_("Promises kept"), kept)
    yield _line(desk, N_("Moved on to this week"), [_to_follow_up(desk, a) for a in last.moved])


def _line(desk: Desk, name: str, named: list[Markup]) -> Line:
    return Line(desk.sources.speech.text(name), len(named), tuple(named[:NAMED]), _more(desk, named))


def _more(desk: Desk, named: list[Markup]) -> str:
    rest = len(named) - NAMED
    return desk.sources.speech.plural("And one more.", "And {n} more.", rest) if rest > 0 else ""


def how_met(desk: Desk, contact: Contact) -> Markup:
    """Somebody new, with the event where you met or the person who introduced you."""
    text, met = desk.sources.speech.text, contact.met
    event = desk.sources.network.events.get(met.event or "") if met else None
    if event:
        return desk.telling.sentence(text("{who} ({event})"), {"who": contact, "event": event})
    if met and met.through:
        return filled(text("{who}, through {other}"), who=desk.link(contact), other=desk.person(met.through))
    return desk.link(contact)


def _to_follow_up(desk: Desk, advice: Advice) -> Markup:
    return Markup('<a href="{}">{}</a>').format(desk.to(f"follow-ups/#{advice.id}"), desk.do_plain(advice))

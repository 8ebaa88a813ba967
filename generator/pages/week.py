"""Week: the review of the last whole ISO week, and the seven days ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.coach.backlog import about_owner
from generator.coach.finding import Advice
from generator.coach.weeks import WEEK, monday_of
from generator.pages.beginning import beginning, is_first_day
from generator.pages.chart import new_people_chart
from generator.pages.page import Page
from generator.pages.past_week import ADDRESS, listed
from generator.pages.questions import questions
from generator.pages.rendering import Desk
from generator.pages.sources import Sources
from generator.pages.spreading import load
from generator.pages.task import Source, source_of
from generator.pages.week_ahead import days_ahead
from generator.pages.week_tally import Tally, tally
from generator.pages.week_words import Line, how_met, in_a_sentence, line, span
from generator.words.catalogue import N_

WILL_BE = (
    N_("What the week brought: new people, conversations, promises kept."),
    N_("Three questions to think about for five minutes."),
    N_("The days ahead, with where you are going and who expects something."),
)
"""What stands on the page once there is something to review."""

NAMED = 6
"""Most names or things in one line of the tally."""


@dataclass(frozen=True, slots=True)
class About:
    """A finding about the owner: where it comes from, with what there is to do, and why."""

    source: Source
    do: Markup
    why: Markup


def pages(sources: Sources) -> Iterator[Page]:
    """The review of this week; for others only the events of the days ahead."""
    desk, text = Desk(sources, ADDRESS), sources.speech.text
    if not sources.private:
        yield desk.later("week_for_others", text("Week"), lambda: {
            "days": tuple(d for d in days_ahead(desk, None) if d.events)}, tab="events/")
        return
    if is_first_day(sources):
        lead = text("Nothing to review yet: the first week begins with one person.")
        yield beginning(desk, text("Review of the week"), lead, WILL_BE)
        return
    yield desk.later("week", text("Review of the week"), lambda: _view(desk), tab=ADDRESS)


def _view(desk: Desk) -> Mapping[str, Any]:
    sources = desk.sources
    found = sources.backlog
    monday = monday_of(sources.day) - WEEK
    last = tally(sources.network, found, monday)
    past = tuple(listed(desk, w) for w in reversed(sources.past_weeks))
    return {
        "sentence": _sentence(sources, last), "span": span(desk, monday), "lines": tuple(_lines(desk, last)),
        "chart": new_people_chart(desk), "questions": questions(desk, last), "days": days_ahead(desk, found),
        "load": load(desk), "past": past, "before": next((p for p in past if p.monday < monday), None),
        "about": tuple(About(source_of(desk, a), desk.do(a), desk.why(a)) for a in about_owner(sources.coaching)),
    }


def _sentence(sources: Sources, last: Tally) -> str:
    """The week in one sentence: a list of what there was, or that it was quiet."""
    speech = sources.speech
    said = in_a_sentence(speech, len(last.new), len(last.talks), len(last.kept))
    return said or speech.text(N_("A quiet week, with something left for this one.") if last.moved
                               else N_("A quiet week."))


def _lines(desk: Desk, last: Tally) -> Iterator[Line]:
    text = desk.sources.speech.text
    yield line(desk, N_("New people"), [how_met(desk, c) for c in last.new], NAMED)
    talks = [desk.link(c) for c in last.with_whom]
    asks = desk.sources.speech.plural("In one of them you asked for something.",
                                      "In {n} of them you asked for something.", last.asks) if last.asks else ""
    often = text("With some of them more than once.") if len(talks) < len(last.talks) and len(talks) > 1 else ""
    rest = len(talks) - NAMED
    others = desk.sources.speech.plural("And one more person.", "And {n} more people.", rest) if rest > 0 else ""
    more = " ".join(filter(None, [others, often, asks]))
    yield Line(text("Conversations"), len(last.talks), tuple(talks[:NAMED]), more)
    kept = [desk.telling.sentence("{who}: {what}", {"who": c, "what": p.what}) for c, p in last.kept]
    yield line(desk, N_("Promises kept"), kept, NAMED)
    yield line(desk, N_("Moved on to this week"), [_to_follow_up(desk, a) for a in last.moved], NAMED)


def _to_follow_up(desk: Desk, advice: Advice) -> Markup:
    return Markup('<a href="%s">%s</a>') % (desk.to(f"follow-ups/#{advice.id}"), desk.do_plain(advice))

"""Today: what to do, whom you meet next and how your habits are going, in five seconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.coach.backlog import about_owner
from generator.coach.finding import Advice, Severity
from generator.pages.chart import new_people_chart
from generator.pages.habit_rows import habit_rows
from generator.pages.labels import tone
from generator.pages.next_event import next_event
from generator.pages.opening import opening
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.since import in_one_line
from generator.pages.sources import Sources
from generator.records.contact import Contact
from generator.records.reading import NOBODY
from generator.words.catalogue import N_

ADDRESS = ""

MOST = 4
"""Most rows for today: more than that nobody reads in five seconds. A row says how many more there are."""

GRAVE: frozenset[Severity] = frozenset({"error", "warning"})
"""What about the owner is worth a line here; the rest can wait for the week's review."""

EXAMPLE_AHEAD = timedelta(days=9)
"""How far ahead the invented event of the first day is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing for today; what is about no person has no initials and shows an icon."""

    id: str
    initials: str
    icon: str
    tone: int
    do: str
    why: str
    due: date
    late: bool


def pages(sources: Sources) -> Iterator[Page]:
    """The home page of one language."""
    desk = Desk(sources, ADDRESS)
    if not (sources.network.contacts or sources.network.events):
        yield _first_day(desk) if sources.private else _for_others(desk)
    else:
        yield _today(desk) if sources.private else _for_others(desk)


def _today(desk: Desk) -> Page:
    return desk.later("today", desk.sources.speech.text("Today"), lambda: _view(desk), tab=ADDRESS)


def _view(desk: Desk) -> Mapping[str, Any]:
    sources = desk.sources
    found = sources.backlog
    rows = _listed(found.now)
    return {
        "sentence": opening(desk, found),
        "problems": _problems(sources),
        "rows": [_row(desk, a) for a in rows],
        "more": len(found.now) - len(rows),
        "total": len(found),
        "since": in_one_line(desk),
        "next": next_event(desk),
        "habits": habit_rows(desk),
        "chart": new_people_chart(desk),
        "about": [a for a in about_owner(sources.coaching) if a.severity in GRAVE],
    }


def _listed(now: tuple[Advice, ...]) -> tuple[Advice, ...]:
    """Those that get a row; one alone is listed too, where a row would only say that there is one more."""
    return now if len(now) == MOST + 1 else now[:MOST]


def _row(desk: Desk, advice: Advice) -> Row:
    subject, due = advice.finding.subject, advice.finding.due or desk.sources.day
    person = subject if isinstance(subject, Contact) else None
    return Row(
        id=advice.id, initials=person.name.initials if person else "",
        icon="calendar-outline" if subject else "bullhorn-outline", tone=tone(person.id) if person else 0,
        do=desk.do_plain(advice), why=desk.why_plain(advice), due=due, late=due < desk.sources.day,
    )


def _first_day(desk: Desk) -> Page:
    """The page of somebody who has written nothing down yet: what to type first."""
    sources = desk.sources
    return desk.render(
        "first_day", sources.speech.text("Today"), tab=ADDRESS, problems=_problems(sources),
        example=sources.day + EXAMPLE_AHEAD, conference="conference" in sources.checklists,
        unnamed=_unnamed(sources),
    )


def _unnamed(sources: Sources) -> bool:
    """Whether there is no `me.yml` yet."""
    return sources.network.me.name.display == NOBODY.name.display


def _problems(sources: Sources) -> int:
    return len(sources.reading.problems) if sources.reading else 0


def _for_others(desk: Desk) -> Page:
    """The home page of an edition for others: whose circle it is, what comes next, where to look."""
    sources = desk.sources
    me, text = sources.network.me, sources.speech.text
    sentence = text(N_("A circle and its people.") if _unnamed(sources) else N_("The circle of {name}."))
    return desk.render(
        "today_for_others", text("Today"), tab=ADDRESS,
        sentence=desk.telling.sentence(sentence, {"name": me.name.short}), next=next_event(desk),
        people=len(sources.network.contacts), events=len(sources.network.events),
    )

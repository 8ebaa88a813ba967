"""Earlier editions: what was on the list on a Monday of the last weeks, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from generator.coach.changes import Fate, Outcome
from generator.coach.chronicle import PastWeek
from generator.pages.edition_chart import EditionChart, address_of, edition_chart
from generator.pages.page import Near, Page
from generator.pages.rendering import Desk
from generator.pages.since import ADDRESS, named, unread
from generator.pages.sources import Sources
from generator.pages.week_words import how_met, span
from generator.words.catalogue import N_

TITLES: dict[Fate, str] = {
    "done": N_("Done since"), "open": N_("Still on the list"), "slipped": N_("Put off"),
    "gone": N_("No longer asked for"), "unknown": N_("In files that cannot be read today"),
}
"""The groups of a page, in their order."""


Names = dict[tuple[str, bool], Markup]
"""What was named before, on a page as deep as this one: most of a list stands on the next one, too."""


@dataclass(frozen=True, slots=True)
class Bygone:
    """One thing that was on the list: what it was, when it was due, and what became of it in a few words."""

    what: Markup
    due: date | None
    end: str


@dataclass(frozen=True, slots=True)
class Pile:
    """Those of one fate."""

    id: str
    title: str
    items: tuple[Bygone, ...]


@dataclass(frozen=True, slots=True)
class EarlierWeek:
    """Everything one page shows; `people` and `talks` are what the week itself brought."""

    monday: date
    span: str
    lead: str
    commit: str
    unread: str
    piles: tuple[Pile, ...]
    chart: EditionChart
    people: tuple[Markup, ...]
    talks: tuple[Markup, ...]
    before: Near | None
    after: Near | None


def pages(sources: Sources) -> Iterator[Page]:
    """A page for each of the last Mondays there is data of; others than the owner get none."""
    if not sources.private:
        return
    weeks = sources.past.weeks
    names: Names = {}
    for n, week in enumerate(weeks):
        desk = Desk(sources, address_of(week.snapshot.day))
        make = partial(_page, desk, n, names)
        yield week.snapshot.once(("page", sources.speech.language), _told(desk, week, weeks), make)


def _told(desk: Desk, week: PastWeek, weeks: Sequence[PastWeek]) -> object:
    """Everything on a page that today can change: where all of it is as it was, so is the page.

    Whom the list is about needs no second look: a snapshot that calls somebody otherwise is another one.
    """
    listed = desk.sources.past.listed
    return (
        desk.sources.day, [(len(w.outcomes), len(w.changes.new), len(w.changes.done), w.snapshot.day) for w in weeks],
        [(o.fate, o.on, o.by, o.to, o.advice.id in listed) for o in week.outcomes],
        [how_met(desk, c) for c in week.people], [desk.link(c) for c in week.talks],
        [desk.do_plain(o.advice) for o in week.outcomes if o.advice.finding.subject is None],
    )


def _page(desk: Desk, n: int, names: Names) -> Page:
    weeks = desk.sources.past.weeks
    title = desk.sources.speech.text("The list of {date}", date=desk.date(weeks[n].snapshot.day, "long"))
    before, after = (_near(desk, weeks[m]) if 0 <= m < len(weeks) else None for m in (n - 1, n + 1))
    return desk.render("earlier", title, tab=ADDRESS, week=_view(desk, weeks[n], before, after, names))


def _view(desk: Desk, week: PastWeek, before: Near | None, after: Near | None, names: Names) -> EarlierWeek:
    snapshot = week.snapshot
    return EarlierWeek(
        monday=snapshot.day, span=span(desk, snapshot.day), lead=_lead(desk, week), commit=snapshot.commit,
        unread=unread(desk, len(snapshot.unread)),
        piles=tuple(_piles(desk, week, names)), chart=edition_chart(desk, snapshot.day),
        people=tuple(how_met(desk, c) for c in week.people), talks=tuple(desk.link(c) for c in week.talks),
        before=before, after=after,
    )


def _near(desk: Desk, week: PastWeek) -> Near:
    monday = week.snapshot.day
    return Near(address_of(monday), desk.sources.speech.text("Week {number}", number=monday.isocalendar().week))


def _lead(desk: Desk, week: PastWeek) -> str:
    """How much there was, and how much of it is done."""
    speech, total = desk.sources.speech, len(week.outcomes)
    done = sum(o.fate == "done" for o in week.outcomes)
    if not total:
        return speech.text("Nothing was on the list that Monday.")
    if total == 1:
        finished, left = N_("One thing was on the list, and it is done."), N_("One thing was on the list.")
        return speech.text(finished if done else left)
    if done == total:
        return speech.text("{n} things were on the list, and all of them are done.", n=speech.number(total))
    said = speech.text("{n} things were on the list.", n=speech.number(total))
    finished = speech.plural("One of them is done since.", "{n} of them are done since.", done) if done else ""
    return f"{said} {finished}".strip()


def _piles(desk: Desk, week: PastWeek, names: Names) -> Iterator[Pile]:
    for fate, title in TITLES.items():
        found = [o for o in week.outcomes if o.fate == fate]
        if found:
            yield Pile(fate, desk.sources.speech.text(title), tuple(_bygone(desk, o, names) for o in found))


def _bygone(desk: Desk, outcome: Outcome, names: Names) -> Bygone:
    due = outcome.advice.finding.due
    on_list = outcome.fate in {"open", "slipped"} and outcome.advice.id in desk.sources.past.listed
    key = (outcome.advice.id, on_list)
    if key not in names:
        names[key] = named(desk, outcome.advice, on_list=on_list)
    return Bygone(names[key], due, _end(desk, outcome))


def _end(desk: Desk, outcome: Outcome) -> str:
    text = desk.sources.speech.text
    if outcome.on:
        return text("done on {date}", date=desk.date(outcome.on))
    if outcome.to:
        return text("now for {date}", date=desk.date(outcome.to))
    return text("done by {date}", date=desk.date(outcome.by)) if outcome.by else ""

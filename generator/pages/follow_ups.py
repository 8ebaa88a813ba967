"""Follow-ups: everything there is to do, by when, each with its reason and the line that settles it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from generator.coach.backlog import Backlog, GroupName
from generator.coach.finding import Action, Advice
from generator.pages.beginning import beginning, is_first_day
from generator.pages.edition_chart import edition_chart
from generator.pages.findable import told
from generator.pages.page import Page
from generator.pages.rendering import Desk
from generator.pages.since import since_last, why_not
from generator.pages.sources import Sources
from generator.pages.spreading import load
from generator.pages.task import Task, tasks_of
from generator.records.contact import Closeness
from generator.words.catalogue import N_
from generator.words.speech import Speech

ADDRESS = "follow-ups/"

TITLES: Mapping[GroupName, str] = {
    "late": N_("The date has passed"), "today": N_("Today"), "week": N_("This week"), "later": N_("Later"),
    "whenever": N_("Whenever it suits"), "waiting": N_("Waiting for someone else"),
}
ADVICE: Mapping[GroupName, str] = {
    "late": N_("Late beats silent: one sincere line is enough."),
    "whenever": N_("No date on these: take one on a quiet day."),
    "waiting": N_("Nothing to do for now: each has the day on which to take it up again."),
}
KINDS: Mapping[Action, str] = {
    "thank": N_("Thanks"), "promise": N_("Promises"), "first": N_("First message"), "keep": N_("Keep in touch"),
    "introduce": N_("Introduce"), "prepare": N_("Prepare"), "review": N_("Review"), "record": N_("Write down"),
}
CIRCLES: Mapping[Closeness, str] = {
    "inner": N_("Inner"), "close": N_("Close"), "active": N_("Active"), "wider": N_("Wider"), "dormant": N_("Dormant"),
}
GOES_BY: frozenset[GroupName] = frozenset({"late", "today", "week", "later"})
"""The groups that things pass through from day to day, also in a page that is read later than it was made."""

MANY_WEEKS = 5
"""For more weeks than this of the owner's own measure nobody begins at the top and goes to the end."""

READ_FOR = 100
"""For how many days a page knows the holidays; by then it should have been made anew."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group: its id, title, line of advice and follow-ups."""

    id: GroupName
    title: str
    advice: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that an `ignore` silences: what it would say, the reason and until when."""

    do: Markup
    reason: str
    until: date | None
    rule: str


WILL_BE = (
    N_("Thanks to give, promises with their day, first messages to people you have just met."),
    N_("Hellos to those you have not talked to for a while, one by one."),
    N_("What you wait for from others, so that you need not keep it in mind."),
)
"""What stands on the page once there is somebody."""


def pages(sources: Sources) -> Iterator[Page]:
    """The page of follow-ups; for others it says no more than that it is its owner's."""
    desk, title = Desk(sources, ADDRESS), sources.speech.text("Follow-ups")
    if not sources.private:
        yield desk.render("follow_ups_for_others", title)
        return
    found = sources.backlog
    if is_first_day(sources) and not found:
        yield beginning(desk, title, _lead(sources, found), WILL_BE)
        return
    yield desk.later(
        "follow_ups", title, lambda: _view(desk, found), tab=ADDRESS,
        found_by=lambda: told(*(desk.do_plain(a) for advices in found.groups.values() for a in advices)),
    )


def _view(desk: Desk, found: Backlog) -> Mapping[str, Any]:
    sources, groups = desk.sources, tuple(_groups(desk, found))
    return {
        "lead": _lead(sources, found), "load": load(desk), "groups": groups, "days_off": _days_off(sources),
        "kinds": _choices(sources.speech, KINDS, {t.kind for g in groups for t in g.tasks}, N_("Everything")),
        "circles": _choices(sources.speech, CIRCLES, {t.closeness for g in groups for t in g.tasks}, N_("Any")),
        "since": since_last(desk), "why_not": why_not(desk),
        "earlier": edition_chart(desk) if sources.past.weeks else None,
        "silenced": [_silenced(desk, a) for a in sources.coaching.ignored],
        "origins": {rule: _origin(desk, rule, page.title) for rule, page in sources.rules.items()},
    }


def _origin(desk: Desk, rule: str, title: str) -> Markup:
    """The link to a rule, made once for all that it found."""
    return Markup('<a href="%s" title="%s">%s</a>') % (desk.to(f"rules/{rule}/"), title, rule)


def _groups(desk: Desk, found: Backlog) -> Iterator[Group]:
    """The groups with something in them, and those that something comes into as days go by."""
    text = desk.sources.speech.text
    for name, advices in found.groups.items():
        if advices or (len(found) and name in GOES_BY):
            tasks = tuple(tasks_of(desk, advices, found.covered))
            yield Group(name, text(TITLES[name]), text(ADVICE[name]) if name in ADVICE else "", tasks)


def _days_off(sources: Sources) -> tuple[date, ...]:
    """The holidays of the time in which a page is still read: nothing is put off until one of them."""
    days = (sources.day + timedelta(days=n) for n in range(READ_FOR))
    return tuple(day for day in days if sources.settings.workdays.is_holiday(day))


def _lead(sources: Sources, found: Backlog) -> str:
    """How much there is, and where to begin."""
    speech, total, now = sources.speech, len(found), len(found.now)
    if not (total or sources.network.contacts or sources.network.events):
        return speech.text("Write down one person, and what there is to do will stand here.")
    if not total:
        return speech.text("Nothing to follow up. A good day to say hello for no reason.")
    if not now:
        return speech.plural("One in all, and not for today.", "{n} in all, none of them for today.", total)
    week = sources.settings.days("touches_per_week")
    if now > week * MANY_WEEKS:
        return speech.plural(
            "{all} in all, and the day of {now} has come. Nobody catches up with that in one go: one "
            "makes a good week.",
            "{all} in all, and the day of {now} has come. Nobody catches up with that in one go: the first {n} make a "
            "good week.", week, all=speech.number(total), now=speech.number(now))
    if now == total:
        return speech.plural("One in all, and it is for today.", "{n} in all, for today. Begin at the top.", total)
    if now == 1:
        return speech.text("{n} in all. Begin with the first one; the rest can wait for its day.",
                           n=speech.number(total))
    return speech.text("{n} in all. Begin with the first {now}; the rest can wait for its day.",
                       n=speech.number(total), now=speech.number(now))


def _choices(
    speech: Speech, words: Mapping[Action, str] | Mapping[Closeness, str], present: set[Action] | set[str],
    everything: str,
) -> tuple[tuple[str, str], ...]:
    """The chips of one filter: everything, then the values that occur."""
    chips = tuple((value, speech.text(label)) for value, label in words.items() if value in present)
    return (("", speech.text(everything)), *chips)


def _silenced(desk: Desk, advice: Advice) -> Silenced:
    subject = advice.finding.subject
    ignores = subject.ignore if subject else desk.sources.network.me.ignore
    until = next((i.until for i in ignores if i.rule == advice.rule and i.until >= desk.sources.day), None)
    return Silenced(desk.do(advice), advice.ignored or "", until, advice.rule)
